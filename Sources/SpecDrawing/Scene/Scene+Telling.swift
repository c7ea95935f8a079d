import SpecModel

extension Scene {
  /// What happens, as sentences, for those who do not see the drawing.
  ///
  /// ```
  /// 1 ping from PingProc REQ to PongProc REP. 2 pong from PongProc REP to PingProc REQ.
  /// ```
  var telling: String {
    var sentences: [String] = []
    for event in events {
      switch event {
      case .message(let arrow):
        let receivers = arrow.receivers.map(named).joined(separator: ", ")
        sentences.append(
          "\(arrow.number) \(arrow.name) from \(named(arrow.sender))"
            + (receivers.isEmpty ? "" : " to \(receivers)") + (arrow.isLost ? ", which is lost" : "")
            + (arrow.remark.map { ", \($0)" } ?? ""))
      case .handOff(let from, let to, let work):
        sentences.append("\(named(from)) hands it to \(lifelines[to].type)" + (work.map { ": \($0)" } ?? ""))
      case .work(let lifeline, let text):
        sentences.append("\(participants[lifelines[lifeline].participant].name): \(text)")
      case .pause(let span): sentences.append("\(span) pass")
      case .note(let text): sentences.append(text.hasSuffix(".") ? String(text.dropLast()) : text)
      case .opening(let title): sentences.append("Begin of \(title)")
      case .separator(let title): sentences.append(title)
      case .closing: sentences.append("End of the group")
      }
    }
    return sentences.map { $0 + "." }.joined(separator: " ")
  }

  /// `Broker ROUTER`
  private func named(_ lifeline: Int) -> String {
    "\(participants[lifelines[lifeline].participant].name) \(lifelines[lifeline].type)"
  }
}
