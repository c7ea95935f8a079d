import Foundation
import Programs
import Testing

extension InteropTests {
  /// A peer's bytes never crash, never block, never vanish unseen.
  @Suite struct BadMessageTests {
    /// A bad message of hostile.py, and the `WireError.Reason` under which it is counted.
    struct Case {
      var name: String
      var reason: String

      init(_ name: String, _ reason: String) {
        self.name = name
        self.reason = reason
      }
    }

    /// What every server refuses.
    static let cases = [
      Case("not JSON", "notJSON"), Case("cut short", "notJSON"), Case("no list", "notAMessage"),
      Case("a number", "notAMessage"), Case("an empty list", "notAMessage"),
      Case("type is no string", "notAMessage"), Case("unknown type", "unknownType"),
      Case("private type", "unknownType"), Case("dunder type", "unknownType"),
      Case("too few arguments", "wrongArguments"), Case("too many arguments", "wrongArguments"),
      Case("wrong type", "wrongType"), Case("a fraction", "wrongType"), Case("out of range", "outOfRange"),
      Case("far out of range", "outOfRange"), Case("deep", "tooDeep"), Case("deep from the first bracket", "tooDeep"),
      Case("invalid UTF-8", "notUTF8"), Case("invalid UTF-8 in the type", "notUTF8"),
      Case("invalid UTF-8 before the JSON", "notJSON"), Case("something after the end", "notJSON"),
      Case("extra frames", "tooManyFrames"), Case("100 MB", "tooLarge"),
    ]

    /// Where a delimiter parts envelope and body, in the frames of a REQ.
    static let delimiterCases = [
      Case("no body", "emptyBody"), Case("missing delimiter", "missingDelimiter"),
      Case("missing delimiter, two frames", "missingDelimiter"),
    ]

    /// Without one, an empty frame is the body.
    static let bareCases = [Case("no body", "notJSON")]

    @Test(
      "each bad message is counted and logged, answered as declared, and the next good one served",
      arguments: [
        "dealer-rep-pair", "dealer-rep-triple", "req-rep-pair-refused", "req-router-pair", "req-router-triple",
        "req-router-triple-refused", "dealer-router-pair", "dealer-router-triple", "dealer-router-pair-refused",
      ])
    func badMessages(variant: String) async throws {
      let hasDelimiter = !variant.hasPrefix("dealer-router")
      let cases = Self.cases + (hasDelimiter ? Self.delimiterCases : Self.bareCases)
      try await Stage.run { stage in
        let pong = try stage.peer("pong", variant, "tcp://127.0.0.1:*")
        let hostile = try stage.python("hostile", variant, try await pong.line())
        var refused: [String: Int] = [:]
        for bad in cases {
          try hostile.tell(bad.name)
          // It goes on when its good ping has been answered.
          let answers = try JSONDecoder().decode([[String]].self, from: Data(try await hostile.line().utf8))
          refused[bad.reason, default: 0] += 1
          let log = try await pong.complaint()
          #expect(log.contains("warning") && log.contains("socket=PongProc.pings"), "\(bad.name): \(log)")
          #expect(log.contains("reason=\(bad.reason) "), "\(bad.name): \(log)")
          #expect(log.contains("peer=0x"), "\(bad.name): \(log)")
          #expect(log.contains("refused=\(refused[bad.reason, default: 0]) "), "\(bad.name): \(log)")
          let expected = Self.answers(to: bad, by: variant, log: log)
          #expect(answers == expected, "\(bad.name): \(log)")
        }
        hostile.endInput()
        let report = try await pong.report()
        #expect(report.refused == refused, "\(stage)")
        #expect(report.received == 2 * cases.count + 1 && report.handled == cases.count + 1, "\(stage)")
        #expect(report.failed == 0, "\(stage)")
        #expect(try await pong.end() == .exit(0), "\(stage)")
        #expect(try await hostile.end() == .exit(0), "\(stage)")
      }
    }

    /// What comes back: with `otherwise: refused` a message with the reason that stands in the log.
    private static func answers(to bad: Case, by variant: String, log: String) -> [[String]] {
      guard variant.hasSuffix("-refused"), let text = log.split(separator: "message refused: ").last else { return [] }
      let reason = "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
      let body = variant.contains("triple") ? "[\"refused\",[\(reason)],{}]" : "[\"refused\",\(reason)]"
      // As the protocol has it, also where the request had no delimiter.
      let hasDelimiter = !variant.hasPrefix("dealer-router")
      return [hasDelimiter ? ["", body] : [body]]
    }
  }
}
