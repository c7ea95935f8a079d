import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// One message with several answers, of different layouts, and a refusal beside them.
@Suite(.timeLimit(.minutes(1)))
struct AlternativesTests {
  struct Oracle: Alternatives.Oracle.AnswersHandler {
    func ask(question: String, origin: Origin) throws -> Alternatives.AskAnswer {
      switch question {
      case "name": .answer(Alternatives.Answer(text: "Pythia"))
      case "future": .riddle(Alternatives.Riddle(text: "?", hints: ["a", "b"]))
      case "joke": .laughter(Alternatives.Laughter())
      default: throw Alternatives.Silence()
      }
    }
    func askReply(text: String, origin: Origin) -> Alternatives.Answer { Alternatives.Answer(text: text) }
  }

  @Test("the client gets the answer that was given", arguments: TestTransport.allCases)
  func alternatives(kind: TestTransport) async throws {
    let transport = kind.make()
    let endpoint = kind.endpoint()
    var oracle = Alternatives.Oracle(answers: Oracle())
    oracle.sockets.answers.bind = [endpoint]
    var asker = Alternatives.Asker()
    asker.sockets.questions.connect = [endpoint]
    try await oracle.run(on: transport) { _ in
      try await asker.run(on: transport) { asker in
        let name = try await asker.questions.ask(question: "name")
        #expect(name == .answer(Alternatives.Answer(text: "Pythia")))
        let future = try await asker.questions.ask(question: "future")
        #expect(future == .riddle(Alternatives.Riddle(text: "?", hints: ["a", "b"])))
        #expect(try await asker.questions.ask(question: "joke") == .laughter(Alternatives.Laughter()))
        await #expect(throws: Alternatives.Silence()) { try await asker.questions.ask(question: "weather") }
        #expect(try await asker.questions.askReply(text: "x").text == "x")
      }
    }
  }
}
