extension JSONPath {
  /// The path to the value at fault in MessagePack; for a key, to the map around it.
  ///
  /// The bytes may be broken from the fault on, which is where a reader has given up; the walk stops there.
  @inline(never)
  static func locate(_ fault: MessagePackFault, in bytes: Span<UInt8>) -> JSONPath {
    var walk = Walk()
    while walk.step(until: fault.offset, isAtEnd: fault.depth != nil, in: bytes) {}
    // Where something is missing, what has just ended is the container that lacks it.
    if let depth = fault.depth { return JSONPath(Array(walk.components.prefix(depth))) }
    return JSONPath(walk.components)
  }

  /// The walk over the values before a fault.
  private struct Walk {
    var components: [Component] = []
    private var position = 0
    private var containers: [Container] = []

    private struct Container {
      let isMap: Bool
      /// How many elements, or keys and values, have not been begun.
      var left: UInt64
    }

    /// Goes over one head, and what is no value of its own behind it; false where the fault is.
    mutating func step(until offset: Int, isAtEnd: Bool, in bytes: Span<UInt8>) -> Bool {
      if isAtEnd, position >= offset { return false }
      while containers.last?.left == 0 {
        containers.removeLast()
        components.removeLast()
      }
      // Behind the only value of all there is nothing to point at.
      if containers.isEmpty, position > 0 { return false }
      let isKey = beginValue()
      let head = MessagePackHead(at: position, in: bytes)
      let end = position + head.size + Int(min(head.contentLength, UInt64(bytes.count)))
      if head.kind == .missing || head.kind == .unused || position >= offset || (offset < end && !isAtEnd) {
        if isKey { components.removeLast() }
        return false
      }
      if isKey { components[components.count - 1] = .member(key(head, in: bytes)) }
      switch head.kind {
      case .array: begin(Container(isMap: false, left: head.argument))
      case .map: begin(Container(isMap: true, left: head.argument * 2))
      default: break
      }
      position = end
      return true
    }

    private mutating func begin(_ container: Container) {
      containers.append(container)
      components.append(container.isMap ? .member("") : .index(-1))
    }

    /// Counts the value that begins in its container; true for the key of a map.
    private mutating func beginValue() -> Bool {
      guard let container = containers.last else { return false }
      containers[containers.count - 1].left -= 1
      if case .index(let index) = components.last { components[components.count - 1] = .index(index + 1) }
      return container.isMap && container.left % 2 == 0
    }

    /// What a key is called: its text, or what else it is.
    private func key(_ head: MessagePackHead, in bytes: Span<UInt8>) -> String {
      let content = position + head.size..<position + head.size + Int(min(head.contentLength, UInt64(bytes.count)))
      guard head.kind == .string, content.upperBound <= bytes.count else {
        return Excerpt.messagePack(at: position, in: bytes)
      }
      return JSONReader.plainString(content, in: bytes)
    }
  }
}
