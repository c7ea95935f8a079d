/// The world is wrong: an endpoint in use, an option refused, no file descriptors left.
public struct TransportError: Error, Sendable, Equatable, CustomStringConvertible {
  /// What was tried: `bind`, `connect`, `set sndhwm`.
  public var operation: String
  /// On what: an endpoint, a socket.
  public var subject: String
  /// The system's or libzmq's error number; 0 where neither was asked.
  public var code: Int32
  /// Why it failed.
  public var reason: String
  /// What can be done about it, if that is known.
  public var remedy: String?

  /// A failure with everything that is known of it.
  public init(operation: String, subject: String, code: Int32, reason: String, remedy: String? = nil) {
    self.operation = operation
    self.subject = subject
    self.code = code
    self.reason = reason
    self.remedy = remedy
  }

  /// One line: `cannot bind tcp://127.0.0.1:5678: Address already in use; …`.
  public var description: String {
    "cannot \(operation) \(subject): \(reason)" + (remedy.map { "; \($0)" } ?? "")
  }
}
