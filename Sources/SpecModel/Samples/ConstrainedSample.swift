import ZMQWire

extension FieldSpec {
  /// A value that keeps to the field's `length`, `minimum` and `maximum`, as JSON; nil where the usual sample of the type
  /// does, or where a reader would not want to see one so long. A `pattern` wants an example of the author's.
  var constrainedSample: String? {
    var type = type
    while case .optional(let wrapped) = type { type = wrapped }
    switch type {
    case .bytes:
      return fittingLength(besides: 3).map { count in
        JSONText.string(Base64.encode((0..<count).map { UInt8(truncatingIfNeeded: $0) }))
      }
    case .string:
      let name = Array(name.text.unicodeScalars)
      guard !name.isEmpty, let count = fittingLength(besides: name.count) else { return nil }
      return JSONText.string(String(String.UnicodeScalarView((0..<count).map { name[$0 % name.count] })))
    case .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64:
      return bound(where: { $0 > 1 }, else: { $0 < 1 }).flatMap { Int64(exactly: $0) }.map(String.init)
    case .float, .float32, .duration:
      return bound(where: { $0 > 1.5 }, else: { $0 < 1.5 }).map(JSONText.number)
    default: return nil
    }
  }

  /// The length nearest to the usual one, where that is too short or too long.
  private func fittingLength(besides usual: Int) -> Int? {
    let (least, most) = (constraints.length?.minimum ?? 0, constraints.length?.maximum ?? .max)
    let longest = 256
    if usual < least { return least <= longest ? least : nil }
    return usual > most ? most : nil
  }

  /// The bound that the usual number is beyond.
  private func bound(where isTooLittle: (Double) -> Bool, else isTooMuch: (Double) -> Bool) -> Double? {
    if let minimum = constraints.minimum.flatMap({ FieldSpec.number($0.value) }), isTooLittle(minimum) {
      return minimum
    }
    if let maximum = constraints.maximum.flatMap({ FieldSpec.number($0.value) }), isTooMuch(maximum) { return maximum }
    return nil
  }

  private static func number(_ value: ValueSpec) -> Double? {
    switch value.content {
    case .int(let number): Double(number)
    case .float(let number): number
    default: nil
    }
  }
}
