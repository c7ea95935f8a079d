import Logging
import ZMQWire

@testable import ZMQRuntime

/// A transport that takes messages, or does not, exactly as a test says: what a peer does that is slow, or dies.
final class ScriptedTransport: Transport {
  let loop: EventLoop
  let script: Script

  init(time: VirtualTime? = nil) {
    let script = Script()
    self.script = script
    loop = .start(over: ScriptedReactor(script), time: time)
  }

  deinit { loop.end() }
}

/// What becomes of the next messages.
final class Script: Sendable {
  enum Fate: Sendable, Equatable {
    case result(SendResult)
    case error
  }

  private struct State {
    var fate = Fate.result(.sent)
    var ofPeer: [String: Fate] = [:]
    var taken: [[String]] = []
    var refusedOpenings = 0
  }

  private let state = Locked(State())
  let bell = Bell()

  /// From now on; whoever waits for room is told if there is some.
  func set(_ fate: Fate) {
    state.withLock { $0.fate = fate }
    bell.ring()
  }

  func set(_ result: SendResult) { set(.result(result)) }

  /// What becomes of messages whose first frame is this.
  func set(_ result: SendResult, for peer: String) {
    state.withLock { $0.ofPeer[peer] = .result(result) }
    bell.ring()
  }

  /// So many sockets cannot be opened from now on.
  func refuseOpenings(_ count: Int) { state.withLock { $0.refusedOpenings = count } }

  fileprivate func open() throws(TransportError) {
    let isRefused = state.withLock { state in
      defer { state.refusedOpenings = max(0, state.refusedOpenings - 1) }
      return state.refusedOpenings > 0
    }
    if isRefused { throw TransportError(operation: "open", subject: "a script", code: 24, reason: "it says so") }
  }

  /// The messages that were taken, frames as texts.
  var taken: [[String]] { state.withLock { $0.taken } }

  fileprivate var hasRoom: Bool { state.withLock { $0.fate != .result(.wouldBlock) } }

  fileprivate func take(_ frames: [[UInt8]]) throws(TransportError) -> SendResult {
    let texts = frames.map { String(decoding: $0, as: UTF8.self) }
    let fate = state.withLock { state in
      let fate = texts.first.flatMap { state.ofPeer[$0] } ?? state.fate
      if fate == .result(.sent) { state.taken.append(texts) }
      return fate
    }
    guard case .result(let result) = fate else {
      throw TransportError(operation: "send on", subject: "a script", code: 0, reason: "it says so")
    }
    return result
  }
}

private final class ScriptedReactor: Reactor {
  private let script: Script
  private var sockets: [ScriptedSocket] = []

  init(_ script: Script) { self.script = script }

  var wake: @Sendable () -> Void { { [script] in script.bell.ring() } }
  var hasWork: Bool { script.hasRoom && sockets.contains { $0.wantsWritable } }

  func open(_ configuration: SocketConfiguration) throws(TransportError) -> any TransportSocket {
    try script.open()
    let socket = ScriptedSocket(script)
    sockets.append(socket)
    return socket
  }

  @discardableResult
  func wait(until deadline: ContinuousClock.Instant?) -> Bool {
    if !hasWork { script.bell.wait(until: deadline) }
    for socket in sockets where socket.wantsWritable && script.hasRoom { socket.onWritable?() }
    return true
  }

  func processStarted() {}
  func processEnded(done: @escaping @Sendable () -> Void) { done() }
  func shutDown() {}
}

private final class ScriptedSocket: TransportSocket {
  private let script: Script
  var onReadable: (() -> Void)?
  var onWritable: (() -> Void)?
  var onConnections: (([ConnectionChange]) -> Void)?
  var wantsWritable = false
  let boundEndpoints: [String] = []

  init(_ script: Script) { self.script = script }

  func makeMessage() -> any ReceivedMessage { NoMessage() }
  func send(_ message: borrowing FrameWriter) throws(TransportError) -> SendResult { try script.take(message.frames) }

  func forward(_ message: any ReceivedMessage) throws(TransportError) -> SendResult { .sent }
  func stands(_ connection: Int) -> Bool { true }
  func connect(to endpoint: String) {}
  func disconnect(from endpoint: String) {}
  func bind(to endpoint: String) -> String { endpoint }
  func unbind(from endpoint: String) {}
  func subscribe(to prefix: [UInt8]) {}
  func unsubscribe(from prefix: [UInt8]) {}
  func close() { wantsWritable = false }
}

/// Nothing ever comes.
private final class NoMessage: ReceivedMessage {
  let frameCount = 0
  let isTruncated = false
  let connection = Connection.unknown
  func frame(_ index: Int) -> UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: nil, count: 0) }
  func receive() -> Bool { false }
  func reply(envelope: Int, body: borrowing FrameWriter, keepingEnvelope: Bool) -> SendResult { .unroutable }
}

/// What was logged, line by line.
final class LogBook: Sendable {
  private let lines = Locked<[String]>([])

  var all: [String] { lines.withLock { $0 } }

  var logger: Logger { Logger(label: "test", factory: { _ in Handler(book: self) }) }

  private struct Handler: LogHandler {
    let book: LogBook
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.info

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
      get { metadata[key] }
      set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
      let facts = (event.metadata ?? [:]).map { "\($0.key)=\($0.value)" }.sorted().joined(separator: " ")
      let line = "\(event.level): \(event.message)" + (facts.isEmpty ? "" : " [\(facts)]")
      book.lines.withLock { $0.append(line) }
    }
  }
}
