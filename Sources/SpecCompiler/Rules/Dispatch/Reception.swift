import SpecModel

/// A message that a socket may receive, and what is known of it before it is decoded.
struct Reception {
  /// The message.
  var message: MessageID
  /// Where it is received first.
  var range: SourceRange
  /// Whether it comes other than as a reply.
  var isSpoken = false
  /// The requests that it answers here.
  var requests: Set<MessageID> = []
}

extension ProtocolSpec {
  /// What each socket may receive, each message once, in the order of the file.
  ///
  /// What `otherwise` names comes as a reply, to any request.
  func receptions() -> [SocketID: [Reception]] {
    var places: [SocketID: [MessageID: Int]] = [:]
    var receptions: [SocketID: [Reception]] = [:]
    func receive(_ message: MessageID, at socket: SocketID, range: SourceRange, answering request: MessageID?) {
      let place: Int
      if let known = places[socket]?[message] {
        place = known
      } else {
        place = receptions[socket, default: []].count
        places[socket, default: [:]][message] = place
        receptions[socket, default: []].append(Reception(message: message, range: range))
      }
      if let request {
        receptions[socket]?[place].requests.insert(request)
      } else {
        receptions[socket]?[place].isSpoken = true
      }
    }
    for chain in chains {
      for step in chain.steps {
        let request = step.answers.map { chain.steps[$0].message }
        for receiver in step.receivers {
          receive(step.message, at: receiver, range: step.range, answering: request)
          if case .message(let refusal) = self[receiver].otherwise, request == nil {
            receive(
              refusal, at: step.sender, range: self[receiver].otherwiseRange ?? step.range, answering: step.message)
          }
        }
      }
    }
    return receptions
  }
}
