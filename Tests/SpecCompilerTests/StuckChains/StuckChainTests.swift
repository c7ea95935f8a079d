import SpecModel
import Testing

@testable import SpecCompiler

/// What is said of a chain by family 7, and what is not said of its nearest harmless neighbour.
@Suite struct StuckChainTests {
  /// A chain and the codes it gets.
  struct Case: Sendable, CustomTestStringConvertible {
    var shows: String
    var processes: String
    var messages: String
    var steps: String
    var codes: [String]
    var testDescription: String { shows }

    init(_ shows: String, _ processes: String, _ messages: String, _ steps: String, _ codes: String...) {
      self.shows = shows
      self.processes = processes
      self.messages = messages
      self.steps = steps
      self.codes = codes
    }
  }

  @Test("codes of family 7", arguments: waits + deals + deadlocks + knowledge + streams + races + splits + late + left)
  func codes(of value: Case) throws {
    #expect(try diagnostics(value).map(\.code.rawValue) == value.codes)
  }

  /// What family 7 says of a chain; every finding has a trace that ends.
  private func diagnostics(_ value: Case) throws -> [Diagnostic] {
    func indented(_ text: String, _ blanks: Int) -> String {
      text.split(separator: "\n").map { String(repeating: " ", count: blanks) + $0 + "\n" }.joined()
    }
    let text =
      "zmqspec: 1\nprotocol: sample\nprocesses:\n\(indented(value.processes, 2))messages:\n"
      + value.messages.split(separator: " ").map { "  \($0): {}\n" }.joined()
      + "chains:\n  chain:\n    steps:\n\(indented(value.steps, 6))"
    let spec = try Resolved.spec(text)
    let rules: [any Rule.Type] = [
      NoChainGetsStuck.self, AlternativeIsKnown.self, LoopCanEnd.self, AlternativeHasOneDecider.self,
      LateMessageIsRecognised.self,
    ]
    let found = rules.flatMap { $0.check(spec) }.inSourceOrder()
    for diagnostic in found {
      let trace = try #require(diagnostic.trace)
      #expect(!trace.events.isEmpty && !trace.fatal.isEmpty)
      #expect(diagnostic.help != nil)
    }
    #expect(rules.flatMap { $0.check(spec) }.inSourceOrder() == found)
    return found
  }

  @Test("ten thousand chains, and one chain of four thousand steps")
  func large() throws {
    func text(_ chains: Int, _ steps: Int) -> String {
      var text = """
        zmqspec: 1
        protocol: large
        processes:
          Client: { sockets: { server: DEALER } }
          Server: { sockets: { clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" } } }
        messages:
          hello: {}
          welcome: {}
        chains:

        """
      for chain in 0..<chains {
        text += "  c\(chain):\n    steps:\n"
        for _ in 0..<steps { text += "      - Client -> Server: hello\n      - Server -> Client: welcome\n" }
      }
      return text
    }
    let clock = ContinuousClock()
    let (many, long) = (try Resolved.spec(text(10_000, 1)), try Resolved.spec(text(1, 2_000)))
    // The time of a debug build on a busy machine.
    var codes: [DiagnosticCode] = []
    #expect(clock.measure { codes += NoChainGetsStuck.check(many).map(\.code) } < .seconds(20))
    #expect(clock.measure { codes += NoChainGetsStuck.check(long).map(\.code) } < .seconds(20))
    #expect(codes == ["ZS0707"])
  }

  static func pair(_ client: String, _ server: String = "ROUTER") -> String {
    """
    Client: { sockets: { server: { type: \(client) } } }
    Server: { sockets: { clients: { type: \(server), bind: "tcp://127.0.0.1:5555" } } }
    """
  }

  // MARK: Waiting for ever

