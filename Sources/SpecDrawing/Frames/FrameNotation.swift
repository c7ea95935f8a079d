import SpecModel

/// The text of the frames of a step: by the names of fields, or with sample values.
///
/// ```
/// [ping_uuid, '', 'ping, count']                [worker_id, '', "MDPW01", 0x01, service]
/// [ping_uuid, '', '["ping",5]']                 [worker_id, '', "MDPW01", 0x01, "echo"]
/// ```
struct FrameNotation {
  /// How many frames at the end are the body.
  let bodyLength: Int
  /// What stands in their place, where samples are asked for.
  private let samples: [String]?
  /// The topic as a constant, where samples are asked for.
  private let topic: String?

  /// The notation for the frames of a step.
  init(_ step: StepSpec, in spec: ProtocolSpec, realJSON: Bool) {
    let message = spec[step.message]
    bodyLength = message.bodyFrames(in: spec).count
    samples = realJSON ? message.sampleFrames(in: spec).map(\.notation) : nil
    topic = realJSON ? (step.topic ?? spec[step.sender].topic).map { "\"\(message.sample(of: $0, in: spec))\"" } : nil
  }

  /// A multipart message.
  func text(of frames: [FrameSymbol]) -> String { "[" + texts(of: frames).joined(separator: ", ") + "]" }

  /// A multipart message, frame by frame.
  func texts(of frames: [FrameSymbol]) -> [String] {
    let envelope = frames.dropLast(bodyLength)
    guard let samples, envelope.count < frames.count else { return frames.map { text($0) } }
    return envelope.map { text($0) } + samples
  }

  /// A frame of an envelope.
  func text(_ frame: FrameSymbol) -> String { frame == .topic ? topic ?? frame.notation : frame.notation }
}

extension SampleFrame {
  /// The sample as a frame list shows it: `'["ping",5]'`, `"echo"`, `0x01`, `''`.
  var notation: String {
    switch form {
    case .json(let text): "'\(text)'"
    case .text(let text): "\"\(text)\""
    case .binary: hexadecimal
    case .empty: "''"
    }
  }

  /// `0xAAA10007`
  var hexadecimal: String {
    "0x"
      + bytes.map { byte in
        let digits = String(byte, radix: 16, uppercase: true)
        return byte < 16 ? "0" + digits : digits
      }.joined()
  }
}
