/// A value that has no place in a message: NaN in JSON, a number beyond its declared maximum, a text too long for the
/// byte that holds its length.
///
/// Sending it all the same would send something that the receiver must refuse, far from the place that made the
/// mistake. Only what can meet such a value throws, and it throws nothing else, so a `do` without a catch-all
/// handles it:
///
/// ```swift
/// do { try writer.write(ratio) } catch { log("\(error)") }   // error is an UnencodableValue
/// ```
@frozen public struct UnencodableValue: Error, Equatable, Sendable, CustomStringConvertible {
  /// Which value, by the names of the protocol file: `circle.radius`; empty where a writer does not know.
  public var name: String
  /// The value: a number as Swift prints it, or a short form of something longer.
  public var value: String
  /// What would have been right, in words that follow "expected".
  public var expected: String

  /// The error for a value that is not what the protocol declares.
  @inline(never)
  public init(_ name: StaticString, _ value: String, expected: String) {
    self.name = "\(name)"
    self.value = Excerpt.printable(Array(value.utf8).span)
    self.expected = expected
  }

  /// The error for a number that JSON has no text for.
  @usableFromInline @inline(never)
  init(_ value: Double) {
    name = ""
    self.value = value.isNaN ? "nan" : value < 0 ? "-inf" : "inf"
    expected = "a number that JSON has a text for"
  }

  /// The error for a duration that no reader takes.
  @inline(never)
  init(_ value: Duration) {
    self.init(
      "duration", DurationText.text(of: value) + " s", expected: JSONFault.Reason.outsideDuration.expectation)
  }

  /// `circle.radius: expected at least 0, found -1`
  public var description: String {
    name.isEmpty ? "JSON has no text for the number \(value)" : "\(name): expected \(expected), found \(value)"
  }
}
