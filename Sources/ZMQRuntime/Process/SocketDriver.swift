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
  let id: SocketID
  let name: String
  @exclusivity(unchecked) var configuration: SocketConfiguration
  let logger: Logger
  /// Who signs what it sends and checks what it receives, where layouts say so.
  let signer: (any Signer)?
  @exclusivity(unchecked) private(set) var transport: any TransportSocket
  @exclusivity(unchecked) var boundDispatcher: BoundDispatcher?
  var dispatcher: (any Dispatcher)? { boundDispatcher?.dispatcher }
  @exclusivity(unchecked) var counters = MessageCounters()

  /// Workers that have nothing to do.
  let idle = WaitList()
  @exclusivity(unchecked) var workers = 0
  @exclusivity(unchecked) var busyWorkers = 0
  /// Workers that let others have their turn, and will look for messages by themselves.
  var yielding = 0
  /// Whoever waits for the handlers that were at work when the socket was stopped.
  let workDone = WaitList()
  /// Starts one more worker; set by the loop.
  @exclusivity(unchecked) var startWorker: () -> Void = {}
  /// Keeps an answer that was held and did not leave; set by the loop.
  @exclusivity(unchecked) var keepReply: (Outbox.Parcel) -> Void = { _ in }
  /// Whether messages are still taken.
  @exclusivity(unchecked) private(set) var isOpen = true
  /// Whether only answers are: its process is about to stop.
  @exclusivity(unchecked) private(set) var isDraining = false
  /// Whether its transport's socket is closed for good.
  @exclusivity(unchecked) private(set) var isClosed = false

  /// Tasks whose message the transport would not take yet, and for which there is no room in the queue.
  let writers = WaitList()
  var waitingSenders = 0
  /// Messages that the transport would not take yet.
  let outbox: Outbox
  /// When a ROUTER's queue is looked at again.
  var flushTimer: TimerQueue.ID?
  /// Whoever waits until the queue is empty.
  let flushed = WaitList()
  /// Messages received that are in the hands of handlers.
  @exclusivity(unchecked) var underWay = 0
  /// Requests that are under way.
  let pending = PendingReplies()
  /// The id by which a message says which request it answers; nil where answers have none.
  let correlation: (@Sendable (IncomingMessage) throws -> CorrelationID?)?
  /// What the runtime sends by itself.
  let periodic: [PeriodicMessage]
  /// Who has subscribed to what, at a PUB.
  let subscribers: Subscribers
  /// What it has subscribed to itself, as a SUB.
  var subscriptions: Subscriptions
  /// What stands around its handler.
  let interceptors: [any Interceptor]
  /// Who has spoken.
  let peers: PeerTable
  /// What is in the hands of each worker.
  @exclusivity(unchecked) var inHand: [Int: IncomingMessage] = [:]
  /// How many streams want no further element now: the socket rests while there is one.
  @exclusivity(unchecked) var fullStreams = 0
  /// A REQ that has sent a message to which there is no answer can send no other.
  @exclusivity(unchecked) var mustRenew = false

  let clock: TurnClock
  /// Whether its peers' subscriptions come as messages.
  let getsNotices: Bool

  /// - Parameters:
  ///   - name: `Process.socket`, as in the protocol file.
  ///   - clock: That of its loop.
  init(
    id: SocketID, name: String, plan: ProcessPlan.Socket, transport: any TransportSocket, settings: ProcessSettings,
    signer: (any Signer)?, clock: TurnClock
  ) {
    self.clock = clock
    self.id = id
    self.name = name
    self.transport = transport
    self.signer = signer
    logger = settings.logger
    interceptors = settings.interceptors
    configuration = plan.configuration
    getsNotices = plan.configuration.openedType == .xpub
    correlation = plan.correlation
    periodic = plan.periodic
    outbox = Outbox(plan.configuration.outbound, isRouter: plan.configuration.openedType == .router)
    subscriptions = Subscriptions(plan.configuration.subscriptions)
    subscribers = Subscribers(limits: plan.configuration.subscriptionLimits)
    peers = PeerTable(memory: plan.configuration.peerMemory, isWatched: plan.configuration.silence != nil)
    watch()
  }

  private func watch() {
    transport.onReadable = { [unowned self] in wakeWorker() }
    transport.onWritable = { [unowned self] in
      flush()
      if !outbox.isFull { writers.wakeOne() }
      transport.wantsWritable = wantsRoom
    }
    guard configuration.openedType == .router else { return }
    transport.onUnsentReply = { [unowned self] reply, result in
      if let parcel = takeBack(reply, because: result) { keepReply(parcel) }
    }
    transport.onConnections = { [unowned self] changes in peers.note(changes, lastLook: clock.looked) }
  }

  /// What can be known of its peers now, is known.
  func settlePeers() { peers.doubt(transport.stands) }

  private var wantsRoom: Bool { !writers.isEmpty || !outbox.isEmpty }

  /// Lets a worker look for messages: one that has nothing to do, or a new one.
  func wakeWorker() {
    if yielding > 0 || idle.wakeOne() { return }
    if isOpen, workers < configuration.concurrency { startWorker() }
  }

  /// Whether the socket may be closed and opened again without anybody losing their way: only one that connects and
  /// does nothing but ask.
  var isRenewable: Bool { configuration.bind.isEmpty && dispatcher == nil && correlation == nil }

  /// Closes the socket and opens it anew, so that no late answer can come.
  ///
  /// - Throws: When it cannot be opened now; the next message tries again.
  func renew(in reactor: any Reactor) throws(TransportError) {
    mustRenew = true
    pending.forgetLate()
    transport.close()
    transport = try reactor.open(configuration)
    mustRenew = false
    watch()
    transport.wantsWritable = configuration.openedType != .router && wantsRoom
    // The new socket must be asked once before it reports anything.
    idle.wakeOne()
  }

  /// Gives no further message to its handlers; those that are at work may still send and ask.
  func drain() {
    isDraining = true
    dispatcher?.stopping()
  }

  /// Takes no further message; tasks that wait go on with `stopped`.
  func stop() {
    isOpen = false
    transport.passReplies()
    for list in [idle, writers, subscribers.changed] { list.stop() }
    pending.stop()
  }

  /// Closes the socket; what has arrived and what still waits is counted as thrown away.
  func close() {
    transport.passReplies()
    isClosed = true
    counters.unsent.add(outbox.removeAll(), as: .discarded)
    flushed.stop()
    countArrived()
    transport.close()
    startWorker = {}
    keepReply = { _ in }
  }

  /// So many messages are counted when nobody takes them any more; more than that are not waited for.
  private static let arrivedLimit = 100_000

  private func countArrived() {
    guard configuration.openedType.canReceive else { return }
    let message = transport.makeMessage()
    for _ in 0..<Self.arrivedLimit {
      guard (try? message.receive()) == true else { return }
      if isNotice(message) { continue }
      counters.received += 1
      counters.discarded += 1
    }
  }

  /// Whether it is libzmq's notice to an XPUB that somebody (un)subscribes: one frame that begins with 0 or 1.
  func isNotice(_ message: any ReceivedMessage) -> Bool {
    guard getsNotices, message.frameCount == 1, let first = message.frame(0).first else {
      return false
    }
    return first <= 1
  }

  /// Counts a message that was not handled, and logs the first of its kind, then ever fewer.
  ///
  /// - Parameter sender: Who has sent it, at a ROUTER or REP.
  func count(refused error: WireError, from sender: RoutingID?) {
    let times = counters.refused[error.reason, default: 0] + 1
    counters.refused[error.reason] = times
    guard isWorthLogging(times) else { return }
    var metadata: Logger.Metadata = [
      "socket": "\(name)", "reason": "\(error.reason.rawValue)", "refused": "\(times)",
    ]
    if let sender { metadata["peer"] = "\(sender)" }
    logger.warning("message refused: \(error)", metadata: metadata)
  }

  /// Counts a message whose handler has failed, and logs the first of them, then ever fewer.
  ///
  /// - Parameter sender: Who has sent it, at a ROUTER or REP.
  func count(failed error: any Error, from sender: RoutingID?) {
    counters.failed += 1
    guard isWorthLogging(counters.failed) else { return }
    var metadata: Logger.Metadata = ["socket": "\(name)", "failed": "\(counters.failed)"]
    if let sender { metadata["peer"] = "\(sender)" }
    logger.error("handler failed: \(error)", metadata: metadata)
  }

  /// A peer that does the same wrong thing again and again must not fill the log.
  func isWorthLogging(_ times: Int) -> Bool { times <= 10 || times & (times - 1) == 0 }

  /// Counts a message that could not be sent.
  ///
  /// - Parameter peer: Whom a ROUTER has meant.
  func count(unsent reason: MessageCounters.Unsent, to peer: @autoclosure () -> [UInt8]? = nil) {
    if reason == .unroutable { lose(peer()) }
    let times = counters.unsent[reason, default: 0] + 1
    counters.unsent[reason] = times
    guard isWorthLogging(times) else { return }
    var metadata: Logger.Metadata = ["socket": "\(name)", "unsent": "\(times)"]
    if let peer = peer(), !peer.isEmpty { metadata["peer"] = "\(RoutingID(received: peer))" }
    logger.warning("message not sent: \(reason.rawValue)", metadata: metadata)
  }
}
