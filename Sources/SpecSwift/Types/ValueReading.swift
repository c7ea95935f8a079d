import SpecModel

extension SwiftSpec {
  /// Code that reads a value of `type` and puts it into `target`.
  ///
  /// ```swift
  /// count = try reader.readInt(as: Int.self, in: bytes)
  /// points = try reader.read([Point].self, in: bytes)
  /// parts = try reader.readArray(in: bytes) { reader, bytes throws(JSONFault) in
  ///   try reader.readBytes(in: bytes)
  /// }
  /// ```
  func reading(_ type: TypeReference, into target: String) -> [Code] { reading(type, prefix: "\(target) = ") }

  /// Code that reads a value of `type`, as the result of a closure.
  func reading(_ type: TypeReference) -> [Code] { reading(type, prefix: "") }

  /// Code that reads a value of `type` and adds it to the list `target`.
  func appending(_ type: TypeReference, to target: String) -> [Code] {
    if closureMethod(of: type) == nil { return [.line("\(target).append(try \(readCall(of: type)))")] }
    return reading(type, into: "let value") + [.line("\(target).append(value)")]
  }

  /// Code that reads a member of an object, whatever its key, into a map.
  func readingMember(of type: TypeReference, into map: String) -> Code {
    let call = "try reader.readMember(into: &\(map), in: bytes)"
    guard let closure = closureMethod(of: type) else { return .line(call) }
    return .closure(call, parameters: "reader, bytes throws(JSONFault)", reading(closure.element, prefix: ""))
  }

  private func reading(_ type: TypeReference, prefix: String) -> [Code] {
    guard let closure = closureMethod(of: type) else { return [.line("\(prefix)try \(readCall(of: type))")] }
    return [
      .closure(
        "\(prefix)try reader.read\(closure.method)(in: bytes)", parameters: "reader, bytes throws(JSONFault)",
        reading(closure.element, prefix: ""))
    ]
  }

  /// The call that reads a type of which `JSONReader` knows everything.
  private func readCall(of type: TypeReference) -> String {
    switch type {
    case .bool: "reader.readBool(in: bytes)"
    case .int, .int8, .int16, .int32, .int64, .uint8, .uint16, .uint32, .uint64:
      "reader.readInt(as: \(spelling(of: type, in: .namespace)).self, in: bytes)"
    case .float: "reader.readDouble(in: bytes)"
    case .float32: "reader.readFloat(in: bytes)"
    case .string: borrowsTexts ? "reader.readText(in: bytes)" : "reader.readString(in: bytes)"
    case .bytes: "reader.readBytes(in: bytes)"
    case .uuid: "reader.readUUID(in: bytes)"
    case .timestamp: "reader.readTimestamp(in: bytes)"
    case .duration: "reader.readDuration(in: bytes)"
    case .json: "reader.readValue(in: bytes)"
    case .routingID, .empty, .named: "\(spelling(of: type, in: .namespace))(from: &reader, in: bytes)"
    case .list, .map, .optional: "reader.read(\(spelling(of: type, in: .namespace)).self, in: bytes)"
    }
  }

  /// How a list, map or optional is read and written around `bytes`: as `[UInt8]` they cannot be told from a
  /// list of numbers by their Swift type. Texts that stay in the frame have no form of their own either.
  func closureMethod(of type: TypeReference) -> (method: String, element: TypeReference)? {
    func isNamed(_ element: TypeReference) -> Bool { element.containsBytes || (borrowsTexts && element.holdsTexts) }
    return switch type {
    case .list(let element) where isNamed(element): ("Array", element)
    case .map(let element) where isNamed(element): ("Map", element)
    case .optional(let element) where isNamed(element): ("Optional", element)
    default: nil
    }
  }
}

extension TypeReference {
  /// Whether `bytes` is in its notation.
  fileprivate var containsBytes: Bool {
    switch self {
    case .bytes: true
    case .list(let element), .map(let element), .optional(let element): element.containsBytes
    default: false
    }
  }
}
