/// The messages of a process at one moment, socket by socket: nothing is lost unseen.
public struct ProcessLedger: Sendable, Equatable, CustomStringConvertible {
  /// The process's name in the protocol file.
  public var process: String
  /// Its sockets, in the order of the protocol file.
  public var sockets: [SocketLedger]

  /// A ledger of these sockets.
  public init(process: String, sockets: [SocketLedger]) {
    self.process = process
    self.sockets = sockets
  }

  /// Whether every message of every socket stands in exactly one place.
  public var isBalanced: Bool { sockets.allSatisfy(\.isBalanced) }

  /// For people: the process, then each socket with its sums.
  public var description: String {
    ([process] + sockets.map { "  " + $0.description.split(separator: "\n").joined(separator: "\n  ") })
      .joined(separator: "\n")
  }
}

/// Who can tell what has become of a process's messages: what an exporter of figures is written against.
///
/// ```swift
/// func export(_ source: some LedgerSource) async {
///   for socket in await source.ledger().sockets {
///     for part in socket.received + socket.offered { gauge(socket.socket, part.name, part.count) }
///   }
/// }
/// ```
public protocol LedgerSource: Sendable {
  /// The ledger as it stands now; costs nothing while nobody asks.
  func ledger() async -> ProcessLedger
}
