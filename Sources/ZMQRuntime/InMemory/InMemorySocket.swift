import ZMQWire

/// A socket whose peers are in the same memory.
final class InMemorySocket: TransportSocket {
  /// A peer, and the name by which a ROUTER knows it.
  struct Peer {
    weak var socket: InMemorySocket?
    var name: [UInt8]
  }

  let type: SocketType
  let configuration: SocketConfiguration
  var boundEndpoints: [String] = []
  private(set) var peers: [Peer] = []
  private var inbox: [[[UInt8]]] = []
  private var subscriptions: [[UInt8]]
  private var nextPeer = 0
  private var isClosed = false
  // REQ: who was asked and has not answered yet.
  private weak var asked: InMemorySocket?
  private unowned let reactor: InMemoryReactor

  var isMarkedReady = false
  var onReadable: (() -> Void)?
  var onWritable: (() -> Void)?
  var wantsWritable = false { didSet { if wantsWritable, !peers.isEmpty { reactor.markReady(self) } } }

  init(type: SocketType, configuration: SocketConfiguration, reactor: InMemoryReactor) {
    self.type = type
    self.configuration = configuration
    self.reactor = reactor
    subscriptions = configuration.subscriptions
  }

  func add(peer: InMemorySocket, as name: [UInt8]) {
    peers.append(Peer(socket: peer, name: name))
  }

  func remove(peer: InMemorySocket) {
    peers.removeAll { $0.socket == nil || $0.socket === peer }
  }

  func report() {
    guard !isClosed else { return }
    if !inbox.isEmpty { onReadable?() }
    if wantsWritable, !peers.isEmpty { onWritable?() }
  }

  func makeMessage() -> any ReceivedMessage { InMemoryMessage() }

  func receive(into message: any ReceivedMessage) throws(TransportError) -> Bool {
    guard let message = message as? InMemoryMessage, !inbox.isEmpty else { return false }
    message.fill(with: inbox.removeFirst())
    if !inbox.isEmpty { reactor.markReady(self) }
    return true
  }

  func send(_ message: borrowing FrameWriter) throws(TransportError) -> SendResult {
    try send(message.frames)
  }

  func reply(to message: any ReceivedMessage, envelope: Int, body: borrowing FrameWriter) throws(TransportError)
    -> SendResult
  {
    try send((0..<min(envelope, message.frameCount)).map { Array(message.frame($0)) } + body.frames)
  }

  private func send(_ frames: [[UInt8]]) throws(TransportError) -> SendResult {
    if type == .req, asked != nil {
      throw TransportError(
        operation: "send on", subject: "a REQ", code: 0, reason: "the last request has not been answered (EFSM)")
    }
    switch EnvelopeRule.depart(frames, from: type) {
    case .refused(let loss):
      throw TransportError(operation: "send on", subject: "a \(type.rawValue)", code: 0, reason: loss.rawValue)
    case .addressed(let name, let wire):
      guard let peer = peers.first(where: { $0.name == name })?.socket else { return .unroutable }
      peer.deliver(wire, from: self)
      return .sent
    case .wire(let wire):
      if type == .pub || type == .xpub {
        for peer in peers { peer.socket?.deliver(wire, from: self) }
        return .sent
      }
      guard let peer = takeTurn() else { return .wouldBlock }
      if type == .req { asked = peer }
      peer.deliver(wire, from: self)
      return .sent
    }
  }

  private func takeTurn() -> InMemorySocket? {
    guard !peers.isEmpty else { return nil }
    nextPeer = (nextPeer + 1) % peers.count
    return peers[nextPeer].socket
  }

  private func deliver(_ wire: [[UInt8]], from sender: InMemorySocket) {
    if type == .sub || type == .xsub {
      guard let topic = wire.first, subscriptions.contains(where: { topic.starts(with: $0) }) else { return }
    }
    if type == .req {
      guard asked === sender else { return }
      asked = nil
    }
    let name = peers.first { $0.socket === sender }?.name ?? []
    guard case .received(let frames, kept: _) = EnvelopeRule.arrive(wire, at: type, from: name) else { return }
    inbox.append(frames)
    reactor.markReady(self)
  }

  func subscribe(to prefix: [UInt8]) { subscriptions.append(prefix) }

  func unsubscribe(from prefix: [UInt8]) {
    if let index = subscriptions.firstIndex(of: prefix) { subscriptions.remove(at: index) }
  }

  func close() {
    isClosed = true
    reactor.close(self)
    peers = []
    onReadable = nil
    onWritable = nil
  }
}

/// Frames as values, in memory that stays where it is until the next message.
final class InMemoryMessage: ReceivedMessage {
  private var storage: [UnsafeMutableBufferPointer<UInt8>] = []

  var frameCount: Int { storage.count }

  func frame(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    storage.indices.contains(index) ? UnsafeBufferPointer(storage[index]) : UnsafeBufferPointer(start: nil, count: 0)
  }

  func fill(with frames: [[UInt8]]) {
    release()
    storage = frames.map { frame in
      let copy = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: frame.count)
      _ = copy.initialize(from: frame)
      return copy
    }
  }

  private func release() {
    for frame in storage { frame.deallocate() }
    storage = []
  }

  deinit { release() }
}
