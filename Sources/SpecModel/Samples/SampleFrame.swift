/// A body frame of a message with sample values.
public struct SampleFrame: Sendable, Hashable {
  /// How a person reads it.
  public enum Form: Sendable, Hashable {
    /// JSON, as it stands.
    case json(String)
    /// Text, as it stands.
    case text(String)
    /// Bytes that are no text, and what they are, in the notation of frame lists: `0xAAA1, 0x01, sequence`.
    case binary(String)
    /// Nothing at all.
    case empty
  }

  /// How a person reads it.
  public var form: Form
  /// What travels.
  public var bytes: [UInt8]

  /// A frame of JSON.
  static func json(_ text: String) -> SampleFrame { SampleFrame(form: .json(text), bytes: Array(text.utf8)) }
  /// A frame of text.
  static func text(_ text: String) -> SampleFrame {
    text.isEmpty ? .empty : SampleFrame(form: .text(text), bytes: Array(text.utf8))
  }
  /// A binary frame.
  static func binary(_ notation: String, _ bytes: [UInt8]) -> SampleFrame {
    SampleFrame(form: .binary(notation), bytes: bytes)
  }
  /// The frame without bytes.
  static let empty = SampleFrame(form: .empty, bytes: [])
}

extension MessageSpec {
  /// The body of such a message, frame by frame, as a peer would write it.
  ///
  /// A field has its example as value, else its default, else a sample of its type. What collects several elements
  /// has one.
  public func sampleFrames(in spec: ProtocolSpec) -> [SampleFrame] {
    guard let id = layout.declared else { return [.json(sampleBody(in: spec))] }
    var sampler = LayoutSample(message: self, layout: spec[id], in: spec)
    return sampler.frames()
  }
}
