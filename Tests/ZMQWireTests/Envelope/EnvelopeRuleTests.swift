import Testing
import ZMQWire

/// The table of single hops, row by row, as values. What the installed libzmq does is compared with the
/// same rule in the tests of ZMQSockets.
@Suite
struct EnvelopeRuleTests {
  typealias Rule = EnvelopeRule<[UInt8]>

  static let id: [UInt8] = Array("id".utf8)
  static let f: [UInt8] = Array("f".utf8)
  static let g: [UInt8] = Array("g".utf8)
  static let empty: [UInt8] = []

  struct Row: CustomTestStringConvertible {
    var from: SocketType
    var to: SocketType
    var sent: [[UInt8]]
    var received: [[UInt8]]
    var kept: [[UInt8]] = []
    var testDescription: String { "\(from.rawValue) → \(to.rawValue) \(sent.count) frames" }
  }

  static let rows = [
    Row(from: .pair, to: .pair, sent: [f], received: [f]),
    Row(from: .push, to: .pull, sent: [f, g], received: [f, g]),
    Row(from: .pub, to: .sub, sent: [f, g], received: [f, g]),
    Row(from: .xpub, to: .xsub, sent: [f], received: [f]),
    Row(from: .req, to: .rep, sent: [f], received: [f], kept: [empty]),
    Row(from: .req, to: .router, sent: [f], received: [id, empty, f]),
    Row(from: .dealer, to: .rep, sent: [empty, f], received: [f], kept: [empty]),
    // RFC 28: REP "SHALL remove and store the address envelope, including the delimiter".
    Row(from: .dealer, to: .rep, sent: [g, empty, f], received: [f], kept: [g, empty]),
    Row(from: .dealer, to: .dealer, sent: [f], received: [f]),
    Row(from: .dealer, to: .router, sent: [f], received: [id, f]),
    Row(from: .router, to: .req, sent: [id, empty, f], received: [f]),
    Row(from: .router, to: .dealer, sent: [id, f], received: [f]),
    Row(from: .router, to: .router, sent: [id, f], received: [id, f]),
  ]

  @Test("what is received follows from what is sent and the two socket types", arguments: rows)
  func row(row: Row) throws {
    let wire: [[UInt8]]
    switch Rule.depart(row.sent, from: row.from) {
    case .wire(let frames): wire = frames
    case .addressed(let to, let frames):
      #expect(to == Self.id)
      wire = frames
    case .refused(let loss):
      Issue.record("refused: \(loss)")
      return
    }
    #expect(Rule.arrive(wire, at: row.to, from: Self.id) == .received(row.received, kept: row.kept))
    #expect(row.from.peers.contains(row.to) && row.to.peers.contains(row.from))
  }

  @Test("a REP answers in the envelope that it kept")
  func reply() {
    #expect(Rule.depart([Self.g], from: .rep, kept: [Self.f, Self.empty]) == .wire([Self.f, Self.empty, Self.g]))
    #expect(Rule.depart([Self.g], from: .rep) == .refused(.noRequest))
  }

  @Test("what libzmq drops without a word is a loss here")
  func losses() {
    #expect(Rule.arrive([Self.f], at: .rep, from: Self.id) == .dropped(.missingDelimiter))
    #expect(Rule.arrive([Self.empty], at: .rep, from: Self.id) == .dropped(.emptyBody))
    #expect(Rule.arrive([Self.f], at: .req, from: Self.id) == .dropped(.missingDelimiter))
    #expect(Rule.arrive([Self.empty], at: .req, from: Self.id) == .dropped(.emptyBody))
    #expect(Rule.depart([Self.id], from: .router) == .refused(.nothingBehindRoutingID))
    #expect(Rule.depart([Self.f], from: .sub) == .refused(.cannotSend))
    #expect(Rule.arrive([Self.f], at: .pub, from: Self.id) == .dropped(.cannotReceive))
  }

  @Test("legal pairs are legal both ways", arguments: SocketType.allCases)
  func symmetry(type: SocketType) {
    for peer in type.peers { #expect(peer.peers.contains(type)) }
  }

  @Test("the envelope ends behind the first empty frame, wherever it stands")
  func split() {
    func length(_ type: SocketType, _ frames: [[UInt8]], delimiter: Bool = false, topic: Bool = false) -> Int? {
      type.envelopeLength(
        delimiter: delimiter, hasTopic: topic, frameCount: frames.count, isEmpty: { frames[$0].isEmpty })
    }
    #expect(length(.rep, [Self.id, Self.empty, Self.f]) == 2)
    // ZMQ_REQ_CORRELATE puts a frame of its own in front of the delimiter.
    #expect(length(.router, [Self.id, Self.g, Self.empty, Self.f], delimiter: true) == 3)
    #expect(length(.router, [Self.id, Self.f], delimiter: true) == nil)
    #expect(length(.router, [Self.id, Self.f]) == 1)
    #expect(length(.router, [Self.empty, Self.f], delimiter: true) == nil)
    #expect(length(.dealer, [Self.empty, Self.f], delimiter: true) == 1)
    #expect(length(.dealer, [Self.f]) == 0)
    #expect(length(.sub, [Self.f, Self.g], topic: true) == 1)
    #expect(length(.req, [Self.f]) == 0)
  }
}
