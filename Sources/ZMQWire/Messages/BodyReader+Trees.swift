extension BodyReader {
  /// Reads JSON to the end of the frame under way.
  ///
  /// - Parameter names: What the layout calls the places in it, for an error: `[([2, 1], "args")]`.
  @inlinable public mutating func readJSON<Value>(
    naming names: @autoclosure () -> [(path: JSONPath, name: String)] = [],
    _ decode: (inout JSONReader, Span<UInt8>) throws(JSONFault) -> Value
  ) throws(WireError) -> Value {
    let value = try peekJSON(naming: names()) { reader, bytes throws(JSONFault) in
      let value = try decode(&reader, bytes)
      try reader.end(in: bytes)
      return value
    }
    offset = frames.bodyFrame(index).count
    return value
  }

  /// Lends JSON to whoever only looks for what message this is, and stays where it is.
  @inlinable public func peekJSON<Value>(
    naming names: @autoclosure () -> [(path: JSONPath, name: String)] = [],
    _ decode: (inout JSONReader, Span<UInt8>) throws(JSONFault) -> Value
  ) throws(WireError) -> Value {
    let frame = UnsafeBufferPointer(rebasing: try current("")[offset...])
    do throws(JSONFault) {
      var reader = JSONReader(limits: frames.limits)
      return try decode(&reader, frame.span)
    } catch {
      throw located(error, in: frame, names())
    }
  }

  @usableFromInline @inline(never)
  func located(
    _ fault: JSONFault, in frame: UnsafeBufferPointer<UInt8>, _ names: [(path: JSONPath, name: String)]
  ) -> WireError {
    let error = WireError(
      fault, frame: frames.envelopeFrameCount + index, in: frame.span, naming: names, limits: frames.limits)
    return inElement(error, names)
  }

  /// The error with the element of a list in its path, where a whole frame is one: `points[2].x`.
  private func inElement(_ error: WireError, _ names: [(path: JSONPath, name: String)]) -> WireError {
    var error = error
    if let element, let name = names.first, name.path == [] {
      error.path = "\(name.name)[\(element)]" + error.path.dropFirst(name.name.count)
    }
    return error
  }
}

extension BodyReader {
  /// Reads MessagePack to the end of the frame under way.
  ///
  /// - Parameter names: What the layout calls the places in it, for an error: `[([2, 1], "args")]`.
  @inlinable public mutating func readMessagePack<Value>(
    naming names: @autoclosure () -> [(path: JSONPath, name: String)] = [],
    _ decode: (inout MessagePackReader, Span<UInt8>) throws(MessagePackFault) -> Value
  ) throws(WireError) -> Value {
    let value = try peekMessagePack(naming: names()) { reader, bytes throws(MessagePackFault) in
      let value = try decode(&reader, bytes)
      try reader.end(in: bytes)
      return value
    }
    offset = frames.bodyFrame(index).count
    return value
  }

  /// Lends MessagePack to whoever only looks for what message this is, and stays where it is.
  @inlinable public func peekMessagePack<Value>(
    naming names: @autoclosure () -> [(path: JSONPath, name: String)] = [],
    _ decode: (inout MessagePackReader, Span<UInt8>) throws(MessagePackFault) -> Value
  ) throws(WireError) -> Value {
    let frame = UnsafeBufferPointer(rebasing: try current("")[offset...])
    do throws(MessagePackFault) {
      var reader = MessagePackReader(limits: frames.limits)
      return try decode(&reader, frame.span)
    } catch {
      throw located(error, in: frame, names())
    }
  }

  @usableFromInline @inline(never)
  func located(
    _ fault: MessagePackFault, in frame: UnsafeBufferPointer<UInt8>, _ names: [(path: JSONPath, name: String)]
  ) -> WireError {
    let error = WireError(
      fault, frame: frames.envelopeFrameCount + index, in: frame.span, naming: names, limits: frames.limits)
    return inElement(error, names)
  }
}
