/// Where in a JSON text a value lies: the way down from the top.
///
/// A fault carries a byte index alone, because that costs nothing; the path is found by a second
/// walk, and only when there is something to report.
///
/// ```swift
/// JSONPath.locate(offset: 9, in: bytes).description   // ["ping",["five"],{}]   →   "[1][0]"
/// ```
public struct JSONPath: Sendable, Hashable {
  /// The steps down, the outermost first.
  public var components: [Component]

  /// One step down.
  public enum Component: Sendable, Hashable {
    /// To an element of an array, counted from 0.
    case index(Int)
    /// To a member of an object.
    case member(String)
  }

  /// The path of these steps.
  public init(_ components: [Component]) { self.components = components }

  /// Whether this path leads to the value at `other` or into it.
  public func begins(with other: JSONPath) -> Bool { components.starts(with: other.components) }
}

extension JSONPath: ExpressibleByArrayLiteral {
  /// The path of these steps: `[1, 0, "points"]`.
  public init(arrayLiteral elements: Component...) { self.init(elements) }
}

extension JSONPath.Component: ExpressibleByIntegerLiteral, ExpressibleByStringLiteral {
  /// A step to an element.
  public init(integerLiteral value: Int) { self = .index(value) }
  /// A step to a member.
  public init(stringLiteral value: String) { self = .member(value) }
}

extension JSONPath: CustomStringConvertible {
  /// `[1][0].points[3].x`; a key that is no identifier is quoted: `["a key"]`. Printable whatever the keys hold.
  public var description: String { components.map(\.description).joined() }
}

extension JSONPath.Component: CustomStringConvertible {
  /// `[3]`, `.x` or `["a key"]`.
  public var description: String {
    switch self {
    case .index(let index): return "[\(index)]"
    case .member(let name):
      let utf8 = Array(name.utf8)
      let isIdentifier = utf8.allSatisfy {
        switch $0 {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "_"): true
        case UInt8(ascii: "0")...UInt8(ascii: "9"): true
        default: false
        }
      }
      if isIdentifier, !utf8.isEmpty, utf8.count <= Excerpt.limit { return ".\(name)" }
      return "[\"\(Excerpt.printable(utf8.span))\"]"
    }
  }
}
