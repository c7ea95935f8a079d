import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// Envelopes of several routing ids that no delimiter ends.
@Suite(.timeLimit(.minutes(1)))
struct RoutedTests {
  struct Expert: Routed.Expert.QuestionsHandler {
    func ask(question: String, origin: Origin) -> Routed.Answer { Routed.Answer(text: "\(question)!") }
  }

  struct Archive: Routed.Archive.RequestsHandler {
    nonisolated(nonsending) func lookUp(
      title: String, origin: Origin, send: SendElement<Routed.Page>
    ) async throws -> Routed.End {
      for number in 1...title.count { try await send(Routed.Page(number: number)) }
      return Routed.End()
    }
  }

  @Test("a ROUTER behind a proxy answers, a DEALER sends a stream", arguments: TestTransport.allCases)
  func envelopes(kind: TestTransport) async throws {
    let transport = kind.make()
    var desk = Routed.Desk()
    desk.sockets.askers.bind = [kind.endpoint()]
    desk.sockets.experts.bind = [kind.endpoint()]
    desk.sockets.readers.bind = [kind.endpoint()]
    desk.sockets.archive.bind = [kind.endpoint()]
    var expert = Routed.Expert(questions: Expert())
    expert.sockets.questions.connect = desk.sockets.experts.bind
    var archive = Routed.Archive(requests: Archive())
    archive.sockets.requests.connect = desk.sockets.archive.bind
    var asker = Routed.Asker()
    asker.sockets.desk.connect = desk.sockets.askers.bind
    asker.sockets.archive.connect = desk.sockets.readers.bind
    let (runningExpert, runningArchive, runningAsker) = (expert, archive, asker)
    try await desk.run(on: transport) { _ in
      try await runningExpert.run(on: transport) { _ in
        try await runningArchive.run(on: transport) { _ in
          try await runningAsker.run(on: transport) { asker in
            for question in ["a", "b", "c"] {
              #expect(try await asker.desk.ask(question: question) == Routed.Answer(text: "\(question)!"))
            }
            let pages = try await asker.archive.lookUp(title: "seven of")
            var numbers: [Int] = []
            for try await page in pages { numbers.append(page.number) }
            #expect(numbers == Array(1...8))
          }
        }
      }
    }
  }
}
