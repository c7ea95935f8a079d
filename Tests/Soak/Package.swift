// swift-tools-version: 6.2
import PackageDescription

// A package of its own, built optimised: `make soak` at the top of the repository builds and runs it.

let package = Package(
  name: "Soak",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "zmqspec", path: "../..")
  ],
  targets: [
    .target(
      name: "SoakProtocol", dependencies: [.product(name: "ZMQRuntime", package: "zmqspec")],
      plugins: [.plugin(name: "GenerateProtocols", package: "zmqspec")]),
    // Every process of the soak, by the first word behind its name; without one, what starts them all.
    .executableTarget(
      name: "soak",
      dependencies: [
        "SoakProtocol", .product(name: "ZMQRuntime", package: "zmqspec"),
        .product(name: "ZMQSockets", package: "zmqspec"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
