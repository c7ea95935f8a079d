import SpecModel

/// What a message is answered with does not depend on the chain: one handler method receives it, one
/// client method sends it, and each has one result.
struct RepliesAgreeInAllChains: Rule {
  static let code: DiagnosticCode = "ZS0409"

  private struct Key: Hashable {
    var socket: SocketID
    var message: MessageID
  }

  private struct Answers {
    var messages: [MessageID]
    var request: StepSpec
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var known: [Key: Answers] = [:]
    var found: [Diagnostic] = []
    for chain in spec.chains {
      var replies: [Int: [MessageID]] = [:]
      for step in chain.steps {
        if let request = step.answers { replies[request, default: []].append(step.message) }
      }
      for (index, step) in chain.steps.enumerated() where step.answers == nil {
        let answers = Answers(messages: replies[index] ?? [], request: step)
        var reported = false
        for socket in [step.sender] + step.receivers {
          let key = Key(socket: socket, message: step.message)
          if let before = known[key] {
            if before.messages != answers.messages, !reported {
              found.append(difference(answers, before, in: spec))
              reported = true
            }
          } else {
            known[key] = answers
          }
        }
      }
    }
    return found
  }

  private static func difference(_ now: Answers, _ before: Answers, in spec: ProtocolSpec) -> Diagnostic {
    func words(_ answers: Answers) -> String {
      answers.messages.isEmpty ? "not answered" : "answered with \(answers.messages.map { spec[$0].name }.quotedList())"
    }
    let message = spec[now.request.message].name
    return error(
      at: now.request.range,
      "'\(message)' is \(words(now)) here and \(words(before)) elsewhere: its handler has one result",
      help: "use the same reply in every chain, or declare another message for one of the two",
      notes: [Diagnostic.Note("here '\(message)' is \(words(before))", at: before.request.range)])
  }
}
