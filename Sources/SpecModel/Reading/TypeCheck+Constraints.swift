import ZMQWire

extension TypeCheck {
  /// Demands a value that keeps to the constraints of its field.
  func constrain(
    _ value: WireTree, _ type: TypeReference, _ constraints: ConstraintSpec, at path: String
  ) throws(WireError) {
    if constraints.isEmpty || value == .null && type.isOptional { return }
    var type = type
    while case .optional(let wrapped) = type { type = wrapped }
    if let minimum = constraints.minimum, isLess(value, WireTree(minimum.value), type) {
      throw outOfRange(value, "at least \(WireTree(minimum.value).json)", path)
    }
    if let maximum = constraints.maximum, isLess(WireTree(maximum.value), value, type) {
      throw outOfRange(value, "at most \(WireTree(maximum.value).json)", path)
    }
    if let length = constraints.length, let count = extent(of: value, type) {
      if count < length.minimum ?? 0 || count > length.maximum ?? .max {
        throw WireError(
          .wrongLength, path: path, expected: "a length of \(length.text)", found: "\(count)")
      }
    }
    if let pattern = constraints.pattern, case .string(let text) = value, !TextPattern(pattern.text).matches(text) {
      throw outOfRange(value, "a string that matches /\(pattern.text)/", path)
    }
  }

  private func outOfRange(_ value: WireTree, _ expected: String, _ path: String) -> WireError {
    WireError(.outOfRange, path: path, expected: expected, found: value.excerpt)
  }

  private func isLess(_ one: WireTree, _ other: WireTree, _ type: TypeReference) -> Bool {
    if type == .timestamp {
      guard let one = time(one), let other = time(other) else { return false }
      return one < other
    }
    if type == .duration {
      guard let one = one.duration, let other = other.duration else { return false }
      return one < other
    }
    if let one = one.integer, let other = other.integer { return one < other }
    guard let one = one.number, let other = other.number else { return false }
    // A NaN is within no bound.
    return !(one >= other)
  }

  private func time(_ value: WireTree) -> Timestamp? {
    switch value {
    case .timestamp(let time): time
    case .string(let text): Timestamp(text)
    default: nil
    }
  }

  private func extent(of value: WireTree, _ type: TypeReference) -> Int? {
    switch value {
    case .string(let text) where type == .bytes || type == .routingID: Base64.decode(text)?.count
    case .string(let text): text.unicodeScalars.count
    case .bytes(let bytes): bytes.count
    case .array(let elements): elements.count
    case .object(let members): members.count
    default: nil
    }
  }
}
