import SpecModel

/// A constant in a layout, and the type of a message that stands for `$type`, can be written by the codec of its place.
///
/// ```
/// uint8: 300          text: 5          uint8: $type, and the message has no `wire: 0x05`
/// ```
struct ConstantFitsItsCodec: Rule {
  static let code: DiagnosticCode = "ZS1106"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.layouts.flatMap { layout in
      layout.scalars.compactMap { codec, template, range in
        guard case .constant(let value, let text) = template else { return nil }
        if let problem = CodecFit.problem(value.content, shown: text, codec: codec) {
          return error(at: value.range, problem.message, help: problem.help)
        }
        return nil
      }
    }
  }
}