  static let waits = [
    Case(
      "a process that has asked goes on only when something comes back", pair("DEALER"), "hello welcome data",
      "- Client -> Server: hello\n- Server -> Client: welcome\n- Client -> Server: data", "ZS0704"),
    Case(
      "it need not go on", pair("DEALER"), "hello welcome",
      "- Client -> Server: hello\n- Server -> Client: welcome"),
    Case(
      "a silence is noticed", pair("DEALER, silence: 3s"), "hello welcome data",
      "- Client -> Server: hello\n- Server -> Client: welcome\n- Client -> Server: data"),
    Case(
      "a reply has a deadline", pair("DEALER"), "hello welcome data",
      "- Client -> Server: hello\n- Client <- Server: welcome\n- Client -> Server: data"),
    Case(
      "a branch begins with a pause", pair("DEALER"), "hello welcome data bye",
      """
      - Client -> Server: hello
      - alt it is there:
          - Server -> Client: welcome
          - Client -> Server: data
        else it is not:
          - pause: 2s
          - Client -> Server: bye
      """),
    Case(
      "a pause in front of the alternative is no clock", pair("DEALER"), "hello welcome no data",
      """
      - Client -> Server: hello
      - pause: 2s
      - alt it is welcome:
          - Server -> Client: welcome
          - Client -> Server: data
        else it is not:
          - Server -> Client: no
      """, "ZS0704"),
    Case(
      "a heartbeat is nothing to wait for", pair("DEALER"), "hello heartbeat data",
      "- Client -> Server: hello\n- Server -> Client: heartbeat\n  every: 1s\n- Client -> Server: data"),
    Case(
      "a server is not stuck when its client asks nothing more", pair("DEALER"), "hello hi query answer",
      """
      - Client -> Server: hello
      - Client <- Server: hi
      - Client -> Server: query
      - Client <- Server: answer
      """),
    Case(
      "nor when it has published something in between",
      """
      Client: { sockets: { server: DEALER, news: SUB } }
      Server:
        sockets:
          clients: { type: ROUTER, bind: "tcp://127.0.0.1:5555" }
          news: { type: PUB, bind: "tcp://127.0.0.1:5556" }
      """, "news query answer",
      "- Server.news -> Client.news: news\n- Client.server -> Server: query\n- Client.server <- Server: answer"),
    Case(
      "a worker that has no task yet is not stuck",
      """
      Ventilator: { sockets: { tasks: { type: PUSH, bind: "tcp://127.0.0.1:5555" } } }
      Worker: { count: many, sockets: { tasks: PULL, results: PUSH } }
      Sink: { sockets: { results: { type: PULL, bind: "tcp://127.0.0.1:5556" } } }
      """, "task result", "- loop:\n    - Ventilator -> Worker: task\n    - Worker -> Sink: result"),
    Case("one that owes an answer is", owing, "ask job result answer", owingSteps, "ZS0704"),
    Case(
      "unless its workers answer by a deadline",
      owing.replacing("jobs: { type: PUSH", with: "jobs: { type: DEALER").replacing("jobs: PULL", with: "jobs: DEALER"),
      "ask job result answer",
      owingSteps.replacing("Worker.results -> Server.results", with: "Server.jobs <- Worker.jobs")
        .replacing("Server.jobs -> Worker", with: "Server.jobs -> Worker.jobs")),
    Case(
      "what follows in the next round counts", pair("DEALER"), "next item",
      "- loop:\n    - Client -> Server: next\n    - Server -> Client: item", "ZS0704"),
    Case(
      "a process whose client speaks first does not wait for it", pair("DEALER"), "hello challenge response welcome",
      """
      - Client -> Server: hello
      - Server -> Client: challenge
      - Client -> Server: response
      - Server -> Client: welcome
      """, "ZS0704"),
  ]

  private static let owing = """
    Client: { sockets: { server: REQ } }
    Server:
      sockets:
        clients: { type: REP, bind: "tcp://127.0.0.1:5555" }
        jobs: { type: PUSH, bind: "tcp://127.0.0.1:5556" }
        results: { type: PULL, bind: "tcp://127.0.0.1:5557" }
    Worker: { sockets: { jobs: PULL, results: PUSH } }
    """

  private static let owingSteps = """
    - Client -> Server: ask
    - Server.jobs -> Worker: job
    - Worker.results -> Server.results: result
    - Client <- Server: answer
    """

  // MARK: Dealing

  private static func broker(_ type: String, count: String) -> String {
    """
    Broker: { sockets: { jobs: { type: \(type), bind: "tcp://127.0.0.1:5555" } } }
    Worker: { count: \(count), sockets: { jobs: DEALER } }
    """
  }

