import Testing
import ZMQWire

@testable import ZMQRuntime

@Suite
struct PeerTableTests {
  private let start = Moment(.now)

  private func table(memory: Duration = .seconds(3600)) -> PeerTable { PeerTable(memory: memory) }

  private func id(_ number: Int) -> [UInt8] { Array("peer-\(number)".utf8) }

  @Test("a peer is known from its first message on, and when it was heard last")
  func seen() throws {
    let table = table()
    for second in 0..<3 { table.note(id(7), at: start + .seconds(second)) }
    let peer = try #require(table.all.first)
    #expect(table.count == 1 && peer.id == id(7) && peer.returns == 0)
    #expect(peer.firstSeen == start && peer.lastSeen == start + .seconds(2))
  }

  @Test("a peer is silent once, and present again when it speaks")
  func silence() {
    let table = table()
    for number in 0..<4 { table.note(id(number), at: start + .seconds(number)) }
    table.note(id(0), at: start + .seconds(4))
    #expect(table.oldest == start + .seconds(1))
    #expect(table.takeSilent(since: start + .seconds(2)) == [id(1), id(2)])
    #expect(table.takeSilent(since: start + .seconds(2)).isEmpty)
    #expect(table.present.map(\.id) == [id(3), id(0)])
    table.note(id(1), at: start + .seconds(5))
    #expect(table.present.map(\.id) == [id(3), id(0), id(1)])
    #expect(table.present.last?.returns == 1)
  }

  @Test("a peer that could not be reached is lost until it is heard, and still comes due as silent where one listens")
  func lost() {
    let table = table()
    table.note(id(1), at: start)
    table.note(id(2), at: start)
    table.isWatched = true
    table.lose(id(1))
    table.lose(id(3))
    table.isWatched = false
    table.lose(id(2))
    #expect(table.present.isEmpty && table.count == 2)
    #expect(table.takeSilent(since: start) == [id(1)])
    table.note(id(2), at: start + .seconds(1))
    #expect(table.present.map(\.id) == [id(2)])
    #expect(table.present.first?.returns == 1)
  }

  @Test("a peer is lost with its connection, asked about once, and back on another")
  func connection() throws {
    let table = table()
    let peer = RoutingID(received: id(1))
    #expect(!table.hear(peer, at: start))
    table.note(peer, at: start, on: .open(10))
    #expect(table.hear(peer, at: start + .seconds(1)))
    table.note([.ended(11)], lastLook: start + .seconds(2))
    #expect(table.present.count == 1)
    table.note([.ended(10)], lastLook: start + .seconds(2))
    #expect(table.present.isEmpty && table.all.map(\.isLost) == [true])
    #expect(!table.hear(peer, at: start + .seconds(3)))
    table.note(peer, at: start + .seconds(3), on: .open(12))
    #expect(table.present.map(\.returns) == [1])
    // The old one's number is another's now.
    table.note([.ended(10)], lastLook: start + .seconds(4))
    #expect(table.present.count == 1)
  }

  @Test("who was heard when others connected is asked again, and its old connection tells nothing until then")
  func doubt() throws {
    let table = table()
    let (early, late) = (RoutingID(received: id(1)), RoutingID(received: id(2)))
    table.note(early, at: start, on: .open(10))
    table.note(late, at: start + .seconds(2), on: .open(11))
    // Both connections end and another one begins; the late one may have been heard on that.
    table.note([.ended(10), .begun(12), .ended(11)], lastLook: start + .seconds(1))
    #expect(table.present.map(\.routingID) == [late])
    #expect(!table.hear(late, at: start + .seconds(3)))
    table.note(late, at: start + .seconds(3), on: .open(12))
    #expect(table.hear(late, at: start + .seconds(4)))
    table.note([.ended(12)], lastLook: start + .seconds(3))
    #expect(table.present.isEmpty)
  }

  @Test(
    "doubt ends when somebody else has been heard on the new connection, or it has ended", arguments: [true, false])
  func endOfDoubt(isHeard: Bool) throws {
    let table = table()
    table.note(RoutingID(received: id(1)), at: start, on: .open(10))
    table.note([.ended(10), .begun(11)], lastLook: start)
    #expect(table.present.map(\.id) == [id(1)])
    if isHeard {
      table.note(RoutingID(received: id(2)), at: start + .seconds(1), on: .open(11))
    } else {
      table.note([.ended(11)], lastLook: start + .seconds(1))
    }
    #expect(table.present.map(\.id) == (isHeard ? [id(2)] : []))
  }

