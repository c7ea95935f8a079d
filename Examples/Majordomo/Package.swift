// swift-tools-version: 6.2
import PackageDescription

/// One of the three programs.
func program(_ name: String) -> Target {
  .executableTarget(
    name: name,
    dependencies: [
      "MajordomoProtocol", .product(name: "ZMQRuntime", package: "zmqspec"),
      .product(name: "ZMQSockets", package: "zmqspec"),
    ])
}

let package = Package(
  name: "Majordomo",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "zmqspec", path: "../..")
  ],
  targets: [
    // What all three share: `majordomo.yaml` becomes Swift at every build in which it has changed.
    .target(
      name: "MajordomoProtocol",
      dependencies: [.product(name: "ZMQRuntime", package: "zmqspec")],
      plugins: [.plugin(name: "GenerateProtocols", package: "zmqspec")]),
    program("Broker"), program("Worker"), program("Client"),
  ],
  swiftLanguageModes: [.v6]
)
