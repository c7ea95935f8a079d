extension Code {
  /// Code that reads JSON as code that reads MessagePack: both readers have the same methods, and errors of their own.
  ///
  /// ```swift
  /// let value = try reader.readDouble(in: bytes)
  /// guard value >= 0.0 else { throw JSONFault(…) }         // becomes MessagePackFault(…)
  /// ```
  var readingMessagePack: Code {
    mapText { text in SwiftText.mapNames(text) { name, _, _ in Self.names[name] ?? name } }
  }

  private static let names = [
    "JSONFault": "MessagePackFault", "JSONReader": "MessagePackReader", "peekJSON": "peekMessagePack",
    "readJSON": "readMessagePack",
  ]
}

extension [Code] {
  /// Code that reads JSON as code that reads MessagePack.
  var readingMessagePack: [Code] { map(\.readingMessagePack) }
}
