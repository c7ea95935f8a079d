/// How a chain went once: what happened, in the order of time, and how it ended.
///
/// A diagnostic that says that a chain can go wrong carries one; the command line draws it.
public struct ChainTrace: Sendable, Hashable, Encodable {
  /// Something that happened.
  public enum Event: Sendable, Hashable, Encodable {
    /// The step at this place of `ChainSpec.steps` was sent, and arrived; in a loop, more than once.
    case step(Int)
    /// The step at this place was sent, and did not arrive.
    case lost(Int)
    /// Time passed.
    case pause(DurationSpec)
    /// Something else, in a few words: `Broker restarts`.
    case note(String)
  }

  /// The place of the chain in `ProtocolSpec.chains`.
  public var chain: Int
  /// What happened, in the order of time.
  public var events: [Event]
  /// How it ended, in a few words: `Client waits for ever`.
  public var fatal: String

  /// How a chain went.
  public init(chain: Int, events: [Event], fatal: String) {
    self.chain = chain
    self.events = events
    self.fatal = fatal
  }
}
