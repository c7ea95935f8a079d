extension JSONPath {
  /// The path to the value in which `offset` lies; for a key, a comma or a bracket, to the container around it.
  ///
  /// The text may be broken from `offset` on, which is where a reader has given up; the walk stops there.
  @inline(never)
  public static func locate(offset: Int, in bytes: Span<UInt8>) -> JSONPath {
    var walk = Walk()
    while walk.position < bytes.count, walk.position <= offset {
      if walk.step(offset: offset, in: bytes) { break }
    }
    return JSONPath(walk.components)
  }

  /// The walk over the tokens before a fault.
  private struct Walk {
    var components: [Component] = []
    var position = 0
    /// Whether the next string is a key.
    var isAtKey = false

    /// Goes over one token; true if that is the one that was looked for.
    mutating func step(offset: Int, in bytes: Span<UInt8>) -> Bool {
      let byte = bytes[position]
      let isThere = position >= offset
      switch byte {
      case UInt8(ascii: "["), UInt8(ascii: "{"):
        if isThere { return leaveIfAtKey() }
        isAtKey = byte == UInt8(ascii: "{")
        components.append(isAtKey ? .member("") : .index(0))
      case UInt8(ascii: "]"), UInt8(ascii: "}"):
        _ = components.popLast()
        isAtKey = false
        if isThere { return true }
      case UInt8(ascii: ","):
        if isThere {
          _ = components.popLast()
          return true
        }
        if case .index(let index) = components.last {
          components[components.count - 1] = .index(index + 1)
        } else {
          isAtKey = !components.isEmpty
        }
      case UInt8(ascii: "\""):
        return string(offset: offset, in: bytes)
      case UInt8(ascii: ":"):
        isAtKey = false
        if isThere { return true }
      default:
        if isThere, !JSONReader.isBlank(byte) { return leaveIfAtKey() }
      }
      position += 1
      return false
    }

    private mutating func string(offset: Int, in bytes: Span<UInt8>) -> Bool {
      var end = position + 1
      while end < bytes.count, bytes[end] != UInt8(ascii: "\"") {
        end += bytes[end] == UInt8(ascii: "\\") ? 2 : 1
      }
      if offset <= end || end >= bytes.count { return leaveIfAtKey() }
      if isAtKey {
        let key = JSONKey(start: position + 1, end: end, hasEscapes: true)
        components[components.count - 1] = .member(key.string(in: bytes))
      }
      position = end + 1
      return false
    }

    private mutating func leaveIfAtKey() -> Bool {
      if isAtKey { _ = components.popLast() }
      return true
    }
  }
}
