import SpecModel
import ZMQWire

/// The order of the values of a type, as they are written.
enum BoundOrder {
  case numbers, timestamps

  /// The order of a type; nil where its values have none.
  init?(_ type: TypeReference) {
    if type == .timestamp {
      self = .timestamps
    } else if type.isOrdered {
      self = .numbers
    } else {
      return nil
    }
  }

  /// Whether the first value is above the second; false where one of them is no value of the type.
  func isAbove(_ a: ValueSpec, _ b: ValueSpec) -> Bool {
    switch self {
    case .numbers:
      switch (a.content, b.content) {
      case (.int(let x), .int(let y)): return x > y
      case (.uint(let x), .uint(let y)): return x > y
      case (.uint, .int): return true
      case (.int, .uint): return false
      default:
        guard let x = BoundOrder.number(a), let y = BoundOrder.number(b) else { return false }
        return x > y
      }
    case .timestamps:
      guard case .string(let x) = a.content, case .string(let y) = b.content, let x = Timestamp(x), let y = Timestamp(y)
      else { return false }
      return x > y
    }
  }

  private static func number(_ value: ValueSpec) -> Double? {
    switch value.content {
    case .int(let number): Double(number)
    case .uint(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }
}
