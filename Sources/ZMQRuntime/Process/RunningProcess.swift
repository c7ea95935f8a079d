/// A process that runs: a handle that any task may hold.
public struct RunningProcess: LedgerSource {
  private let lease: ProcessLease
  /// The process's name in the protocol file.
  public let name: String
  let sockets: [String: SocketID]
  let bound: [String: [String]]

  init(lease: ProcessLease, name: String, sockets: [String: SocketID], bound: [String: [String]]) {
    self.lease = lease
    self.name = name
    self.sockets = sockets
    self.bound = bound
  }

  var loop: EventLoop { lease.loop }
  var id: ProcessID { lease.id }

  /// A socket, for the generated client of that name.
  public func client(_ socket: String) -> ClientSocket {
    // A name that the process does not have gives a client whose calls say "stopped".
    ClientSocket(
      loop: loop, id: sockets[socket] ?? SocketID(number: -1), name: "\(name).\(socket)")
  }

  /// The endpoints that a socket has bound; a wildcard port is replaced by the port that was chosen.
  public func endpoints(of socket: String) -> [String] { bound[socket] ?? [] }

  /// What has become of a socket's messages so far; also when the process has stopped.
  public func counters(of socket: String) async -> MessageCounters {
    await loop.counters(of: socket, in: id)
  }

  /// The proxy to which a socket belongs; of a socket that has none, nothing can be held or captured.
  public func proxy(_ socket: String) -> ProxyControl { ProxyControl(loop: loop, process: id, socket: socket) }

  /// The peers of a ROUTER that have spoken, those that were heard last behind the others; of other sockets none is
  /// known.
  public func peers(of socket: String) async -> [Peer] {
    await loop.peers(of: socket, in: id)
  }

  /// Where all its messages are, socket by socket, as they stand now; `print` shows it to people.
  public func ledger() async -> ProcessLedger {
    await loop.ledger(of: id, named: name)
  }

  /// Stops the process: no further message is taken, handlers that are at work may finish, what was sent
  /// leaves. Returns when all this is done or `ProcessSettings.stopLimit` has passed, and the log then names what is
  /// still open; a second call waits for the first.
  public func stop() async {
    await loop.stop(id)
  }

  /// Waits until the process is asked to stop, by whomever. Cancelling the waiting task ends the wait.
  public func untilStopped() async {
    await loop.untilStopped(id)
  }
}

/// The name of a process within its loop.
struct ProcessID: Hashable, Sendable {
  let number: Int
}

/// Keeps what the loop knows of a process as long as somebody can ask for it.
final class ProcessLease: Sendable {
  let loop: EventLoop
  let id: ProcessID

  init(loop: EventLoop, id: ProcessID) {
    self.loop = loop
    self.id = id
  }

  deinit {
    let (loop, id) = (loop, id)
    Task { await loop.forget(id) }
  }
}
