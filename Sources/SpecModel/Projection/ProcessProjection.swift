/// A protocol as one of its processes sees it: what its sockets send and receive, and in which order.
///
/// Enough to write the process from, in any language. What others do among themselves is not in it.
public struct ProcessProjection: Sendable, Hashable {
  /// Whose view it is.
  public var process: ProcessID
  /// What each of its sockets sends and receives, in the order of declaration.
  public var sockets: [SocketProjection]
  /// The chains in which it takes part, in the order of the file.
  public var chains: [LocalChain]
}

/// A chain as one process sees it.
public struct LocalChain: Sendable, Hashable {
  /// The index in `ProtocolSpec.chains`.
  public var chain: Int
  /// What it sees, in the order of time.
  public var items: [LocalItem]
}

/// What one process sees of something in a chain.
public indirect enum LocalItem: Sendable, Hashable {
  /// It sends, receives or passes on.
  case act(LocalAct)
  /// Alternatives and repetitions with something in them that it sees.
  case group(LocalGroup)
  /// Its own work, as written: `rasterise()`.
  case work(String)
  /// Time passes.
  case pause(DurationSpec)
}

/// A process's part in a step.
public struct LocalAct: Sendable, Hashable {
  /// What it does.
  public enum Kind: String, Sendable, Hashable, Encodable {
    /// Speaks without being asked.
    case sends
    /// Hears what is no answer to it.
    case receives
    /// Answers what it received.
    case answers
    /// Hears the answer to what it sent.
    case isAnswered = "is-answered"
    /// Hands it on as it is, from one socket to the other.
    case passesOn = "passes-on"
  }

  /// What it does.
  public var kind: Kind
  /// The index in `ChainSpec.steps`.
  public var step: Int
  /// The index in `StepSpec.hops`; of `passesOn` the hop on which it arrives.
  public var hop: Int
  /// Its own socket; of `passesOn` the one that receives.
  public var socket: SocketID
}

/// A group as one process sees it.
public struct LocalGroup: Sendable, Hashable {
  /// A way that things can go.
  public struct Branch: Sendable, Hashable {
    /// The prose behind the key.
    public var condition: String
    /// What the process sees of it; empty where the others do it without this process.
    public var items: [LocalItem]
  }

  /// What kind of group it is.
  public var kind: GroupSpec.Kind
  /// Who decides which branch is taken, how often, or when it ends: the sender of the branches' first messages.
  ///
  /// Nil for `par`, and where the first messages have different senders.
  public var decidedBy: ProcessID?
  /// Its branches, in the order of the file.
  public var branches: [Branch]
}
