import SpecModel
import ZMQWire

/// What an XSUB sends upstream begins with 0x00 or 0x01 only where it is a subscription.
///
/// An XPUB looks at every frame: one that begins with either byte is taken for a subscription, at any place of the message;
/// if it repeats one that is known, it vanishes with the mark that the message ends, and the next message is glued to
/// this one. Source: RFC 29, XSUB; measured.
struct UpstreamFrameIsNoSubscription: Rule {
  static let code: DiagnosticCode = "ZS0905"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    var seen: Set<MessageID> = []
    var found: [Diagnostic] = []
    for chain in spec.chains {
      for step in chain.steps where spec[step.sender].type == .xsub && spec.fit(step) {
        guard seen.insert(step.message).inserted else { continue }
        let frames = MessageShape(of: spec[step.message], in: spec).frames
        if isSubscription(frames) { continue }
        guard let index = frames.firstIndex(where: { mayBeTakenForSubscription($0.content) }) else { continue }
        let message = spec[step.message]
        found.append(
          error(
            at: step.range,
            "frame \(index + 1) of '\(message.name)' may begin with 0x00 or 0x01, and an XPUB takes such a frame for a "
              + "subscription, at any place of a message",
            help: "put a text or JSON there, or let '\(spec[step.sender.process].name)' send it from a DEALER",
            notes: [
              Diagnostic.Note("'\(message.name)' is \(message.bodyFrames(in: spec).notation)", at: message.name.range)
            ]))
      }
    }
    return found
  }

  /// One frame that always begins with 0x00 or 0x01 is a subscription on purpose.
  private static func isSubscription(_ frames: [FrameShape]) -> Bool {
    guard frames.count == 1, frames[0].isOne else { return false }
    switch frames[0].content {
    case .constant(let bytes): return isMark(bytes)
    case .packed(let items):
      if case .constant(let bytes)? = items.first { return isMark(bytes) }
      return false
    default: return false
    }
  }

  private static func isMark(_ bytes: [UInt8]) -> Bool { bytes.first.map { $0 <= 1 } ?? false }

  private static func mayBeTakenForSubscription(_ content: FrameShape.Content) -> Bool {
    switch content {
    case .constant(let bytes): isMark(bytes)
    case .packed(let items): if case .constant(let bytes)? = items.first { isMark(bytes) } else { true }
    case .integer, .bytes, .msgpack: true
    // A text could; nobody writes control characters in front of one.
    case .text, .json: false
    }
  }
}
