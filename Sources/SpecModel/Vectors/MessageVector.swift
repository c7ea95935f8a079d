import ZMQWire

/// A message for the tests of any program that speaks a protocol: right, or with one thing wrong.
public struct MessageVector: Sendable {
  /// What a reader has to do with it.
  public enum Verdict: Sendable {
    /// Take it.
    case accepted
    /// Refuse it, for this; frames count from the first one of the body.
    case refused(WireError)
  }

  /// What it shows: `a sample`, `count = "x"`, `frame 0 cut after 3 bytes`.
  public var name: String
  /// The message that it is, or should have been.
  public var message: MessageID
  /// Where it is received first.
  public var sighting: MessageSighting
  /// The frames of its body.
  public var frames: [[UInt8]]
  /// What a reader has to do with it.
  public var verdict: Verdict
}
