/// A JSON value of any kind, for what a protocol declares as `json`.
///
/// Everything else is read straight into the type that is declared; this tree is for what has none.
/// Literals make it pleasant to write:
///
/// ```swift
/// let value: JSONValue = ["name": "sphere", "radii": [1, 2.5], "parent": nil]
/// ```
///
/// Two values are equal if they were written alike: `5` is not `5.0`, and the order of members counts.
@frozen public enum JSONValue: Sendable, Hashable {
  /// `null`.
  case null
  /// `true`, `false`.
  case bool(Bool)
  /// An integer token that 64 bits with sign hold.
  case int(Int64)
  /// An integer token above those; below, a reader always gives ``int(_:)``.
  case uint(UInt64)
  /// Any other number; an integer token beyond 64 bits becomes the nearest Double.
  case double(Double)
  /// A string.
  case string(String)
  /// An array.
  case array([JSONValue])
  /// An object; the members as they were written.
  case object([Member])

  /// A key and its value.
  @frozen public struct Member: Sendable, Hashable {
    /// The name within the object.
    public var key: String
    /// What it is bound to.
    public var value: JSONValue

    /// A member of an object.
    @inlinable public init(_ key: String, _ value: JSONValue) {
      self.key = key
      self.value = value
    }
  }

  /// The value of the first member called `key`; nil where there is none or this is no object.
  public subscript(key: String) -> JSONValue? {
    guard case .object(let members) = self else { return nil }
    return members.first { $0.key == key }?.value
  }

  /// The element at `index`; nil where there is none or this is no array.
  public subscript(index: Int) -> JSONValue? {
    guard case .array(let elements) = self, elements.indices.contains(index) else { return nil }
    return elements[index]
  }
}

extension [JSONValue.Member] {
  /// Each key once, where it stood first, with its last value.
  func withTheLast() -> Self {
    var places: [String: Int] = [:]
    var members: Self = []
    for member in self {
      if let place = places[member.key] {
        members[place].value = member.value
      } else {
        places[member.key] = members.count
        members.append(member)
      }
    }
    return members
  }
}