  static let deals = [
    Case(
      "a second message is dealt to another worker", broker("DEALER", count: "many"), "job part done",
      "- Broker -> Worker: job\n- Broker -> Worker: part\n- Broker <- Worker: done\n  answers: job", "ZS0702"),
    Case(
      "there is only one", broker("DEALER", count: "one"), "job part done",
      "- Broker -> Worker: job\n- Broker -> Worker: part\n- Broker <- Worker: done\n  answers: job"),
    Case(
      "a ROUTER names the worker", broker("ROUTER", count: "many"), "job part done",
      "- Broker -> Worker: job\n- Broker -> Worker: part\n- Broker <- Worker: done\n  answers: job"),
    Case(
      "requests that are answered one by one may go to any", broker("DEALER", count: "many"), "job done more",
      """
      - Broker -> Worker: job
      - Broker <- Worker: done
      - Broker -> Worker: more
      - Broker <- Worker: done
      """),
    Case(
      "what is sent on the other way of an alternative is not dealt", broker("DEALER", count: "many"),
      "job part done",
      """
      - alt small:
          - Broker -> Worker: job
          - Broker <- Worker: done
        else large:
          - Broker -> Worker: part
      """),
  ]

  // MARK: Deadlocks

  private static func crossing(_ count: String, _ type: String = "REP") -> String {
    """
    Client: { count: \(count), sockets: { left: REQ, right: REQ } }
    Left: { sockets: { asked: { type: \(type), bind: "tcp://127.0.0.1:5555" }, asking: REQ } }
    Right: { sockets: { asked: { type: \(type), bind: "tcp://127.0.0.1:5556" }, asking: REQ } }
    """
  }

  private static let leftFirst = """
    - Client.left -> Left.asked: a
    - Left.asking -> Right.asked: b
    - Left.asking <- Right.asked: ok
    - Client.left <- Left.asked: ok
    """

  private static let rightFirst = """
    - Client.right -> Right.asked: b
    - Right.asking -> Left.asked: a
    - Right.asking <- Left.asked: ok
    - Client.right <- Right.asked: ok
    """

  private static func par(_ branches: String...) -> String {
    "- par:\n"
      + branches.map { branch in
        branch.split(separator: "\n").enumerated().map { "    \($0 == 0 ? "- " : "  ")\($1)" }.joined(separator: "\n")
      }.joined(separator: "\n")
  }

  static let deadlocks = [
    Case("two clients cross", crossing("many"), "a b ok", leftFirst + "\n" + rightFirst, "ZS0701"),
    Case("one client does one thing at a time", crossing("one"), "a b ok", leftFirst + "\n" + rightFirst),
    Case("all take the same way", crossing("many"), "a b ok", leftFirst + "\n" + leftFirst),
    Case(
      "a ROUTER receives while it owes an answer", crossing("many", "ROUTER"), "a b ok", leftFirst + "\n" + rightFirst),
    Case("the branches of a par cross", crossing("one"), "a b ok", par(leftFirst, rightFirst), "ZS0701"),
    Case(
      "ways through an alternative do not meet", crossing("one"), "a b ok",
      "- alt:\n" + nested(leftFirst) + "\n  else:\n" + nested(rightFirst)),
  ]

  private static func nested(_ steps: String) -> String {
    steps.split(separator: "\n").map { "    \($0)" }.joined(separator: "\n")
  }

  // MARK: Knowing

  private static let printing = """
    Client: { sockets: { server: REQ } }
    Server:
      sockets:
        clients: { type: REP, bind: "tcp://127.0.0.1:5555" }
        jobs: { type: PUSH, bind: "tcp://127.0.0.1:5556" }
    Printer: { sockets: { jobs: PULL, pages: PUSH } }
    Tray: { sockets: { pages: { type: PULL, bind: "tcp://127.0.0.1:5557" } } }
    """

