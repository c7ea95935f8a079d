import SpecModel
import ZMQWire

/// How a receiver tells two messages apart by their body frames.
enum Distinction {
  /// No message is both.
  case certain
  /// One has a constant where the other has the value of a field: the constant is looked for first, and a value that is
  /// the same would be taken for it.
  ///
  /// `constant` is how the constant is written, where that helps.
  case byConstant(field: FieldSpec?, constant: String? = nil, constantIsFirst: Bool)
  /// A message may be both.
  case none

  /// How the two are told apart.
  init(_ a: MessageShape, _ b: MessageShape) {
    self = Distinction.frames(a, b)
  }

  private static func frames(_ a: MessageShape, _ b: MessageShape) -> Distinction {
    if let most = a.maximum, most < b.minimum { return .certain }
    if let most = b.maximum, most < a.minimum { return .certain }
    var weaker: Distinction = .none
    for (x, y) in zip(a.frames, b.frames) {
      // Behind a frame that may be missing, or stand there several times, nothing has a fixed place.
      if x.minimum == 0 || y.minimum == 0 { break }
      weaker = weaker.stronger(frame(x.content, y.content))
      if case .certain = weaker { return .certain }
      guard x.isOne, y.isOne else { break }
    }
    return weaker
  }

  private func stronger(_ other: Distinction) -> Distinction {
    switch (self, other) {
    case (_, .certain), (.certain, _): .certain
    case (.byConstant, _): self
    case (.none, _): other
    }
  }

  private var turned: Distinction {
    if case .byConstant(let field, let constant, let isFirst) = self {
      .byConstant(field: field, constant: constant, constantIsFirst: !isFirst)
    } else {
      self
    }
  }

  // MARK: One frame

  private static func frame(_ a: FrameShape.Content, _ b: FrameShape.Content) -> Distinction {
    switch (a, b) {
    case (.constant(let x), .constant(let y)): x == y ? .none : .certain
    case (.constant(let x), .integer(let bytes)):
      x.count == bytes ? .byConstant(field: nil, constantIsFirst: true) : .certain
    case (.constant(let x), .text(let field)): constant(x, text: field)
    case (.constant(let x), .bytes(let field)): constant(x, bytes: field)
    case (.constant(let x), .json(let value)): constant(x, json: value)
    case (.constant(let x), .packed(let items)): constant(x, packed: items)
    case (.constant(let x), .msgpack): x.isEmpty ? .certain : .byConstant(field: nil, constantIsFirst: true)
    case (_, .constant): frame(b, a).turned
    case (.integer(let x), .integer(let y)): x == y ? .none : .certain
    case (.json(let x), .json(let y)), (.msgpack(let x), .msgpack(let y)): value(x, y)
    case (.packed(let x), .packed(let y)): packed(x, y)
    case (.packed(let items), .integer(let bytes)), (.integer(let bytes), .packed(let items)):
      packed(items, [.fixed(bytes: bytes)])
    default: .none
    }
  }

  private static func constant(_ bytes: [UInt8], text field: FieldSpec?) -> Distinction {
    guard let text = String(validating: bytes, as: UTF8.self) else { return .certain }
    if let field, !isText(text, of: field.type.unwrapped) { return .certain }
    if let field, !Constraints(field.constraints).allow(text: text) { return .certain }
    return .byConstant(field: field, constant: shown(bytes), constantIsFirst: true)
  }

  /// Whether a value of a type may be written so in a `text` frame.
  private static func isText(_ text: String, of type: TypeReference) -> Bool {
    if type == .uuid { return UUIDValue(text) != nil }
    if type == .timestamp { return Timestamp(text) != nil }
    guard let range = IntegerRange(type) else { return true }
    return Int64(text).map { range.contains(.int($0)) } ?? UInt64(text).map { range.contains(.uint($0)) } ?? false
  }

  private static func constant(_ bytes: [UInt8], bytes field: FieldSpec?) -> Distinction {
    if let field, !Constraints(field.constraints).allow(count: bytes.count) { return .certain }
    if field?.type == .routingID, bytes.isEmpty || bytes.count > 255 { return .certain }
    return .byConstant(field: field, constant: shown(bytes), constantIsFirst: true)
  }

