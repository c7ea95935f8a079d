import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Peers that send or take messages of many frames.
enum Multipart {
  private static let long = Duration.seconds(100)

  /// `[number, 16 kB, …, 16 kB, "end"]`
  private static func message(_ number: Int) -> [[UInt8]] {
    [Array("\(number)".utf8)] + [[UInt8]](repeating: [UInt8](repeating: 0x78, count: 16 << 10), count: 1000)
      + [Array("end".utf8)]
  }

  /// Sends one after the other until it is killed.
  static func flood(_ endpoint: String) throws {
    let socket = try BareSocket(.push, in: BareContext(), options: ["sndhwm": 2])
    try socket.connect(endpoint)
    for number in 0... {
      guard socket.send(message(number), within: long) == .sent else { return Main.say("failed") }
    }
  }

  /// Tells of each message that comes, of how many frames it is and whether the last one is the last.
  static func collect(_ endpoint: String, as type: SocketType) async throws {
    var configuration = SocketConfiguration(type, connect: [endpoint], options: ["rcvhwm": 2], concurrency: 1)
    configuration.maximumFrameCount = 1_000_000
    let socket = ProcessPlan.Socket("jobs", configuration, handler: HandlerSource(frames: Collector()))
    try await ProcessPlan(name: "Sink", settings: ProcessSettings(label: "sink"), sockets: [socket])
      .run(on: ZMQTransport())
  }

  private struct Collector: FrameHandler {
    func receive(_ body: [[UInt8]], origin: Origin) -> [[UInt8]]? {
      let number = body.first.map { String(decoding: $0, as: UTF8.self) } ?? ""
      Main.say("\(number) \(body.count) \(body.last == Array("end".utf8))")
      return nil
    }
  }
}
