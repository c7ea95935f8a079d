import SpecModel
import ZMQWire

/// The message under `otherwise` goes back to the one whose message was bad, so the socket must be able to
/// answer one peer.
///
/// Source: RFC 28, 29, 30: what each socket type may send, and to whom.
struct RefusalCanBeSent: Rule {
  static let code: DiagnosticCode = "ZS1014"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.socketIDs.compactMap { id in
      let socket = spec[id]
      guard case .message(let refusal) = socket.otherwise, let reason = whyNoAnswer(from: socket.type) else {
        return nil
      }
      return error(
        at: socket.otherwiseRange ?? socket.name.range,
        "'\(spec[refusal].name)' cannot be the answer to a bad message: \(reason)",
        help: "write `otherwise: drop` or `otherwise: handle`", notes: [spec.typeNote(id)])
    }
  }

  private static func whyNoAnswer(from type: SocketType) -> String? {
    switch type {
    case .sub, .pull: "\(type.withArticle) never sends"
    case .xsub, .xpub: "\(type.withArticle) cannot answer one peer"
    case .req: "what a REQ receives is a reply, and what it sends next is a request"
    default: nil
    }
  }
}
