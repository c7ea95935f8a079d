// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "Weather",
  platforms: [.macOS(.v15)],
  dependencies: [
    .package(name: "zmqspec", path: "../..")
  ],
  targets: [
    // `swift package generate-protocols` writes Weather.swift beside weather.yaml; both are committed.
    .target(
      name: "WeatherProtocol", dependencies: [.product(name: "ZMQRuntime", package: "zmqspec")],
      exclude: ["weather.yaml"]),
    .executableTarget(
      name: "Station",
      dependencies: [
        "WeatherProtocol", .product(name: "ZMQRuntime", package: "zmqspec"),
        .product(name: "ZMQSockets", package: "zmqspec"),
      ]),
    .executableTarget(
      name: "Display",
      dependencies: [
        "WeatherProtocol", .product(name: "ZMQRuntime", package: "zmqspec"),
        .product(name: "ZMQSockets", package: "zmqspec"),
      ]),
  ],
  swiftLanguageModes: [.v6]
)
