import SpecModel

/// The integers that a type holds.
struct IntegerRange {
  /// The type's name.
  var name: String
  var minimum: Int64
  var maximum: UInt64

  /// The range of an integer type; nil for other types.
  init?(_ type: TypeReference) {
    switch type {
    case .int: self.init("int", Int64.self)
    case .int8: self.init("int8", Int8.self)
    case .int16: self.init("int16", Int16.self)
    case .int32: self.init("int32", Int32.self)
    case .int64: self.init("int64", Int64.self)
    case .uint8: self.init("uint8", UInt8.self)
    case .uint16: self.init("uint16", UInt16.self)
    case .uint32: self.init("uint32", UInt32.self)
    case .uint64: self.init("uint64", UInt64.self)
    default: return nil
    }
  }

  private init<T: FixedWidthInteger>(_ name: String, _ type: T.Type) {
    self.name = name
    minimum = Int64(truncatingIfNeeded: T.min)
    maximum = UInt64(truncatingIfNeeded: T.max)
  }

  /// Whether a written value is one of them.
  func contains(_ value: ValueSpec.Content) -> Bool {
    switch value {
    case .int(let number): number >= minimum && (number < 0 || UInt64(number) <= maximum)
    case .uint(let number): number <= maximum
    default: false
    }
  }
}
