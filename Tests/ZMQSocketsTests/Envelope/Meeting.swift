import Foundation
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Two bare sockets, `A` and `B`, that have met.
struct Meeting {
  typealias Frames = [[UInt8]]

  /// How two sockets reach each other.
  enum Transport: String, CaseIterable {
    case inproc, ipc, tcp

    var endpoint: String {
      switch self {
      case .inproc: "inproc://meeting"
      case .ipc: "ipc://\(FileManager.default.temporaryDirectory.path)/zmqspec-\(UUID().uuidString.prefix(8))"
      case .tcp: "tcp://127.0.0.1:*"
      }
    }
  }

  let a: BareSocket
  let b: BareSocket

  /// - Parameter aBinds: Whether `A` binds and `B` connects, or the other way round.
  init(
    _ from: SocketType, _ to: SocketType, over transport: Transport, aBinds: Bool,
    aOptions: [String: SocketOption] = [:], bOptions: [String: SocketOption] = [:]
  ) throws {
    let context = try BareContext()
    a = try BareSocket(from, in: context, routingID: Array("A".utf8), options: aOptions)
    b = try BareSocket(to, in: context, routingID: Array("B".utf8), options: bOptions)
    if to == .sub { try b.subscribe(to: []) }
    let (binder, connecter) = aBinds ? (a, b) : (b, a)
    try connecter.connect(try binder.bind(transport.endpoint))
  }

  /// Waits until what `A` sends arrives at `B`, where libzmq would otherwise throw it away.
  func introduce() throws {
    switch (a.type, b.type) {
    case (.router, .req):
      #expect(b.send(["ask"], within: .seconds(5)) == .sent)
      #expect(try a.receive(within: .seconds(5)) == ["B", "", "ask"])
    case (.pub, _), (.xpub, _), (.xsub, .xpub):
      if b.type == .xsub { #expect(b.send([[1]], within: .seconds(5)) == .sent) }
      let deadline = ContinuousClock.now + .seconds(5)
      while ContinuousClock.now < deadline {
        b.pump()
        a.pump()
        _ = a.send(["sync"], within: .zero)
        if try b.receive(within: .milliseconds(5)) != nil { break }
      }
      while try b.receive(within: .milliseconds(5)) != nil {}
    default: break
    }
  }

  /// A message that arrives in any case, behind one that may not.
  var sentinel: Frames? {
    switch (a.type, b.type) {
    case (.req, _): nil
    case (.dealer, .rep): ["", "S"]
    case (.router, .req): ["B", "", "S"]
    case (.router, _): ["B", "S"]
    default: ["S"]
    }
  }
}

extension [UInt8]: @retroactive ExpressibleByUnicodeScalarLiteral {}
extension [UInt8]: @retroactive ExpressibleByExtendedGraphemeClusterLiteral {}
extension [UInt8]: @retroactive ExpressibleByStringLiteral {
  /// The UTF-8 of a text: frames in tests read as what they say.
  public init(stringLiteral text: String) { self = Array(text.utf8) }
}
