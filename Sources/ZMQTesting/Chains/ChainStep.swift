import ZMQRuntime
import ZMQWire

/// A message that a test sends, or compares with one that it receives.
public typealias PlayedMessage = WireMessage & Hashable

/// A message of a chain while a test plays it.
struct ChainStep: Sendable {
  /// As in the chain's drawing.
  let number: Int
  /// The message's Swift name.
  let name: String
  /// What is sent, or what is expected.
  let given: (any PlayedMessage)?
  /// The body with sample values.
  let sample: [[UInt8]]
  /// The place of the step that it answers.
  let request: Int?
  /// How long a test waits for it.
  let within: Duration
  /// For how long nothing is said before it.
  let pause: Duration
  /// Whether it does not arrive.
  let isLost: Bool
  /// The process that ends with it.
  var final: String?
  let topic: @Sendable (any PlayedMessage) -> String?
  /// nil for a message of another type.
  let decode: @Sendable ([[UInt8]]) throws -> (any PlayedMessage)?
  var copy: @Sendable (_ reply: any PlayedMessage, _ request: any PlayedMessage) -> any PlayedMessage = { reply, _ in
    reply
  }
  var adopt: @Sendable (_ expected: any PlayedMessage, _ found: any PlayedMessage) -> any PlayedMessage = {
    expected, _ in expected
  }
  /// Its rows in the drawing.
  var rows: [String] = []
  var hops: [ChainHop] = []

  /// What is sent.
  func message() throws -> any PlayedMessage {
    if let given { return given }
    guard let message = try decode(sample) else { throw SampleError(name: name) }
    return message
  }
}

/// A part of a message's way: from one socket to the next.
struct ChainHop: Sendable {
  var sender: String
  var receivers: [String]
  let sent: [EnvelopeSlot]
  let received: [EnvelopeSlot]
}

/// A socket of a chain, and what a test opens to do the same on the wire.
struct ChainSocket: Sendable {
  /// `Process.socket`
  var name: String
  let type: SocketType
  var shownAs: String
  let binds: Bool
  let security: SecurityMechanism?
}

/// A frame in front of a body.
public enum EnvelopeSlot: Sendable, Hashable {
  /// A routing id, or the number of a request, by the name that frame lists show.
  case id(String)
  /// The empty frame.
  case delimiter
  /// What a message is published under.
  case topic
}

/// The sample of a message is not such a message: the protocol file and the generated Swift are not of the same age.
struct SampleError: Error, CustomStringConvertible {
  let name: String

  var description: String { "the sample of \(name) is no \(name): generate both Swift files anew" }
}
