import Foundation
import PackagePlugin

/// The command plugin: a page of reference for every protocol file of the package, to be committed.
///
/// ```
/// swift package render-protocols
/// swift package render-protocols --target Weather --format html --output Docs/Protocols.html
/// swift package render-protocols --check
/// ```
///
/// By default the pages are Markdown, in `Docs/Protocols`.
@main
struct RenderProtocolsCommand: CommandPlugin {
  func performCommand(context: PluginContext, arguments: [String]) throws {
    var extractor = ArgumentExtractor(arguments)
    let names = extractor.extractOption(named: "target")
    let output = extractor.extractOption(named: "output").last ?? "Docs/Protocols/"
    let format = extractor.extractOption(named: "format").last ?? "markdown"
    let isCheck = extractor.extractFlag(named: "check") > 0
    if let argument = extractor.remainingArguments.first {
      Diagnostics.error(
        "'\(argument)' is not known; usage: swift package render-protocols [--target NAME] [--format FORMAT] "
          + "[--output FILE-OR-FOLDER] [--check]")
      return
    }
    let root = context.package.directoryURL
    let targets = names.isEmpty ? context.package.targets : try context.package.targets(named: names)
    let folders = targets.compactMap { ($0 as? any SourceModuleTarget)?.directoryURL }
    let files = try folders.flatMap { try ProtocolFile.all(among: everything(in: $0)) }.map { file in
      let path = file.url.path
      return path.hasPrefix(root.path + "/") ? String(path.dropFirst(root.path.count + 1)) : path
    }
    guard !files.isEmpty else {
      Diagnostics.warning("no target has a protocol file: a .yaml file that begins with `zmqspec:`")
      return
    }
    let process = Process()
    process.executableURL = try context.tool(named: "zmqspec").url
    process.arguments = ["render"] + files + ["--format", format, "-o", output] + (isCheck ? ["--check"] : [])
    process.currentDirectoryURL = root
    try process.run()
    process.waitUntilExit()
    if process.terminationStatus != 0 {
      Diagnostics.error(isCheck ? "pages are stale" : "protocol files have errors; their pages were left as they are")
    }
  }

  /// All files of a folder, also those that the manifest excludes.
  private func everything(in folder: URL) -> [URL] {
    let files = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil)
    return files?.compactMap { $0 as? URL } ?? []
  }
}
