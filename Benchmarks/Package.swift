// swift-tools-version: 6.2
import PackageDescription

// A package of its own: what is measured crosses a package boundary, as it does for everybody who uses it, with all
// safety checks on. `make bench` at the top of the repository builds and runs everything.

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "zmqspec", path: ".."),
    .package(url: "https://github.com/apple/swift-protobuf", from: "1.39.0"),
  ],
  targets: [
    // The codecs under test, generated at every build.
    .target(
      name: "BenchProtocol",
      dependencies: [.product(name: "ZMQRuntime", package: "zmqspec")],
      swiftSettings: strict,
      plugins: [.plugin(name: "GenerateProtocols", package: "zmqspec")]),
    // Its codecs, Foundation's and swift-protobuf's, over the same payloads.
    .executableTarget(
      name: "bench-codecs",
      dependencies: ["BenchProtocol", .product(name: "SwiftProtobuf", package: "swift-protobuf")],
      exclude: ["bench.proto"], swiftSettings: strict),
    // The ROUTER server of the same protocol file, generated beside its handler, as the README has it.
    .executableTarget(
      name: "bench-server",
      dependencies: [
        .product(name: "ZMQRuntime", package: "zmqspec"), .product(name: "ZMQSockets", package: "zmqspec"),
      ],
      swiftSettings: strict,
      plugins: [.plugin(name: "GenerateProtocols", package: "zmqspec")]),
  ],
  swiftLanguageModes: [.v6]
)