  static let knowledge = [
    Case(
      "a process acts on one way only and is not told", printing, "ask yes no page",
      """
      - Client -> Server: ask
      - alt it is printed:
          - Client <- Server: yes
          - Printer -> Tray: page
        else it is not:
          - Client <- Server: no
      """, "ZS0703"),
    Case(
      "it is told", printing, "ask yes no page print",
      """
      - Client -> Server: ask
      - alt it is printed:
          - Client <- Server: yes
          - Server -> Printer: print
          - Printer -> Tray: page
        else it is not:
          - Client <- Server: no
      """),
    Case(
      "it does the same on both ways", printing, "ask yes no page",
      """
      - Client -> Server: ask
      - alt it is well:
          - Client <- Server: yes
          - Printer -> Tray: page
        else it is not:
          - Client <- Server: no
          - Printer -> Tray: page
      """),
    Case(
      "it does something else on each way", printing, "ask yes no page cover",
      """
      - Client -> Server: ask
      - alt it is well:
          - Client <- Server: yes
          - Printer -> Tray: page
        else it is not:
          - Client <- Server: no
          - Printer -> Tray: cover
      """, "ZS0703"),
    Case(
      "it decides by itself", printing, "page",
      "- opt it likes to:\n    - Printer -> Tray: page\n- loop it likes to:\n    - Printer -> Tray: page"),
    Case(
      "it may or may not be told something before it goes on", printing, "print page",
      "- opt there is news:\n    - Server -> Printer: print\n- Printer -> Tray: page"),
    Case(
      "it goes on behind a loop, and nothing says that it is over", printing, "print page",
      "- loop there is more:\n    - Server -> Printer: print\n- Printer -> Tray: page", "ZS0703"),
    Case(
      "a last message says so", printing, "print last page",
      "- loop there is more:\n    - Server -> Printer: print\n- Server -> Printer: last\n- Printer -> Tray: page"),
    Case(
      "silence says so", printing.replacing("jobs: PULL", with: "jobs: { type: PULL, silence: 1s }"), "print page",
      "- loop there is more:\n    - Server -> Printer: print\n- Printer -> Tray: page"),
    Case(
      "it only sends in a loop that another decides", printing, "print page job",
      "- loop there is more:\n    - Server -> Printer: job\n    - Client -> Server: print\n    - Client <- Server: page",
      "ZS0703"),
  ]

  // MARK: Streams and races

  static let streams = [
    Case(
      "a stream without a last one", pair("DEALER"), "list item",
      "- Client -> Server: list\n- loop:\n    - Client <- Server: item", "ZS0705"),
    Case(
      "a stream with a last one", pair("DEALER"), "list item end",
      "- Client -> Server: list\n- loop:\n    - Client <- Server: item\n- Client <- Server: end"),
    Case(
      "a stream that time ends", pair("DEALER"), "list item",
      "- Client -> Server: list\n- loop:\n    - Client <- Server: item\n      within: 1s"),
    Case(
      "a stream that a break leaves", pair("DEALER"), "list item bye",
      """
      - Client -> Server: list
      - loop:
          - Client <- Server: item
          - break the client has seen enough:
              - Client -> Server: bye
      """),
  ]

  static let races = [
    Case(
      "two processes begin a branch", pair("DEALER"), "ask answer cancel",
      "- Client -> Server: ask\n- alt:\n    - Client <- Server: answer\n  else:\n    - Client -> Server: cancel",
      "ZS0706"),
    Case(
      "one of them waits with a deadline", pair("DEALER"), "ask answer cancel",
      """
      - Client -> Server: ask
      - alt:
          - Client <- Server: answer
            within: 1s
        else:
          - Client -> Server: cancel
      """),
    Case(
      "one of them waits with a pause", pair("DEALER"), "ask answer cancel",
      """
      - Client -> Server: ask
      - alt:
          - Client <- Server: answer
        else:
          - pause: 1s
          - Client -> Server: cancel
      """),
    Case(
      "what was asked is lost", pair("DEALER"), "ask answer",
      """
      - Client -> Server: ask
      - alt:
          - Client <- Server: answer
        else:
          - Client -> Server: ask
            lost: true
          - pause: 1s
      """),
    Case(
      "the race is nested", pair("DEALER"), "ask answer cancel",
      """
      - Client -> Server: ask
      - alt:
          - Client <- Server: answer
        else:
          - opt:
              - Client -> Server: cancel
      """, "ZS0706"),
  ]
}
