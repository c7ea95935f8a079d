import Testing
import ZMQRuntime

/// Patterns of events, and the sentences for them; MonitorTests shows that libzmq's events look like this.
@Suite
struct SocketDiagnosisTests {
  private static let endpoint = "tcp://127.0.0.1:5678"

  private func patterns(_ events: [(SocketEvent.Kind, UInt32)]) -> [SocketFinding.Meaning] {
    var diagnosis = SocketDiagnosis(of: .req)
    for (kind, value) in events { diagnosis.note(SocketEvent(kind, value: value, endpoint: Self.endpoint)) }
    return diagnosis.findings.map(\.meaning)
  }

  @Test("what stands is agreed, also after trouble")
  func agreed() {
    #expect(
      patterns([
        (.connectDelayed, 0), (.closed, 0), (.connectRetried, 100), (.connected, 7), (.disconnected, 7),
        (.connected, 8),
        (.handshakeSucceeded, 0),
      ]) == [.agreed(times: 1)])
  }

  @Test("what has gone is lost; what comes back is agreed again")
  func lost() {
    let first: [(SocketEvent.Kind, UInt32)] = [(.connected, 7), (.handshakeSucceeded, 0), (.disconnected, 7)]
    #expect(patterns(first) == [.lost])
    #expect(patterns(first + [(.connectRetried, 100)]) == [.lost])
    #expect(patterns(first + [(.connected, 8), (.handshakeSucceeded, 0)]) == [.agreed(times: 2)])
  }

  @Test("each pattern has a sentence, and a remedy unless all is well")
  func sentences() {
    let cases: [([(SocketEvent.Kind, UInt32)], String)] = [
      ([(.connectDelayed, 0)], "nobody binds tcp://127.0.0.1:5678"),
      ([(.connectDelayed, 0), (.connectRetried, 9)], "nobody binds tcp://127.0.0.1:5678: 2 attempts"),
      (
        [(.connected, 7), (.disconnected, 7)],
        "connected to tcp://127.0.0.1:5678, then disconnected without a handshake"
      ),
      ([(.connected, 7)], "connected to tcp://127.0.0.1:5678, but whoever is there does not speak ZMTP"),
      (
        [(.connected, 7), (.handshakeFailedByAuthentication, 400)],
        "tcp://127.0.0.1:5678 does not let us in (status 400)"
      ),
      (
        [(.connected, 7), (.handshakeFailedByProtocol, 0x1100_0002)],
        "tcp://127.0.0.1:5678 and this socket have different"
      ),
      ([(.bindFailed, 98)], "tcp://127.0.0.1:5678 could not be bound (errno 98)"),
      (
        [(.listening, 5), (.acceptFailed, 24)],
        "a peer came to tcp://127.0.0.1:5678 and could not be taken in (errno 24)"
      ),
    ]
    for (events, sentence) in cases {
      var diagnosis = SocketDiagnosis(of: .req)
      for (kind, value) in events { diagnosis.note(SocketEvent(kind, value: value, endpoint: Self.endpoint)) }
      #expect(diagnosis.findings.count == 1)
      #expect(diagnosis.findings.first?.sentence.hasPrefix(sentence) == true, "\(diagnosis.findings)")
      #expect(diagnosis.findings.first?.remedy != nil)
      #expect(diagnosis.findings.first?.isSound == false)
    }
  }

  @Test("of many peers of one endpoint each is counted for itself")
  func manyPeers() {
    let two: [(SocketEvent.Kind, UInt32)] = [
      (.listening, 5), (.accepted, 7), (.handshakeSucceeded, 0), (.accepted, 8), (.handshakeSucceeded, 0),
    ]
    #expect(patterns(two) == [.agreed(times: 2)])
    // One of them goes: the other is there. A third comes, and has not agreed when the second one goes.
    #expect(patterns(two + [(.disconnected, 7)]) == [.agreed(times: 2)])
    let third: [(SocketEvent.Kind, UInt32)] = [(.disconnected, 7), (.accepted, 9), (.disconnected, 8)]
    #expect(patterns(two + third + [(.disconnected, 9)]) == [.brokenHandshake])
    #expect(patterns(two + third + [(.handshakeSucceeded, 0), (.disconnected, 9)]) == [.lost])
  }

  @Test("ever other endpoints: those are forgotten that are not connected and were quiet for the longest time")
  func bounded() {
    var diagnosis = SocketDiagnosis(of: .dealer)
    func note(_ kind: SocketEvent.Kind, _ endpoint: String) {
      diagnosis.note(SocketEvent(kind, value: 7, endpoint: endpoint))
    }
    for kind in [SocketEvent.Kind.connected, .handshakeSucceeded] { note(kind, "tcp://first:1") }
    note(.connectDelayed, "tcp://second:1")
    for number in 0..<100_000 { note(.connectDelayed, "tcp://other:\(number)") }
    #expect(diagnosis.findings.count == 256)
    #expect(diagnosis.findings[0].endpoint == "tcp://first:1" && diagnosis.findings[0].isSound)
    #expect(diagnosis.findings[1].endpoint == "tcp://other:\(100_000 - 255)")
  }

  @Test("what only listens needs no word")
  func listening() { #expect(patterns([(.listening, 5)]) == []) }
}
