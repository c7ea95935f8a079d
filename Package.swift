// swift-tools-version: 6.2
import PackageDescription

// The name of a module tells its half: `Spec…` works at design time and never opens a socket,
// `ZMQ…` works at run time and never reads YAML. Docs/Architecture.md draws the arrows and
// Tests/ArchitectureTests proves them.

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

func module(
  _ name: String, imports dependencies: [Target.Dependency] = [], resources: [Resource]? = nil
) -> Target {
  .target(
    name: name, dependencies: dependencies, resources: resources, swiftSettings: strict)
}

func tests(_ name: String, of dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: strict)
}

// Debian and Ubuntu keep both headers on the default path, where naming pkg-config would only print
// a warning about prohibited flags; Homebrew does not.
#if os(Linux)
  let zmqPkgConfig: String? = nil
  let yamlPkgConfig: String? = nil
#else
  let zmqPkgConfig: String? = "libzmq"
  let yamlPkgConfig: String? = "yaml-0.1"
#endif

let package = Package(
  name: "zmqspec",
  platforms: [.macOS(.v15)],
  products: [
    // The run-time half: what generated code and the programs around it import.
    .library(name: "ZMQRuntime", targets: ["ZMQWire", "ZMQRuntime"]),
    .library(name: "ZMQSockets", targets: ["ZMQSockets"]),
    // Signatures with swift-crypto, which nobody builds who does not ask for this product.
    .library(name: "ZMQSigning", targets: ["ZMQSigning"]),
    // For the tests of programs: fakes of handlers, chains played against a process.
    .library(name: "ZMQTesting", targets: ["ZMQTesting"]),
    // A process as a service of swift-service-lifecycle.
    .library(name: "ZMQService", targets: ["ZMQService"]),
    // The design-time half: for tools of your own over a protocol file.
    .library(
      name: "SpecTools",
      targets: ["SpecModel", "SpecCompiler", "SpecDrawing", "SpecSwift", "SpecDocs", "SpecSchema"]),
    .executable(name: "zmqspec", targets: ["zmqspec"]),
    // Swift from the protocol files of a package: at every build, or by `swift package generate-protocols`.
    .plugin(name: "GenerateProtocols", targets: ["GenerateProtocols"]),
    .plugin(name: "GenerateProtocolsCommand", targets: ["GenerateProtocolsCommand"]),
    // For test targets: what is written with ZMQTesting, from the protocol files of the targets that are tested.
    .plugin(name: "GenerateTesting", targets: ["GenerateTesting"]),
    // Their pages of reference, by `swift package render-protocols`.
    .plugin(name: "RenderProtocolsCommand", targets: ["RenderProtocolsCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // Floor 1: values only.
    module("ZMQWire"),

    // Design time.
    module("SpecModel", imports: ["ZMQWire"]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: yamlPkgConfig,
      providers: [.apt(["libyaml-dev"]), .brew(["libyaml"])]),
    module("SpecCompiler", imports: ["SpecModel", "ZMQWire", "CLibYAML"]),
    module("SpecDrawing", imports: ["SpecModel"]),
    module("SpecSwift", imports: ["SpecModel", "SpecDrawing", "ZMQWire"]),
    module("SpecDocs", imports: ["SpecModel", "SpecDrawing"]),
    module("SpecSchema", imports: ["SpecModel", "ZMQWire"]),

    // Run time.
    module("ZMQRuntime", imports: ["ZMQWire", .product(name: "Logging", package: "swift-log")]),
    .systemLibrary(
      name: "CLibZMQ", pkgConfig: zmqPkgConfig,
      providers: [.apt(["libzmq3-dev"]), .brew(["zeromq"])]),
    module("ZMQSockets", imports: ["ZMQRuntime", "ZMQWire", "CLibZMQ"]),

    module("ZMQSigning", imports: ["ZMQWire", .product(name: "Crypto", package: "swift-crypto")]),
    module("ZMQTesting", imports: ["ZMQRuntime", "ZMQWire"]),

    module(
      "ZMQService", imports: ["ZMQRuntime", .product(name: "ServiceLifecycle", package: "swift-service-lifecycle")]),

    // Both halves: what was derived against what libzmq does.
    module("ZMQVerify", imports: ["SpecModel", "ZMQSockets", "ZMQRuntime", "ZMQWire"]),

    // Programs.
    .executableTarget(
      name: "zmqspec-generate", dependencies: ["SpecCompiler", "SpecModel", "SpecSwift"],
      swiftSettings: strict),
    .executableTarget(
      name: "zmqspec",
      dependencies: [
        "SpecModel", "SpecCompiler", "SpecDrawing", "SpecSwift", "SpecDocs", "SpecSchema", "ZMQVerify", "ZMQSockets",
        "ZMQRuntime", "ZMQWire",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict),
    .plugin(name: "GenerateProtocols", capability: .buildTool(), dependencies: ["zmqspec-generate"]),
    .plugin(name: "GenerateTesting", capability: .buildTool(), dependencies: ["zmqspec-generate"]),
    .plugin(
      name: "GenerateProtocolsCommand",
      capability: .command(
        intent: .custom(verb: "generate-protocols", description: "Generate Swift beside every protocol file."),
        permissions: [.writeToPackageDirectory(reason: "to write a Swift file beside every protocol file")]),
      dependencies: ["zmqspec-generate"]),
    .plugin(
      name: "RenderProtocolsCommand",
      capability: .command(
        intent: .custom(verb: "render-protocols", description: "Write a page of reference for every protocol file."),
        permissions: [.writeToPackageDirectory(reason: "to write the pages of protocol files")]),
      dependencies: ["zmqspec"]),

    // Starts programs for tests, and Python.
    .target(name: "Programs", path: "Tests/Programs", swiftSettings: strict),

    tests("ZMQWireTests", of: ["ZMQWire", "Programs"], exclude: ["Agreement/agree.py"]),
    tests("SpecModelTests", of: ["SpecModel", "ZMQWire"]),
    tests("SpecCompilerTests", of: ["SpecCompiler", "SpecModel"], exclude: ["Rejected"]),
    tests(
      "SpecDrawingTests", of: ["SpecDrawing", "SpecModel", "SpecCompiler", "ZMQWire"], exclude: ["Goldens", "Long"]),
    tests("SpecDocsTests", of: ["SpecDocs", "SpecCompiler", "Programs"]),
    tests(
      "SpecSchemaTests", of: ["SpecSchema", "SpecModel", "SpecCompiler", "ZMQWire", "Programs"],
      exclude: ["validate.py"]),
    tests("SpecSwiftTests", of: ["SpecSwift", "SpecModel", "SpecCompiler"], exclude: ["Protocols"]),
    tests(
      "ZMQRuntimeTests", of: ["ZMQRuntime", "ZMQWire", .product(name: "Logging", package: "swift-log")]),
    tests(
      "ZMQSocketsTests",
      of: ["ZMQSockets", "ZMQRuntime", "ZMQWire", "SpecModel", .product(name: "Logging", package: "swift-log")]),
    tests(
      "ZMQSigningTests",
      of: ["ZMQSigning", "GeneratedProtocols", "ZMQRuntime", "ZMQSockets", "ZMQWire", "Programs"],
      exclude: ["jupyter.py"]),
    tests("ZMQVerifyTests", of: ["ZMQVerify", "SpecCompiler", "SpecModel"]),
    tests("CommandLineTests", of: ["zmqspec", "zmqspec-generate", "Programs"], exclude: ["vectors.py"]),
    tests("MutantTests", of: ["SpecCompiler", "SpecModel"]),
    tests("ArchitectureTests", of: ["zmqspec-generate", "zmqspec", "interop-peer", "Programs"]),

    // Generated code as it is committed: SpecSwiftTests compares it, GeneratedTests runs it.
    .target(
      name: "GeneratedProtocols", dependencies: ["ZMQRuntime", "ZMQWire"], path: "Tests/GeneratedProtocols",
      swiftSettings: strict),
    tests(
      "GeneratedTests",
      of: ["GeneratedProtocols", "SpecCompiler", "SpecModel", "ZMQRuntime", "ZMQSockets", "ZMQWire", "Programs"]),

    // What users write with ZMQTesting, over the gallery.
    tests(
      "ZMQTestingTests",
      of: [
        "ZMQTesting", "GeneratedProtocols", "ZMQRuntime", "ZMQSockets", "ZMQWire", "SpecSwift", "SpecModel",
        "SpecCompiler",
      ]),

    tests(
      "ZMQServiceTests",
      of: [
        "ZMQService", "ZMQRuntime", "ZMQSockets", "ZMQWire", .product(name: "Logging", package: "swift-log"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ]),

    // The protocols that others have published, against what they show of them.
    tests("GalleryTests", of: ["SpecCompiler", "SpecModel", "ZMQWire"]),

    // Processes of ours against Python programs: Tests/Interop has the programs and the protocols.
    .executableTarget(
      name: "interop-peer", dependencies: ["ZMQRuntime", "ZMQSockets", "ZMQWire"], path: "Tests/InteropPeer",
      swiftSettings: strict),
    tests("InteropTests", of: ["interop-peer", "SpecSwift", "SpecModel", "SpecCompiler", "Programs"]),

    // What happens to programs, done to real ones.
    .executableTarget(
      name: "fault-peer", dependencies: ["ZMQRuntime", "ZMQSockets", "ZMQWire"], path: "Tests/FaultPeer",
      swiftSettings: strict),
    tests("FaultTests", of: ["fault-peer", "ZMQRuntime", "ZMQSockets", "ZMQWire", "Programs"]),
  ],
  swiftLanguageModes: [.v6]
)

// `ZMQSPEC_TESTS="SpecDrawing CommandLine" swift test` builds these test targets alone, and not what only others
// run: the whole bundle takes minutes on a small machine.
if let names = Context.environment["ZMQSPEC_TESTS"] {
  let wanted = Set(names.split(separator: " ").map { "\($0)Tests" })
  package.targets.removeAll { $0.type == .test && !wanted.contains($0.name) }
  if wanted.isDisjoint(with: ["GeneratedTests", "ZMQTestingTests", "ZMQSigningTests"]) {
    package.targets.removeAll { $0.name == "GeneratedProtocols" }
  }
  // swift-crypto is the largest thing to build here.
  if !wanted.contains("ZMQSigningTests") {
    package.targets.removeAll { $0.name == "ZMQSigning" }
    package.products.removeAll { $0.name == "ZMQSigning" }
    package.dependencies.removeAll {
      if case .sourceControl(_, let url, _) = $0.kind { url.hasSuffix("swift-crypto") } else { false }
    }
  }
}
