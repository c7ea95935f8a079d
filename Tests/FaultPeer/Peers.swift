import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Bare libzmq sockets that do what the runtime's do not.
enum Peers {
  private static let long = Duration.seconds(100)

  /// A server that takes a request and is never heard of again.
  static func mute(_ endpoint: String) throws {
    let socket = try BareSocket(.router, in: BareContext())
    Main.say(try socket.bind(endpoint))
    if try socket.receive(within: long) != nil { Main.say("got") }
    _ = try socket.receive(within: long)
  }

  /// A client with a routing id that sends each line of its input, and tells what comes back within a second.
  static func ask(_ endpoint: String, as name: String) throws {
    let socket = try BareSocket(.dealer, in: BareContext(), routingID: Array(name.utf8))
    try socket.connect(endpoint)
    while let line = readLine() {
      guard socket.send([[], Array(line.utf8)], within: long) == .sent else { return Main.say("failed") }
      Main.say("asked")
      let limit: Duration = line == "for nothing" ? .seconds(1) : long
      let answer = try socket.receive(within: limit)?.last
      Main.say(answer.map { "got \(String(decoding: $0, as: UTF8.self))" } ?? "got nothing")
    }
  }

  /// So many clients that ask; tells how many have an answer when for two seconds there was no further one.
  static func crowd(_ endpoint: String, count: Int) throws {
    let context = try BareContext()
    let sockets = try (0..<count).map { _ in
      let socket = try BareSocket(.dealer, in: context)
      try socket.connect(endpoint)
      return socket
    }
    for socket in sockets { _ = socket.send([[], Array("crowd".utf8)], within: long) }
    var waiting = sockets
    var quietSince = ContinuousClock.now
    while ContinuousClock.now - quietSince < .seconds(2), !waiting.isEmpty {
      let others = try waiting.filter { try $0.receive(within: .milliseconds(1)) == nil }
      if others.count < waiting.count { quietSince = .now }
      waiting = others
    }
    Main.say("answered \(sockets.count - waiting.count)")
    _ = readLine()
  }
}
