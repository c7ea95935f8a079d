import Foundation
import PackagePlugin

/// The build tool plugin: every protocol file of a target becomes Swift whenever it has changed.
///
/// ```swift
/// .target(name: "PingPong", plugins: [.plugin(name: "GenerateProtocols", package: "zmqspec")])
/// ```
@main
struct GenerateProtocols: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    guard let target = target as? any SourceModuleTarget else { return [] }
    let files = try ProtocolFile.all(among: target.sourceFiles.map(\.url))
    if let collision = ProtocolFile.collision(among: files) {
      Diagnostics.error(collision)
      return []
    }
    if files.isEmpty {
      Diagnostics.warning("\(target.name) has no protocol file: a .yaml file that begins with `zmqspec:`")
    }
    let tool = try context.tool(named: "zmqspec-generate")
    return files.map { file in
      let output = context.pluginWorkDirectoryURL.appending(path: file.outputName)
      return .buildCommand(
        displayName: "Generating \(file.outputName) from \(file.url.lastPathComponent)", executable: tool.url,
        arguments: [file.url.path, output.path], inputFiles: [file.url], outputFiles: [output])
    }
  }
}
