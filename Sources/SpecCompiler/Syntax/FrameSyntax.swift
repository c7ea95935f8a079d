import SpecModel

/// A frame of a layout as written.
struct FrameSyntax: Sendable, Hashable {
  /// What stands in it, and how it becomes bytes.
  enum Content: Sendable, Hashable {
    /// `json: …`
    case json(TreeSyntax)
    /// `msgpack: …`
    case msgpack(TreeSyntax)
    /// `text: …`, `uint8: …`
    case scalar(ScalarCodec, ScalarSyntax)
    /// `empty`
    case empty
    /// `packed: …`
    case packed([PackedItemSyntax])
    /// `$name`
    case natural(ReferenceSyntax)
  }

  /// What stands in it.
  var content: Content
  /// Where it is written.
  var range: SourceRange

  /// An item of a packed frame: `uint16: $sequence`.
  struct PackedItemSyntax: Sendable, Hashable {
    var codec: ScalarCodec
    var scalar: ScalarSyntax
    var range: SourceRange
  }
}

extension Findings {
  /// The frames of a layout.
  mutating func frames(_ nodes: [YAMLNode], at range: SourceRange) -> [FrameSyntax] {
    if nodes.isEmpty {
      error(Code.emptyValue, at: range, "a layout needs at least one frame", help: "write `[ json: [ $type, $data ] ]`")
    }
    var frames: [FrameSyntax] = []
    for node in nodes {
      if let content = frame(node) { frames.append(FrameSyntax(content: content, range: node.range)) }
    }
    return frames
  }

  private mutating func frame(_ node: YAMLNode) -> FrameSyntax.Content? {
    let form =
      "write `codec: template`, such as `json: [ $type, $data ]`, `text: MDPW01`, `uint8: $type`, or `$args...`"
    switch node.content {
    case .refused: return nil
    case .scalar(YAMLScalar(text: "empty", style: .plain)): return .empty
    case .scalar(let scalar):
      if let reference = ReferenceSyntax(scalar, at: node.range) { return .natural(reference) }
      error(Code.layoutForm, at: node.range, "expected a frame, found \(node.kindPhrase)", help: form)
      return nil
    case .sequence:
      error(Code.layoutForm, at: node.range, "expected a frame, found a list", help: form)
      return nil
    case .mapping(let entries):
      guard let entry = entries.first, entries.count == 1 else {
        error(
          Code.layoutForm, at: node.range, "expected one codec for a frame, found \(entries.count)",
          help: "write each frame as an item of its own: `[ text: MDPW01, uint8: $type ]`")
        return nil
      }
      return frame(entry)
    }
  }

  /// `codec: template`
  private mutating func frame(_ entry: YAMLEntry) -> FrameSyntax.Content? {
    switch entry.key.text {
    case "json": return tree(entry.value).map { .json($0) }
    case "msgpack": return tree(entry.value).map { .msgpack($0) }
    case "packed":
      guard let nodes = items(entry.value, "`packed`", help: "write `packed: [ uint8: $type, string8: $name ]`") else {
        return nil
      }
      return .packed(packed(nodes))
    case "empty":
      if case .scalar(let scalar) = entry.value.content, scalar.text.isEmpty || scalar.isNull { return .empty }
      error(
        Code.layoutForm, at: entry.value.range, "expected nothing in the empty frame, found \(entry.value.kindPhrase)",
        help: "write `empty: ''`")
      return nil
    default:
      guard let codec = codec(entry.keyText, inPackedFrame: false), let scalar = scalar(entry.value, codec) else {
        return nil
      }
      return .scalar(codec, scalar)
    }
  }

  private mutating func packed(_ nodes: [YAMLNode]) -> [FrameSyntax.PackedItemSyntax] {
    var items: [FrameSyntax.PackedItemSyntax] = []
    for node in nodes {
      guard case .mapping(let entries) = node.content, entries.count == 1, let entry = entries.first else {
        if node.content != .refused {
          error(
            Code.layoutForm, at: node.range, "expected `codec: value` in a packed frame, found \(node.kindPhrase)",
            help: "write each value with its codec: `packed: [ uint8: $type, string8: $name ]`")
        }
        continue
      }
      guard let codec = codec(entry.keyText, inPackedFrame: true), let scalar = scalar(entry.value, codec) else {
        continue
      }
      items.append(FrameSyntax.PackedItemSyntax(codec: codec, scalar: scalar, range: node.range))
    }
    return items
  }

  private mutating func codec(_ text: TextSyntax, inPackedFrame isPacked: Bool) -> ScalarCodec? {
    let scalars = ScalarCodec.all.filter { isPacked || !$0.codec.isLengthPrefixed }.map(\.name)
    let names = isPacked ? scalars : ["json", "msgpack", "packed", "empty"] + scalars
    if let known = ScalarCodec.all.first(where: { $0.name == text.text }) {
      if names.contains(known.name) { return known.codec }
      error(
        Code.layoutForm, at: text.range, "\(Prose.key(text.text)) stands only in a `packed` frame",
        help: "write `packed: [ \(text.text): … ]`, or `text` or `bytes` for a frame of its own")
      return nil
    }
    let guess = nearest(to: text.text, among: names).map { "did you mean \(Prose.key($0))? " } ?? ""
    error(
      Code.layoutForm, at: text.range, "no codec is called \(Prose.quoted(text.text))",
      help:
        "\(guess)the codecs \(isPacked ? "in a packed frame" : "of a frame") are \(names.map(Prose.key).joined(separator: ", "))"
    )
    return nil
  }
}
