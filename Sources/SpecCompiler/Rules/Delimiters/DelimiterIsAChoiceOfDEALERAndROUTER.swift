import SpecModel
import ZMQWire

/// Only DEALER and ROUTER leave it to the program whether an empty frame parts envelope and body.
///
/// Source: RFC 28; libzmq `req.cpp`, `rep.cpp`.
struct DelimiterIsAChoiceOfDEALERAndROUTER: Rule {
  static let code: DiagnosticCode = "ZS0201"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.socketIDs.compactMap { id in
      let socket = spec[id]
      guard let range = socket.delimiterRange, !socket.type.choosesDelimiter else { return nil }
      let reason =
        switch socket.type {
        case .req: "writes the delimiter by itself and takes it off every reply"
        case .rep: "takes the delimiter off every request by itself and puts it back on the reply"
        default: "passes frames as they are and knows no envelope"
        }
      return error(
        at: range, "`delimiter` is no choice here: \(socket.type.withArticle) \(reason)",
        help: "remove `delimiter` from \(spec.socket(id))", notes: [spec.typeNote(id)])
    }
  }
}
