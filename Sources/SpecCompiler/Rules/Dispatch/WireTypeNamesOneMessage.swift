import SpecModel

/// On every socket the type on the wire tells which message has arrived.
///
/// That is enough for all four built-in layouts, also side by side on one socket: in a JSON array the type
/// is the first element, in an object the member `type`. Of layouts of the file's own, `MessagesDifferInShape` tells.
struct WireTypeNamesOneMessage: Rule {
  static let code: DiagnosticCode = "ZS0601"

  private struct Reception {
    var message: MessageID
    var range: SourceRange
  }

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var known: [SocketID: [String: Reception]] = [:]
    var reported: Set<[MessageID]> = []
    var found: [Diagnostic] = []
    func receive(_ message: MessageID, at socket: SocketID, range: SourceRange) {
      guard spec[message].layout.declared == nil else { return }
      let type = spec[message].wireType
      guard let before = known[socket]?[type] else {
        known[socket, default: [:]][type] = Reception(message: message, range: range)
        return
      }
      let pair = [before.message, message].sorted { $0.index < $1.index }
      guard before.message != message, reported.insert(pair).inserted else { return }
      found.append(confusion(message, before, range: range, socket: socket, in: spec))
    }
    for chain in spec.chains {
      for step in chain.steps {
        for receiver in step.receivers {
          receive(step.message, at: receiver, range: step.range)
          if case .message(let refusal) = spec[receiver].otherwise, step.answers == nil {
            receive(refusal, at: step.sender, range: spec[receiver].otherwiseRange ?? step.range)
          }
        }
      }
    }
    return found
  }

  private static func confusion(
    _ message: MessageID, _ before: Reception, range: SourceRange, socket: SocketID, in spec: ProtocolSpec
  ) -> Diagnostic {
    let (first, second) = (spec[before.message], spec[message])
    return error(
      at: range,
      "\(spec.socket(socket)) cannot tell '\(second.name)' from '\(first.name)': both have the type "
        + "'\(second.wireType)' on the wire",
      help: "give one of them another `wire`",
      notes: [
        Diagnostic.Note("it receives '\(first.name)' here", at: before.range),
        Diagnostic.Note("the type of '\(first.name)' is '\(first.wireType)'", at: first.wireTypeRange),
        Diagnostic.Note("the type of '\(second.name)' is '\(second.wireType)'", at: second.wireTypeRange),
      ])
  }
}
