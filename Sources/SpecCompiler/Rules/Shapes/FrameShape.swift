import SpecModel

/// What may stand in one body frame, or in several in a row, as far as a receiver can tell before it decodes them.
struct FrameShape {
  /// What stands in it.
  enum Content {
    /// Always these bytes; none for the empty frame.
    case constant([UInt8])
    /// An integer of so many bytes.
    case integer(bytes: Int)
    /// UTF-8, from this field where it is one.
    case text(FieldSpec?)
    /// Any bytes, from this field where it is one.
    case bytes(FieldSpec?)
    /// A JSON value.
    case json(TreeShape)
    /// A MessagePack value.
    case msgpack(TreeShape)
    /// Scalars behind one another.
    case packed([PackedShape])
  }

  /// A scalar of a packed frame.
  enum PackedShape {
    /// Always these bytes.
    case constant([UInt8])
    /// A value of so many bytes.
    case fixed(bytes: Int)
    /// A value of at least so many bytes.
    case open(minimum: Int)

    /// The least number of its bytes.
    var minimum: Int {
      switch self {
      case .constant(let bytes): bytes.count
      case .fixed(let bytes): bytes
      case .open(let minimum): minimum
      }
    }

    /// Whether it always has that number.
    var isFixed: Bool { if case .open = self { false } else { true } }
  }

  /// What stands in it.
  var content: Content
  /// The least number of such frames.
  var minimum: Int
  /// The greatest; nil: no limit.
  var maximum: Int?

  /// One frame, or a varying number.
  init(_ content: Content, minimum: Int = 1, maximum: Int? = 1) {
    self.content = content
    self.minimum = minimum
    self.maximum = maximum
  }

  /// Whether it is exactly one frame.
  var isOne: Bool { minimum == 1 && maximum == 1 }
}
