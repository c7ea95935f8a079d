import ZMQRuntime
import ZMQSockets
import ZMQWire

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Bare libzmq sockets that misbehave.
enum Peers {
  private static let long = Duration.seconds(100)

  /// A server that takes a request and is never heard of again.
  static func mute(_ endpoint: String) throws {
    let socket = try BareSocket(.router, in: BareContext())
    Main.say(try socket.bind(endpoint))
    if try socket.receive(within: long) != nil { Main.say("got") }
    _ = try socket.receive(within: long)
  }

  /// A client that tells what it gets.
  static func ask(_ endpoint: String, as name: String) throws {
    let socket = try BareSocket(.dealer, in: BareContext(), routingID: Array(name.utf8))
    try socket.connect(endpoint)
    _ = socket.send([[], Array(name.utf8)], within: long)
    Main.say("asked")
    while let frames = try socket.receive(within: long) {
      Main.say("got \(String(decoding: frames.last ?? [], as: UTF8.self))")
    }
  }

  /// Clients that ask, and do not wait for the answer.
  static func vanish(_ endpoint: String, count: Int) throws {
    let context = try BareContext()
    var sockets: [BareSocket] = []
    for _ in 0..<count {
      let socket = try BareSocket(.dealer, in: context)
      try socket.connect(endpoint)
      sockets.append(socket)
    }
    for socket in sockets { _ = socket.send([[], Array("gone".utf8)], within: long) }
    // The last answer shows that all have been heard; nobody says good-bye.
    for socket in sockets { _ = try socket.receive(within: long) }
    for socket in sockets { _ = socket.send([[], Array("gone".utf8)], within: long) }
    kill(getpid(), SIGKILL)
  }

  /// A subscriber whose program has something else to do.
  static func hoard(_ endpoint: String) throws {
    let socket = try BareSocket(.sub, in: BareContext(), options: ["rcvhwm": 10])
    try socket.subscribe(to: [])
    try socket.connect(endpoint)
    if try socket.receive(within: long) != nil { Main.say("subscribed") }
    // Reads nothing more until it is told to end.
    _ = readLine()
  }
}
