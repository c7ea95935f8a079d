import Testing
import ZMQWire

@testable import ZMQRuntime

@Suite
struct LedgerTests {
  private var pings: SocketLedger {
    var counters = MessageCounters()
    counters.received = 12
    counters.answered = 9
    counters.refused = [.unknownType: 1, .notJSON: 1]
    counters.offered = 14
    counters.sent = 10
    counters.unsent = [.unroutable: 1]
    return SocketLedger(
      socket: "pings", type: .router, counters: counters, inHand: 1, queued: 2, queuedBytes: 512, waiting: 1,
      requests: 0, peers: 3)
  }

  @Test("a ledger shows people where every message is")
  func printed() {
    let ledger = ProcessLedger(process: "PongProc", sockets: [pings])
    #expect(
      ledger.description == """
        PongProc
          pings (ROUTER), 3 peers
            received 12 = 9 answered + 1 refused (notJSON) + 1 refused (unknownType) + 1 in hand
            offered  14 = 10 sent + 1 unroutable + 2 queued (512 bytes) + 1 waiting
        """)
    #expect(ledger.isBalanced)
  }

  @Test("one message in no place, or in two, and it does not balance")
  func unbalanced() {
    var lost = pings
    lost.counters.received += 1
    var twice = pings
    twice.counters.unsent[.dropped] = 1
    #expect(!lost.isBalanced && !twice.isBalanced)
  }
}
