import SpecModel

/// A process's view of its protocol with every name spelt out: what `zmqspec project` prints, as JSON or as text.
struct ProcessDocument: Encodable {
  let process: String
  let about: String?
  let sockets: [Socket]
  let chains: [Chain]

  /// A socket: how it is opened, what it receives and what it sends.
  struct Socket: Encodable {
    let name: String
    let type: String
    let bind: [String]
    let connect: [String]
    let routingID: String?
    let subscribe: [String]?
    /// libzmq's, in libzmq's units: `linger = 250`.
    let options: [String]
    /// The socket to which everything is passed on, and from which everything comes.
    let passesOnTo: String?
    let silence: String?
    /// What answers anything else: `drop`, `handle`, or a message's name.
    let otherwise: String
    let receives: [Received]
    let sends: [Sent]
  }

  /// A message with the frames that the program sees of it: those it sends, or those it receives.
  struct Message: Encodable {
    let name: String
    let fields: [String]
    let frames: [String]
  }

  struct Received: Encodable {
    let message: Message
    let answers: Answers?
    let isFinal: Bool
    let isSignOfLife: Bool
  }

  struct Sent: Encodable {
    let message: Message
    let answers: Answers?
    let within: String?
    let every: String?
    /// Whether the program says it, and not only the runtime.
    let isSpoken: Bool
    let namesPeer: Bool
    let refusals: [Message]
  }

  /// `elements` any number of times in any order, then one of `replies`; without elements just one of `replies`, and
  /// without replies it goes on for ever.
  struct Answers: Encodable {
    let elements: [Message]
    let replies: [Message]
  }

  struct Chain: Encodable {
    let name: String
    let title: String
    let items: [Item]
  }

  /// Something that happens: exactly one of its members is there.
  struct Item: Encodable {
    var step: Step?
    var group: Group?
    var work: String?
    var pause: String?
  }

  struct Step: Encodable {
    let label: String
    /// `sends`, `receives`, `answers`, `is-answered`, `passes-on`.
    let does: String
    let socket: String
    let message: String
    /// The other side: `Worker.jobs`.
    let peers: [String]
    /// The step that is answered.
    let answersStep: Int?
    let within: String?
    let every: String?
    let endsWithIt: Bool
    let isLost: Bool
  }

  struct Group: Encodable {
    /// `alt`, `opt`, `loop`, `par`, `break`.
    let kind: String
    let decidedBy: String?
    let branches: [Branch]
  }

  struct Branch: Encodable {
    let condition: String
    let items: [Item]
  }
}
