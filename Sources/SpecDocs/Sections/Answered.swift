import SpecModel

/// An answer at a socket, with all that it answers there.
struct Answered {
  /// The answer.
  let message: MessageID
  /// The messages that it answers, in the order of first use.
  private(set) var requests: [MessageID]
  /// Where they are used.
  private(set) var uses: [SocketProjection.Use]

  /// What a socket sends in answer, each message once.
  static func sent(by socket: SocketProjection) -> [Answered] {
    collected(socket.receptions.flatMap { asked in asked.answers.all.map { ($0, asked.message, asked.uses) } })
  }

  /// What answers it.
  static func received(at socket: SocketProjection) -> [Answered] {
    collected(socket.emissions.flatMap { asked in asked.answers.all.map { ($0, asked.message, asked.uses) } })
  }

  /// What the other side's `otherwise` may say instead.
  static func refusals(at socket: SocketProjection) -> [Answered] {
    collected(
      socket.emissions.flatMap { asked in
        asked.refusals.filter { !asked.answers.all.contains($0) }.map { ($0, asked.message, asked.uses) }
      })
  }

  private static func collected(
    _ pairs: [(answer: MessageID, request: MessageID, uses: [SocketProjection.Use])]
  ) -> [Answered] {
    var places: [MessageID: Int] = [:]
    var all: [Answered] = []
    for (answer, request, uses) in pairs {
      if let place = places[answer] {
        all[place].requests.append(request)
        all[place].uses += uses
      } else {
        places[answer] = all.count
        all.append(Answered(message: answer, requests: [request], uses: uses))
      }
    }
    return all
  }
}
