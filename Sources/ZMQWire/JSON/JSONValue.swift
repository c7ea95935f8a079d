/// A JSON value of any kind, for what a protocol declares as `json`.
///
/// Everything else is read straight into the type that is declared; this tree is for what has none.
/// Literals make it pleasant to write:
///
/// ```swift
/// let value: JSONValue = ["name": "sphere", "radii": [1, 2.5], "parent": nil]
/// ```
///
/// Two values are equal if they were written alike: `5` is not `5.0`, the order of members counts, and so do the bytes of
/// texts and keys, of which two may be one for Unicode.
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
    return members.first { $0.key.utf8.elementsEqual(key.utf8) }?.value
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
    // By their bytes, and not as Strings, of which two are equal if Unicode holds them for the same.
    var places: [[UInt8]: Int] = [:]
    var members: Self = []
    for member in self {
      let key = [UInt8](member.key.utf8)
      if let place = places[key] {
        members[place].value = member.value
      } else {
        places[key] = members.count
        members.append(member)
      }
    }
    return members
  }
}
