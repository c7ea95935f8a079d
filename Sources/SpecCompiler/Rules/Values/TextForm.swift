import SpecModel
import ZMQWire

/// A type whose values are texts of a certain form.
enum TextForm {
  case bytes, uuid, timestamp, duration, routingID

  /// The form of a type's texts; nil for other types.
  init?(_ type: TypeReference) {
    switch type {
    case .bytes: self = .bytes
    case .uuid: self = .uuid
    case .timestamp: self = .timestamp
    case .duration: self = .duration
    case .routingID: self = .routingID
    default: return nil
    }
  }

  /// Why a value has not this form; nil where it has.
  func misfit(of value: ValueSpec) -> ValueFit? {
    if self == .duration, value.isFiniteNumber { return nil }
    guard case .string(let text) = value.content, fits(text) else {
      return ValueFit(problem: "\(value.shown) is no \(name)", range: value.range, help: help)
    }
    return nil
  }

  private func fits(_ text: String) -> Bool {
    switch self {
    case .bytes: Base64.decode(text) != nil
    case .uuid: UUIDValue(text) != nil
    case .timestamp: Timestamp(text) != nil
    case .duration: false
    case .routingID: Base64.decode(text).map { (1...255).contains($0.count) } ?? false
    }
  }

  private var name: String {
    switch self {
    case .bytes: "bytes in base64"
    case .uuid: "UUID"
    case .timestamp: "moment in UTC"
    case .duration: "duration"
    case .routingID: "routing id in base64"
    }
  }

  private var help: String {
    switch self {
    case .bytes: "write base64 with its padding, such as `\"aGVsbG8=\"`"
    case .uuid: "write it as `\"f81d4fae-7dec-11d0-a765-00a0c91e6bf6\"`"
    case .timestamp: "write it as `\"2026-01-31T09:30:00Z\"`, with at most six digits behind the second"
    case .duration: "write decimal seconds, such as `2.5`"
    case .routingID: "write 1 to 255 bytes in base64, such as `\"d29ya2VyLTE=\"`"
    }
  }
}
