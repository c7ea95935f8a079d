import SpecModel

/// Whether a message is answered does not depend on the chain, and a reply is either one of many or the last one.
///
/// One handler method receives a message and one client method sends it, whatever the chain. *What* answers it may
/// differ: the replies of all branches and chains are its alternatives.
struct RepliesAgreeInAllChains: Rule {
  static let code: DiagnosticCode = "ZS0409"

  private struct Request: Hashable {
    var socket: SocketID
    var message: MessageID
  }

  private struct Answer: Hashable {
    var request: Request
    var message: MessageID
  }

  /// Where a request is sent, and what first answers it there.
  private struct Answered {
    var request: StepSpec
    var reply: StepSpec?
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var known: [Request: Answered] = [:]
    var answers: [Answer: StepSpec] = [:]
    var found: [Diagnostic] = []
    for chain in spec.chains {
      var replies: [Int: [StepSpec]] = [:]
      for step in chain.steps {
        if let request = step.answers { replies[request, default: []].append(step) }
      }
      // What is lost reaches nobody who could answer.
      for (index, step) in chain.steps.enumerated() where step.answers == nil && !step.isLost {
        let now = Answered(request: step, reply: replies[index]?.first)
        var reported = false
        for socket in [step.sender] + step.receivers where !reported {
          let request = Request(socket: socket, message: step.message)
          if let before = known[request], (before.reply == nil) != (now.reply == nil) {
            found.append(difference(now, before, in: spec))
            reported = true
          }
          known[request] = known[request] ?? now
          for reply in replies[index] ?? [] where !reported {
            let answer = Answer(request: request, message: reply.message)
            if let before = answers[answer], before.isStreamElement != reply.isStreamElement {
              found.append(confusion(reply, before, request: step, in: spec))
              reported = true
            }
            answers[answer] = answers[answer] ?? reply
          }
        }
      }
    }
    return found
  }

  private static func difference(_ now: Answered, _ before: Answered, in spec: ProtocolSpec) -> Diagnostic {
    func words(_ answered: Answered) -> String {
      answered.reply.map { "answered with '\(spec[$0.message].name)'" } ?? "not answered"
    }
    let message = spec[now.request.message].name
    return error(
      at: now.request.range,
      "'\(message)' is \(words(now)) here and \(words(before)) elsewhere: its handler has one result",
      help: "answer it in every chain, with the same reply or another, or declare another message for one of the two",
      notes: [Diagnostic.Note("here '\(message)' is \(words(before))", at: before.request.range)])
  }

  private static func confusion(
    _ now: StepSpec, _ before: StepSpec, request: StepSpec, in spec: ProtocolSpec
  ) -> Diagnostic {
    func words(_ reply: StepSpec) -> String {
      reply.isStreamElement ? "one of many answers" : "the last answer"
    }
    let (reply, asked) = (spec[now.message].name, spec[request.message].name)
    return error(
      at: now.range,
      "'\(reply)' is \(words(now)) to '\(asked)' here and \(words(before)) elsewhere: "
        + "whoever asked cannot tell whether more will come",
      help: "declare a message of its own for the last answer",
      notes: [Diagnostic.Note("here '\(reply)' is \(words(before))", at: before.range)])
  }
}
