import Foundation
import PackagePlugin

/// The build tool plugin of a test target: fakes and chains from the protocol files of the targets that it tests.
///
/// ```swift
/// .testTarget(
///   name: "PongLogicTests", dependencies: ["PingPong", .product(name: "ZMQTesting", package: "zmqspec")],
///   plugins: [.plugin(name: "GenerateTesting", package: "zmqspec")])
/// ```
@main
struct GenerateTesting: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: any Target) throws -> [Command] {
    let tool = try context.tool(named: "zmqspec-generate")
    var commands: [Command] = []
    var all: [ProtocolFile] = []
    for tested in target.dependencies.flatMap(Self.targets) {
      let files = try ProtocolFile.all(among: tested.sourceFiles.map(\.url))
      all += files
      for file in files {
        let output = context.pluginWorkDirectoryURL.appending(path: file.testingOutputName)
        commands.append(
          .buildCommand(
            displayName: "Generating \(file.testingOutputName) from \(file.url.lastPathComponent)",
            executable: tool.url, arguments: [file.url.path, output.path, "--testing", tested.moduleName],
            inputFiles: [file.url], outputFiles: [output]))
      }
    }
    if let collision = ProtocolFile.collision(among: all) {
      Diagnostics.error(collision)
      return []
    }
    if all.isEmpty {
      Diagnostics.warning("no target that \(target.name) depends on has a protocol file")
    }
    return commands
  }

  private static func targets(of dependency: TargetDependency) -> [any SourceModuleTarget] {
    switch dependency {
    case .target(let target): [target as? any SourceModuleTarget].compactMap { $0 }
    // What other packages make of their protocol files is theirs to test.
    case .product: []
    @unknown default: []
    }
  }
}
