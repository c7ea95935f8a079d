import ZMQWire

/// Text as JSON, as it stands on the wire.
enum JSONLiteral {
  /// `"ping"`, escaped as the runtime's writer does it.
  static func string(_ text: String) -> String {
    var writer = JSONWriter(reserving: text.utf8.count + 2)
    writer.write(text)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}
