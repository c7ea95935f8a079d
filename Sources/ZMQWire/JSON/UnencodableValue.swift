/// A value that JSON has no text for: a NaN or an infinity.
///
/// Writing `null` or `NaN` instead would send something that the receiver must refuse, far from the
/// place that made the mistake. Only the methods that can meet such a number throw, and they throw
/// nothing else, so a `do` without a catch-all handles it:
///
/// ```swift
/// do { try writer.write(ratio) } catch { log("\(error)") }   // error is an UnencodableValue
/// ```
@frozen public struct UnencodableValue: Error, Equatable, Sendable, CustomStringConvertible {
  /// The number, as Swift prints it: `nan`, `inf` or `-inf`.
  public var value: String

  /// The error for `value`.
  @usableFromInline @inline(never)
  init(_ value: Double) { self.value = value.isNaN ? "nan" : value < 0 ? "-inf" : "inf" }

  /// `JSON has no text for the number nan`.
  public var description: String { "JSON has no text for the number \(value)" }
}
