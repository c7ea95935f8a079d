import SpecModel

/// The text of frames: by the names of fields, or by sample values as JSON.
///
/// ```
/// [ping_uuid, '', 'ping, count']
/// [ping_uuid, '', '["ping",5]']
/// ```
struct FrameNotation {
  /// The body as JSON, where that is asked for.
  private let json: String?
  /// The topic as a constant, where JSON is asked for.
  private let topic: String?

  /// The notation for the frames of a step.
  init(_ step: StepSpec, in spec: ProtocolSpec, realJSON: Bool) {
    let message = spec[step.message]
    // A layout of the file's own has frames of many kinds: those stay under their names.
    json = realJSON && message.layout.builtIn != nil ? message.sampleBody(in: spec) : nil
    topic = realJSON ? (step.topic ?? spec[step.sender].topic).map { "\"\(message.sample(of: $0, in: spec))\"" } : nil
  }

  /// A multipart message.
  func text(of frames: [FrameSymbol]) -> String {
    "[" + frames.map(text).joined(separator: ", ") + "]"
  }

  private func text(of frame: FrameSymbol) -> String {
    switch frame {
    case .body: json.map { "'\($0)'" } ?? frame.notation
    case .topic: topic ?? frame.notation
    case .routingID, .delimiter, .value, .constant, .binary: frame.notation
    }
  }
}
