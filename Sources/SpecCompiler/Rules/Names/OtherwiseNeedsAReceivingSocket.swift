import SpecModel
import ZMQWire

/// `otherwise` speaks of messages that are received, and a message under it is sent back.
struct OtherwiseNeedsAReceivingSocket: Rule {
  static let code: DiagnosticCode = "ZS1014"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.socketIDs.compactMap { id in
      let socket = spec[id]
      guard let range = socket.otherwiseRange else { return nil }
      if !socket.type.canReceive {
        return error(
          at: range, "`otherwise` means nothing here: \(socket.type.withArticle) receives no messages",
          help: "remove `otherwise` from \(spec.socket(id))", notes: [spec.typeNote(id)])
      }
      guard case .message(let refusal) = socket.otherwise, let reason = whyNoAnswer(from: socket.type) else {
        return nil
      }
      return error(
        at: range, "'\(spec[refusal].name)' cannot be the answer to a bad message: \(reason)",
        help: "write `otherwise: drop` or `otherwise: handle`", notes: [spec.typeNote(id)])
    }
  }

  private static func whyNoAnswer(from type: SocketType) -> String? {
    switch type {
    case .sub, .pull: "\(type.withArticle) never sends"
    case .xsub, .xpub: "\(type.withArticle) cannot answer one peer"
    case .req: "what a REQ receives is a reply, and its next message is a request"
    default: nil
    }
  }
}
