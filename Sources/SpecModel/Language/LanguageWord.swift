import ZMQWire

/// A word that may stand behind a key, with what it says.
public struct LanguageWord: Sendable, Hashable {
  /// The word as written.
  public var name: String
  /// What it says, as one sentence without a full stop.
  public var meaning: String

  /// A word with its meaning.
  public init(_ name: String, _ meaning: String) {
    self.name = name
    self.meaning = meaning
  }

  /// The versions of the language.
  public static let versions = [LanguageWord("1", "The version that this zmqspec reads")]

  /// The layouts that are built in.
  public static let layouts = [
    LanguageWord("triple", "`[\"ping\",[5],{}]`: type, positional arguments, keyword arguments"),
    LanguageWord("pair", "`[\"ping\",5]`: type and the only field's value, null for none, an object for several"),
    LanguageWord("list", "`[\"ping\",5]`: type, then each positional argument"),
    LanguageWord("object", "`{\"type\":\"ping\",\"count\":5}`: every field by its name, beside the type"),
  ]

  /// How many of a process there may be.
  public static let counts = [
    LanguageWord("one", "There is one of it at a time"), LanguageWord("many", "There may be several of it at a time"),
  ]

  /// The stable socket types of libzmq.
  public static let socketTypes = SocketType.allCases.map { LanguageWord($0.rawValue, meaning(of: $0)) }

  /// What `otherwise` may say besides a message.
  public static let refusals = [
    LanguageWord("drop", "The message is counted, logged and dropped"),
    LanguageWord("handle", "A method of the handler gets the frames and the reason"),
  ]

  /// What `subscribe` may say besides prefixes.
  public static let dynamic = [LanguageWord("dynamic", "The program subscribes while it runs")]

  /// ZeroMQ's security mechanisms.
  public static let mechanisms = [
    LanguageWord("none", "Whoever can connect may talk"), LanguageWord("plain", "A name and a password, not encrypted"),
    LanguageWord("curve", "Keys, and everything encrypted"),
  ]

  /// What becomes of members that a record does not declare.
  public static let unknownMembers = [
    LanguageWord("ignore", "They are passed over"), LanguageWord("keep", "They are kept and written again"),
  ]

  private static func meaning(of type: SocketType) -> String {
    switch type {
    case .pair: "Talks to one other PAIR"
    case .req: "Asks and waits for the answer, in turns"
    case .rep: "Answers each request exactly once"
    case .dealer: "Sends to its peers in turn, receives from all of them, at any time"
    case .router: "Knows its peers by routing id: what it receives says from whom, what it sends says to whom"
    case .pub: "Publishes to whoever has subscribed; receives nothing"
    case .sub: "Receives what it has subscribed to; sends nothing"
    case .xpub: "A PUB that sees its subscriptions"
    case .xsub: "A SUB that sends its subscriptions as messages"
    case .push: "Deals messages out to its peers in turn; receives nothing"
    case .pull: "Receives from all its peers; sends nothing"
    case .stream: "Talks bytes over TCP to a peer that knows no ZeroMQ"
    }
  }
}
