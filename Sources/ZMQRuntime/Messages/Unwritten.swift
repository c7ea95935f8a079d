/// A handler's method that is still as the generator made it.
public struct Unwritten: Error, Sendable, Equatable, CustomStringConvertible {
  /// The message that nobody handles yet.
  public let message: String

  /// The error of the method for this message.
  public init(_ message: String) { self.message = message }

  /// `nobody has written what happens on 'ping' yet`
  public var description: String { "nobody has written what happens on '\(message)' yet" }
}
