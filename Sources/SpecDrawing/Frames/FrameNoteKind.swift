import SpecModel

/// What stands beside the frames of a list about its sockets, for a legend.
public enum FrameNoteKind: Sendable, Hashable, CaseIterable {
  /// `delimiter: true`: the program writes the empty frame itself.
  case delimiterWritten
  /// `+ client_id`: the receiving ROUTER has put it in front.
  case routingIDAdded
  /// `- client_id`: the sending ROUTER has taken it off.
  case routingIDRemoved
  /// `keeps [client_id, '']`: the REP keeps it for its reply.
  case envelopeKept
  /// `topic = "report."`: what a PUB writes in front.
  case topicWritten

  /// The kind of a note.
  init?(_ note: String) {
    let kinds: [(String, FrameNoteKind)] = [
      ("delimiter: true", .delimiterWritten), ("+ ", .routingIDAdded), ("- ", .routingIDRemoved),
      ("keeps ", .envelopeKept), ("topic = ", .topicWritten),
    ]
    guard let kind = kinds.first(where: { note.hasPrefix($0.0) })?.1 else { return nil }
    self = kind
  }
}

extension Drawing {
  /// What stands beside the frames of a chain as pages show them: each kind with the first note of it.
  public static func frameNotes(of chain: ChainSpec, in spec: ProtocolSpec) -> [FrameNoteKind: String] {
    var notes: [FrameNoteKind: String] = [:]
    for line in FrameList(chain, in: spec, options: DrawingOptions()).blocks.flatMap(\.lines) {
      if let kind = FrameNoteKind(line.note), notes[kind] == nil { notes[kind] = line.note }
    }
    return notes
  }
}