  @Test("doubt ends when the new connection turns out to have ended without a word, and not before")
  func silentEnd() throws {
    let table = table()
    table.note(RoutingID(received: id(1)), at: start, on: .open(10))
    table.note([.ended(10), .begun(11), .begun(12)], lastLook: start)
    table.doubt { _ in true }
    table.doubt { $0 == 12 }
    #expect(table.present.map(\.id) == [id(1)])
    var asked: [Int] = []
    table.doubt {
      asked.append($0)
      return false
    }
    #expect(table.present.isEmpty && table.all.map(\.isLost) == [true])
    #expect(asked == [12])
    table.doubt { _ in
      Issue.record("nobody is in doubt")
      return true
    }
  }

  @Test("who stays silent on a connection brings nobody into doubt who is heard later")
  func roundOfItsOwn() throws {
    let table = table()
    table.note([.begun(9)], lastLook: start)
    for second in 1...3 {
      table.note(RoutingID(received: id(1)), at: start + .seconds(second), on: .open(10))
      table.note([.ended(10)], lastLook: start + .seconds(second))
      #expect(table.present.isEmpty)
      table.note(RoutingID(received: id(1)), at: start + .seconds(second), on: .open(10))
      // One that begins when nobody has been heard for a while.
      table.note([.ended(10), .begun(20 + second)], lastLook: start + .seconds(second) + .milliseconds(1))
      #expect(table.present.isEmpty)
    }
  }

  @Test("a connection that is another's now has been lost; a peer's last words tell that it has gone")
  func displaced() throws {
    let table = table()
    table.note(RoutingID(received: id(1)), at: start, on: .open(10))
    table.note(RoutingID(received: id(2)), at: start + .seconds(1), on: .open(10))
    #expect(table.present.map(\.id) == [id(2)])
    table.note(RoutingID(received: id(3)), at: start + .seconds(2), on: .ended)
    #expect(table.present.map(\.id) == [id(2)] && table.count == 3)
    // Heard elsewhere, so it has connected anew, whoever tells of it.
    table.note([.begun(13)], lastLook: start + .seconds(3))
    table.note(RoutingID(received: id(2)), at: start + .seconds(4), on: .open(13))
    #expect(table.present.map(\.returns) == [1])
  }

  @Test("who was told of as silent is so until it speaks")
  func silentUntilHeard() {
    let table = table()
    table.note(id(1), at: start)
    table.note(id(2), at: start)
    #expect(table.takeSilent(since: start).count == 2)
    table.note(id(2), at: start + .seconds(1))
    #expect(table.isSilent(id(1)) && !table.isSilent(id(2)) && !table.isSilent(id(3)))
  }

  @Test("who has said nothing for long is forgotten when another comes")
  func forgotten() {
    let table = table(memory: .seconds(60))
    for number in 0..<100 { table.note(id(number), at: start) }
    table.note(id(0), at: start + .seconds(30))
    _ = table.takeSilent(since: start)
    table.note(id(100), at: start + .seconds(61))
    #expect(table.all.map(\.id) == [id(0), id(100)])
  }

  @Test("ids of every length are told apart, and found again after others were forgotten")
  func ids() {
    let table = table(memory: .seconds(60))
    let ids = (0...255).flatMap { length in
      [[UInt8](repeating: 0, count: length), [UInt8](repeating: 0, count: max(0, length - 1)) + [1]]
    }
    for id in ids { table.note(id, at: start) }
    #expect(table.count == Set(ids).count)
    for id in ids { table.note(id, at: start + .seconds(1)) }
    #expect(table.count == Set(ids).count)
  }

  @Test("whatever is said in whatever order, it is what a dictionary would know")
  func model() {
    let table = table()
    var model: [[UInt8]: Moment] = [:]
    var state: UInt64 = 1
    for step in 0..<20_000 {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      let peer = id(Int(state >> 40) % 3000)
      table.note(peer, at: start + .milliseconds(step))
      model[peer] = start + .milliseconds(step)
    }
    #expect(table.count == model.count)
    #expect(Dictionary(uniqueKeysWithValues: table.all.map { ($0.id, $0.lastSeen) }) == model)
    #expect(table.all.map(\.lastSeen) == model.values.sorted())
  }

  @Test("no peer makes the table grow beyond its bound")
  func bounded() {
    let table = table()
    for number in 0..<(PeerTable.capacity + 1000) { table.note(id(number), at: start + .microseconds(number)) }
    #expect(table.count == PeerTable.capacity)
    #expect(table.all.first?.id == id(1000))
  }
}
