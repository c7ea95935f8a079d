import ZMQWire

/// Reads one thing from `text` with a new reader and demands that nothing but blanks follows.
func reading<Value>(
  _ text: [UInt8], limits: CodecLimits = .default,
  _ read: (inout JSONReader, Span<UInt8>) throws(JSONFault) -> Value
) throws(JSONFault) -> Value {
  var reader = JSONReader(limits: limits)
  let value = try read(&reader, text.span)
  try reader.end(in: text.span)
  return value
}

/// The same for text that is a String.
func reading<Value>(
  _ text: String, limits: CodecLimits = .default,
  _ read: (inout JSONReader, Span<UInt8>) throws(JSONFault) -> Value
) throws(JSONFault) -> Value {
  try reading(Array(text.utf8), limits: limits, read)
}

/// The fault that reading `text` ends with; nil where it does not.
func fault<Value>(
  in text: [UInt8], limits: CodecLimits = .default,
  _ read: (inout JSONReader, Span<UInt8>) throws(JSONFault) -> Value
) -> JSONFault? {
  do throws(JSONFault) {
    _ = try reading(text, limits: limits, read)
    return nil
  } catch {
    return error
  }
}

/// The same for text that is a String.
func fault<Value>(
  in text: String, _ read: (inout JSONReader, Span<UInt8>) throws(JSONFault) -> Value
) -> JSONFault? {
  fault(in: Array(text.utf8), read)
}

/// What a writer makes of one value.
func written(_ write: (inout JSONWriter) throws(UnencodableValue) -> Void) throws(UnencodableValue) -> String {
  var writer = JSONWriter(reserving: 0)
  try write(&writer)
  return String(decoding: writer.bytes, as: UTF8.self)
}