  /// `'KTHXBAI'`, or where that cannot be read `0x01`.
  private static func shown(_ bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self), text.unicodeScalars.allSatisfy({ $0.value >= 0x20 }) {
      return "'\(text)'"
    }
    return "0x" + bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16, uppercase: true) }.joined()
  }

  /// A JSON value is known by its first character.
  private static func constant(_ bytes: [UInt8], json value: TreeShape) -> Distinction {
    guard let first = bytes.first else { return .certain }
    let kind: TreeShape.Kind? =
      switch first {
      case UInt8(ascii: "["): .list
      case UInt8(ascii: "{"): .object
      case UInt8(ascii: "\""): .string
      case UInt8(ascii: "t"), UInt8(ascii: "f"): .bool
      case UInt8(ascii: "n"): .null
      case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): .number
      default: nil
      }
    guard let kind, value.kinds.contains(kind) else { return .certain }
    return .byConstant(field: nil, constantIsFirst: true)
  }

  private static func constant(_ bytes: [UInt8], packed items: [FrameShape.PackedShape]) -> Distinction {
    let distinction = packed([.constant(bytes)], items)
    if case .none = distinction { return .byConstant(field: nil, constantIsFirst: true) }
    return distinction
  }

  private static func packed(_ a: [FrameShape.PackedShape], _ b: [FrameShape.PackedShape]) -> Distinction {
    let (x, y) = (known(a), known(b))
    if zip(x, y).contains(where: { $0 != nil && $1 != nil && $0 != $1 }) { return .certain }
    let (leastA, leastB) = (a.reduce(0) { $0 + $1.minimum }, b.reduce(0) { $0 + $1.minimum })
    if a.allSatisfy(\.isFixed), leastA < leastB { return .certain }
    if b.allSatisfy(\.isFixed), leastB < leastA { return .certain }
    let constants = zip(x, y).reduce((0, 0)) { ($0.0 + ($1.0 != nil ? 1 : 0), $0.1 + ($1.1 != nil ? 1 : 0)) }
    return constants.0 == constants.1 ? .none : .byConstant(field: nil, constantIsFirst: constants.0 > constants.1)
  }

  /// The bytes whose place is known: nil where they vary.
  private static func known(_ items: [FrameShape.PackedShape]) -> [UInt8?] {
    var bytes: [UInt8?] = []
    for item in items {
      switch item {
      case .constant(let constant): bytes += constant
      case .fixed(let count): bytes += Array(repeating: nil, count: count)
      case .open: return bytes
      }
    }
    return bytes
  }

  // MARK: Trees

  private static func value(_ a: TreeShape, _ b: TreeShape) -> Distinction {
    if a.kinds.isDisjoint(with: b.kinds) { return .certain }
    switch (a, b) {
    case (.constant(let x), .constant(let y)): return x == y ? .none : .certain
    case (.constant(let x), .value(_, let field)):
      if let field, case .string(let text) = x, !Constraints(field.constraints).allow(text: text) { return .certain }
      return .byConstant(
        field: field, constant: ValueSpec(x, at: .beginning).shown, constantIsFirst: true)
    case (.value, .constant): return value(b, a).turned
    case (.list(let x, let xIsOpen), .list(let y, let yIsOpen)):
      if !xIsOpen, x.count < y.count { return .certain }
      if !yIsOpen, y.count < x.count { return .certain }
      return zip(x, y).reduce(Distinction.none) { $0.stronger(value($1.0, $1.1)) }
    case (.object(let x, let xMissing, let xIsOpen), .object(let y, let yMissing, let yIsOpen)):
      if !yIsOpen, x.keys.contains(where: { y[$0] == nil && !xMissing.contains($0) }) { return .certain }
      if !xIsOpen, y.keys.contains(where: { x[$0] == nil && !yMissing.contains($0) }) { return .certain }
      return x.sorted { $0.key < $1.key }.reduce(Distinction.none) { found, member in
        guard let other = y[member.key], !xMissing.contains(member.key), !yMissing.contains(member.key) else {
          return found
        }
        return found.stronger(value(member.value, other))
      }
    default: return .none
    }
  }
}
