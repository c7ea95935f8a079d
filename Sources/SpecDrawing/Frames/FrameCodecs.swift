import SpecModel

extension MessageSpec {
  /// The codec of each body frame, in the order of `bodyFrames(in:)`: `text`, `uint8`, `json`, `packed uint16 uint8`.
  public func frameCodecs(in spec: ProtocolSpec) -> [String] {
    guard let id = layout.declared else { return ["json"] }
    return FrameCodecs(message: self, layout: spec[id]).names
  }
}

/// The codecs of the frames of a layout of the file's own.
private struct FrameCodecs {
  let message: MessageSpec
  let layout: LayoutSpec

  var names: [String] { layout.frames.flatMap(codecs) }

  /// The codecs of the frames that one entry of the layout makes, in order.
  private func codecs(of frame: FrameSpec) -> [String] {
    switch frame.content {
    case .json: ["json"]
    case .msgpack: ["msgpack"]
    case .empty: ["empty"]
    case .scalar(let codec, _): [codec.name]
    case .packed(let items): ["packed " + items.map(\.codec.name).joined(separator: " ")]
    case .natural(let reference): natural(reference, isSpread: frame.isSpread)
    }
  }

  private func natural(_ reference: TemplateReference, isSpread: Bool) -> [String] {
    switch reference.target {
    case .type: ["text"]
    case .args where isSpread: message.args.map { codec(of: element(of: $0.type, isSpread: $0.isRest)) }
    case .args, .kwargs, .data: ["json"]
    case .field(let index): [codec(of: element(of: layout.fields[index].type, isSpread: isSpread))]
    case .argument(let name):
      message.fields.filter { $0.name.text == name }.prefix(1).map {
        codec(of: element(of: $0.type, isSpread: isSpread))
      }
    }
  }

  private func element(of type: TypeReference, isSpread: Bool) -> TypeReference {
    if case .list(let element) = type, isSpread { element } else { type }
  }

  private func codec(of type: TypeReference) -> String {
    if type == .empty { return "empty" }
    return ScalarCodec.natural(for: type)?.name ?? "json"
  }
}
