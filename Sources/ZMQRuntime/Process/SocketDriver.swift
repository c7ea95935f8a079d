import Logging
import ZMQWire

/// The name of a socket within its loop.
struct SocketID: Hashable, Sendable {
  let number: Int
}

/// One socket of a running process: its transport's socket, its dispatcher, and the tasks that wait for it.
///
/// Not `Sendable`: it lives on its loop, whose extensions in this folder drive it.
final class SocketDriver {
  let name: String
  let configuration: SocketConfiguration
  let logger: Logger
  private(set) var transport: any TransportSocket
  var dispatcher: (any Dispatcher)?
  var counters = MessageCounters()

  /// Workers that have nothing to do.
  let idle = WaitList()
  var workers = 0
  var busyWorkers = 0
  /// Whoever waits for the handlers that were at work when the socket was stopped.
  let workDone = WaitList()
  /// Starts one more worker; set by the loop.
  var startWorker: () -> Void = {}
  /// Whether messages are still taken.
  private(set) var isOpen = true

  /// Tasks whose message the transport would not take yet.
  let writers = WaitList()
  /// Tasks that wait for their turn to ask; the one whose turn it is.
  let askers = WaitList()
  var isAsking = false
  var pendingReply: PendingReply?
  let replied = WaitList()
  /// Answers that may still come for requests which nobody waits for any more.
  var lateReplies = 0
  /// A REQ that has sent a message to which there is no answer can send no other.
  var mustRenew = false

  init(name: String, configuration: SocketConfiguration, transport: any TransportSocket, logger: Logger) {
    self.name = name
    self.configuration = configuration
    self.transport = transport
    self.logger = logger
    watch()
  }

  private func watch() {
    transport.onReadable = { [unowned self] in
      if idle.wakeOne() { return }
      if isOpen, workers < configuration.concurrency { startWorker() }
    }
    transport.onWritable = { [unowned self] in
      writers.wakeOne()
      transport.wantsWritable = !writers.isEmpty
    }
  }

  /// Whether the socket may be closed and opened again without its peers losing their way: only one that
  /// connects.
  var isRenewable: Bool { configuration.bind.isEmpty }

  /// Closes the socket and opens it anew, so that no late answer can come.
  func renew(in reactor: any Reactor) throws(TransportError) {
    mustRenew = false
    transport.close()
    transport = try reactor.open(configuration)
    watch()
    // The new socket must be asked once before it reports anything.
    idle.wakeOne()
  }

  /// Takes no further message; tasks that wait go on with `stopped`.
  func stop() {
    isOpen = false
    for list in [idle, writers, askers, replied] { list.stop() }
  }

  /// Counts a message that was not handled, and logs the first of its kind, then ever fewer.
  func count(refused error: WireError) {
    let times = counters.refused[error.reason, default: 0] + 1
    counters.refused[error.reason] = times
    guard times <= 10 || times & (times - 1) == 0 else { return }
    logger.warning(
      "message refused: \(error)",
      metadata: ["socket": "\(name)", "reason": "\(error.reason.rawValue)", "refused": "\(times)"])
  }

  /// Counts a message that could not be sent.
  func count(unsent reason: MessageCounters.Unsent) {
    let times = counters.unsent[reason, default: 0] + 1
    counters.unsent[reason] = times
    guard times <= 10 || times & (times - 1) == 0 else { return }
    logger.warning("message not sent: \(reason.rawValue)", metadata: ["socket": "\(name)", "unsent": "\(times)"])
  }
}
