import SpecModel

/// The code that reads and writes the frames of a message with a layout of the file's own.
struct LayoutCodec {
  let names: SwiftSpec
  let message: MessageSpec
  let layout: LayoutSpec
  /// The signature that the layout has.
  let signature: SignatureCode?

  /// The codec of a message with a layout, its fixed fields put in as constants.
  init(names: SwiftSpec, message: MessageSpec, layout: LayoutSpec) {
    self.names = names
    self.message = message
    self.layout = FixedLayout(message: message, layout: layout).layout
    signature = SignatureCode(layout)
  }

  /// What a layout adds to the fields of a message: its own, but for those whose value is the type, or always the same.
  static func headers(of layout: LayoutSpec, in message: MessageSpec) -> [FieldSpec] {
    layout.fields.enumerated().filter { index, field in
      field.source?.kind != .type && !message.fixedFields.contains { $0.field == index }
    }.map(\.element)
  }

  /// What a reference stands for; a field whose source is the type is the type.
  func target(of reference: TemplateReference) -> TemplateReference.Target {
    if case .field(let index) = reference.target, layout.fields[index].source?.kind == .type { return .type }
    return reference.target
  }

  /// The field whose value a reference is, where it is one: a header, an argument, the only one as `$data`.
  func field(of reference: TemplateReference) -> FieldSpec? {
    switch target(of: reference) {
    case .field(let index): layout.fields[index]
    case .argument(let name): message.fields.first { $0.name.text == name }
    case .data where message.fields.count == 1: message.fields[0]
    default: nil
    }
  }

  /// The arguments that `$args` stands for: those that the layout does not name.
  var positional: [FieldSpec] { message.args.filter { !named.contains($0.name.text) } }

  /// The arguments that `$kwargs` stands for: all of them, where the layout has no other place for positional ones.
  var keywords: [FieldSpec] {
    let hasPositional = layout.references.contains { $0.target == .args || $0.target == .data }
    return (hasPositional ? message.kwargs : message.fields).filter { !named.contains($0.name.text) }
  }

  private var named: Set<String> {
    Set(layout.references.compactMap { if case .argument(let name) = $0.target { name } else { nil } })
  }

  /// The code of one message's fields: constraints, values.
  var fields: FieldCodec {
    FieldCodec(names: names, fields: message.fields + LayoutCodec.headers(of: layout, in: message))
  }

  /// The message and a field, for an error about a value that is to be sent: `"ready.service"`.
  func path(_ field: FieldSpec) -> String { SwiftLiteral.string("\(message.name).\(field.name)") }

  // MARK: Frames

  /// How many frames such a message has at least and at most; nil: any number.
  var frameCounts: (minimum: Int, maximum: Int?) {
    var minimum = 0
    var maximum: Int? = 0
    for frame in layout.frames {
      let counts = frameCounts(of: frame)
      minimum += counts.minimum
      maximum = maximum.flatMap { total in counts.maximum.map { total + $0 } }
    }
    return (minimum, maximum)
  }

  private func frameCounts(of frame: FrameSpec) -> (minimum: Int, maximum: Int?) {
    guard frame.isSpread else { return (1, 1) }
    guard case .natural(let reference) = frame.content, target(of: reference) == .args else { return (0, nil) }
    let required = positional.filter { !$0.mayBeAbsent }.count
    return (required, positional.contains(where: \.isRest) ? nil : positional.count)
  }

  /// How many frames stand behind one of the layout's, at least.
  func framesBehind(_ index: Int) -> Int {
    layout.frames[(index + 1)...].reduce(0) { $0 + frameCounts(of: $1).minimum }
  }

  /// `try body.expect(frames: 3)`
  var expectation: Code {
    let (minimum, maximum) = frameCounts
    switch maximum {
    case minimum?: return .line("try body.expect(frames: \(minimum))")
    case let maximum?: return .line("try body.expect(frames: \(minimum)...\(maximum))")
    case nil: return minimum == 0 ? .group([]) : .line("try body.expect(frames: \(minimum)...)")
    }
  }
}
