extension WireError {
  /// The error for a fault that the reader of MessagePack or generated code has met in a frame.
  ///
  /// - Parameters:
  ///   - names: What a protocol calls the beginnings of paths; the longest one that fits counts.
  ///   - expecting: The text for a rule that only generated code knows.
  ///   - limits: Those of the reader.
  @inline(never)
  public init(
    _ fault: MessagePackFault, frame: Int, in bytes: Span<UInt8>, naming names: [(path: JSONPath, name: String)] = [],
    expecting: String? = nil, limits: CodecLimits = .default
  ) {
    let (path, isOutsideNames) = WireError.name(JSONPath.locate(fault, in: bytes), by: names)
    self.init(
      Reason(
        fault.reason, unexpected: Reason(brokenValueAt: fault.offset, in: bytes, limits),
        isOutsideNames: isOutsideNames),
      frame: frame, offset: fault.offset, path: path, expected: expecting ?? fault.expectation,
      found: Excerpt.found(at: fault, in: bytes))
  }
}

extension Excerpt {
  fileprivate static func found(at fault: MessagePackFault, in bytes: Span<UInt8>) -> String {
    switch fault.reason {
    // Something is not there; what stands behind it says nothing.
    case _ where fault.depth != nil: ""
    case .notUTF8: Excerpt.bytes(at: fault.offset, in: bytes)
    default: messagePack(at: fault.offset, in: bytes)
    }
  }
}

extension WireError.Reason {
  /// What is wrong with a value that is not of the type expected there, beside that; nil where it is sound.
  fileprivate init?(brokenValueAt offset: Int, in bytes: Span<UInt8>, _ limits: CodecLimits) {
    var probe = MessagePackReader(limits: limits)
    probe.offset = offset
    do throws(MessagePackFault) {
      try probe.skipValue(in: bytes)
      return nil
    } catch {
      switch error.reason {
      case .tooDeep: self = .tooDeep
      case .notUTF8: self = .notUTF8
      case .duplicateKey: self = .duplicateKey
      default: self = .notMessagePack
      }
    }
  }
}
