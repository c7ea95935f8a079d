import ZMQWire

/// Reads one thing from `bytes` with a new reader and demands that nothing follows.
func unpacking<Value>(
  _ bytes: [UInt8], limits: CodecLimits = .default,
  _ read: (inout MessagePackReader, Span<UInt8>) throws(MessagePackFault) -> Value
) throws(MessagePackFault) -> Value {
  var reader = MessagePackReader(limits: limits)
  let value = try read(&reader, bytes.span)
  try reader.end(in: bytes.span)
  return value
}

/// The value of a type that is next.
func unpacking<Value: MessagePackCodable>(_ type: Value.Type, _ bytes: [UInt8]) throws(MessagePackFault) -> Value {
  try unpacking(bytes) { reader, bytes throws(MessagePackFault) in try reader.read(type, in: bytes) }
}

/// The fault that reading `bytes` ends with; nil where it does not.
func unpackingFault<Value>(
  _ bytes: [UInt8], _ read: (inout MessagePackReader, Span<UInt8>) throws(MessagePackFault) -> Value
) -> MessagePackFault? {
  do throws(MessagePackFault) {
    _ = try unpacking(bytes, read)
    return nil
  } catch {
    return error
  }
}

/// The fault that reading a value of a type ends with.
func unpackingFault<Value: MessagePackCodable>(_ type: Value.Type, _ bytes: [UInt8]) -> MessagePackFault? {
  unpackingFault(bytes) { reader, bytes throws(MessagePackFault) in try reader.read(type, in: bytes) }
}

/// The fault that stepping over a value ends with.
func skippingFault(_ bytes: [UInt8]) -> MessagePackFault? {
  unpackingFault(bytes) { reader, bytes throws(MessagePackFault) in try reader.skipValue(in: bytes) }
}

/// What a writer makes of one value.
func packed(_ write: (inout FrameWriter) throws(UnencodableValue) -> Void) throws(UnencodableValue) -> [UInt8] {
  var writer = FrameWriter()
  try write(&writer)
  writer.endFrame()
  return writer.frames[0]
}

/// What a writer makes of a value.
func packed(_ value: some MessagePackCodable) throws(UnencodableValue) -> [UInt8] {
  try packed { writer throws(UnencodableValue) in try value.pack(into: &writer) }
}
