// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "PingPong",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "zmqspec", path: "../..")
  ],
  targets: [
    // What both processes share: `ping-pong.yaml` becomes Swift at every build in which it has changed.
    .target(
      name: "PingPongProtocol",
      dependencies: [.product(name: "ZMQRuntime", package: "zmqspec")],
      plugins: [.plugin(name: "GenerateProtocols", package: "zmqspec")]),

    // The application logic: it knows nothing of ZeroMQ.
    .target(name: "PongLogic"),
    .testTarget(name: "PongLogicTests", dependencies: ["PongLogic"]),

    // The two processes.
    .executableTarget(
      name: "PongProc",
      dependencies: [
        "PingPongProtocol", "PongLogic", .product(name: "ZMQRuntime", package: "zmqspec"),
        .product(name: "ZMQSockets", package: "zmqspec"),
      ]),
    .executableTarget(
      name: "PingProc", dependencies: ["PingPongProtocol", .product(name: "ZMQSockets", package: "zmqspec")]),

    // The pong process, with its peer played from the protocol file: the plugin makes fakes and chains of it.
    .testTarget(
      name: "PongProcTests",
      dependencies: [
        "PongProc", "PingPongProtocol", .product(name: "ZMQRuntime", package: "zmqspec"),
        .product(name: "ZMQTesting", package: "zmqspec"),
      ],
      plugins: [.plugin(name: "GenerateTesting", package: "zmqspec")]),
  ],
  swiftLanguageModes: [.v6]
)
