import SpecModel
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// The chains of a protocol, played on real libzmq sockets with sample values: what was predicted, and what libzmq
/// delivered.
public struct Verification: Sendable {
  /// What became of one chain.
  public struct Chain: Sendable {
    /// The place in `ProtocolSpec.chains`.
    public var index: Int
    /// The ways through it that were played, each on sockets of its own.
    public var ways: [Way]
  }

  /// One way through a chain.
  public struct Way: Sendable {
    /// Its hops, in the order of time.
    public var hops: [Hop]
    /// Whether all of them were as predicted.
    public var isAsPredicted: Bool { hops.allSatisfy(\.isAsPredicted) }
  }

  /// One hop of one step.
  public struct Hop: Sendable {
    /// `1`, `2b`
    public var label: String
    /// The place of the step in `ChainSpec.steps`.
    public var step: Int
    /// The place of the hop in `StepSpec.hops`.
    public var hop: Int
    /// What was passed to `send_multipart`.
    public var sent: [[UInt8]]
    /// What `recv_multipart` should return; nil for a frame that libzmq makes up.
    public var predicted: [[UInt8]?]
    /// What it returned.
    public var outcome: Outcome

    /// Whether it was as predicted.
    public var isAsPredicted: Bool {
      switch outcome {
      case .lost: true
      case .delivered(let frames): Verification.match(frames, predicted)
      case .nothing, .unheard, .refused, .notPlayed: false
      }
    }
  }

  /// What became of a message on one hop.
  public enum Outcome: Sendable, Equatable {
    /// It was delivered, in these frames.
    case delivered([[UInt8]])
    /// Nothing came within the time.
    case nothing
    /// It was not sent, because these subscribe to nothing that its sample values begin with.
    case unheard(by: [SocketID])
    /// libzmq refused to send it.
    case refused(String)
    /// The protocol says that it is lost, so it was not sent.
    case lost
    /// What it depends on had failed before.
    case notPlayed
  }

  /// All chains, in the order of the file.
  public var chains: [Chain]
  /// Whether every hop was as predicted.
  public var isAsPredicted: Bool { chains.allSatisfy { $0.ways.allSatisfy(\.isAsPredicted) } }

  /// Plays every chain; blocks until it is done, at most `limit` for each message.
  ///
  /// - Throws: `TransportError` when a socket cannot be opened, bound or connected.
  public init(_ spec: ProtocolSpec, over transport: VerificationTransport, limit: Duration = .seconds(2))
    throws(TransportError)
  {
    chains = []
    for (index, chain) in spec.chains.enumerated() {
      let frames = spec.frames(of: chain)
      var ways: [Way] = []
      for way in ChainTraces(chain).ways {
        let stage = try Stage(way.map { chain.steps[$0] }, in: spec, over: transport, limit: limit)
        ways.append(Way(hops: try stage.play(way, of: chain, frames)))
      }
      chains.append(Chain(index: index, ways: ways))
    }
  }

  static func match(_ frames: [[UInt8]], _ predicted: [[UInt8]?]) -> Bool {
    frames.count == predicted.count && zip(frames, predicted).allSatisfy { $1 == nil || $0 == $1 }
  }
}

/// How the sockets of a verification reach each other.
public enum VerificationTransport: String, Sendable, CaseIterable {
  /// `tcp://127.0.0.1:*`
  case tcp
  /// Files in the folder for temporary ones.
  case ipc
  /// Within the program. It does not check whether two socket types fit.
  case inproc
}
