import Testing

extension InteropTests {
  /// Python programs in the article's four styles play PingProc and PongProc against ours.
  @Suite struct ExchangeTests {
    /// One of the thirty-two ways to play ping-pong.
    struct Conversation: CustomTestStringConvertible {
      var pair: String
      var layout: String
      var transport: String
      /// What the Swift process is.
      var role: String
      /// How the Python program is written.
      var style: String

      var variant: String { "\(pair)-\(layout)" }
      var testDescription: String { "Swift \(role) and \(style) Python: \(variant) over \(transport)" }
      var endpoint: String { transport == "tcp" ? "tcp://127.0.0.1:*" : "ipc://pings" }
    }

    /// Each pair × layout × transport × role once; the styles take turns so that each of them meets, in both
    /// roles, every pair, both layouts and both transports.
    static let conversations: [Conversation] = {
      let styles = ["blocking", "polling", "coroutines", "streaming"]
      var all: [Conversation] = []
      for (i, pair) in ["req-rep", "req-router", "dealer-rep", "dealer-router"].enumerated() {
        for (j, layout) in ["pair", "triple"].enumerated() {
          for (k, transport) in ["tcp", "ipc"].enumerated() {
            for (l, role) in ["pong", "ping"].enumerated() {
              let style = styles[(i + 2 * j + k + l) % 4]
              all.append(Conversation(pair: pair, layout: layout, transport: transport, role: role, style: style))
            }
          }
        }
      }
      return all
    }()

    @Test("1,000 exchanges, none lost, then plzdiekthxbye", arguments: conversations)
    func exchange(_ conversation: Conversation) async throws {
      try await Stage.run { stage in
        let variant = conversation.variant
        if conversation.role == "pong" {
          let pong = try stage.peer("pong", variant, conversation.endpoint)
          let ping = try stage.python(conversation.style, "ping", variant, try await pong.line(), count: 1000)
          #expect(try await ping.line() == #"{"answered": 1000}"#, "\(stage)")
          #expect(try await ping.end() == .exit(0), "\(stage)")
          #expect(try await pong.report() == Report(received: 1001, handled: 1001, sent: 1000), "\(stage)")
          #expect(try await pong.end() == .exit(0), "\(stage)")
        } else {
          let pong = try stage.python(conversation.style, "pong", variant, conversation.endpoint)
          let ping = try stage.peer("ping", variant, try await pong.line(), 1000)
          #expect(try await ping.report() == Report(received: 1000, handled: 1000, sent: 1001), "\(stage)")
          #expect(try await ping.end() == .exit(0), "\(stage)")
          #expect(try await pong.line() == #"{"handled": 1000}"#, "\(stage)")
          #expect(try await pong.end() == .exit(0), "\(stage)")
        }
      }
    }

    @Test("each style plays both roles with every pair, both layouts and both transports")
    func completeness() {
      for style in Set(Self.conversations.map(\.style)) {
        for role in ["pong", "ping"] {
          let own = Self.conversations.filter { $0.style == style && $0.role == role }
          #expect(Set(own.map(\.pair)).count == 4 && Set(own.map(\.layout)).count == 2)
          #expect(Set(own.map(\.transport)).count == 2)
        }
      }
    }
  }
}
