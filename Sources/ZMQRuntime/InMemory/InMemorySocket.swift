import ZMQWire

/// A socket whose peers are in the same memory.
final class InMemorySocket: TransportSocket {
  /// A peer, the name by which a ROUTER knows it, and the number of the connection to it.
  struct Peer {
    weak var socket: InMemorySocket?
    var name: [UInt8]
    var connection: Int
  }

  /// A message that has arrived, and the connection that it has come on; nil: no peer has sent it.
  fileprivate struct Arrival {
    var frames: [[UInt8]]
    var connection: Int?
  }

  let type: SocketType
  let configuration: SocketConfiguration
  var boundEndpoints: [String] = []
  var connectedEndpoints: [String] = []
  private(set) var peers: [Peer] = []
  // Which of the peers has this name, and what this peer is called: one look instead of one at each.
  private var places: [[UInt8]: Int] = [:]
  private var names: [ObjectIdentifier: [UInt8]] = [:]
  private var connections: Set<Int> = []
  private var inbox: ArraySlice<Arrival> = []
  private var subscriptions: [[UInt8]]
  /// XPUB: frames of a message whose end has not come yet.
  private var begun: [[UInt8]] = []
  /// XPUB: how many peers want each prefix.
  private var wanted: [[UInt8]: Int] = [:]
  private var nextPeer = 0
  private var isClosed = false
  // REQ: who was asked and has not answered yet.
  private weak var asked: InMemorySocket?
  private unowned let reactor: InMemoryReactor

  var isMarkedReady = false
  var onReadable: (() -> Void)?
  var onWritable: (() -> Void)?
  var onConnections: (([ConnectionChange]) -> Void)?
  var wantsWritable = false { didSet { if wantsWritable, !peers.isEmpty { reactor.markReady(self) } } }

  init(type: SocketType, configuration: SocketConfiguration, reactor: InMemoryReactor) {
    self.type = type
    self.configuration = configuration
    self.reactor = reactor
    subscriptions = configuration.subscriptions
  }

  func add(peer: InMemorySocket, as name: [UInt8], over connection: Int) {
    places[name] = peers.count
    names[ObjectIdentifier(peer)] = name
    connections.insert(connection)
    peers.append(Peer(socket: peer, name: name, connection: connection))
  }

  func remove(peer: InMemorySocket) {
    guard let name = names.removeValue(forKey: ObjectIdentifier(peer)), let place = places.removeValue(forKey: name),
      peers.indices.contains(place)
    else { return }
    if asked === peer { asked = nil }
    let gone = peers[place]
    let last = peers.removeLast()
    if place < peers.count {
      peers[place] = last
      places[last.name] = place
    }
    connections.remove(gone.connection)
    onConnections?([.ended(gone.connection)])
  }

  fileprivate func connection(of number: Int?) -> Connection {
    guard let number else { return .unknown }
    return connections.contains(number) ? .open(number) : .ended
  }

  func stands(_ connection: Int) -> Bool { connections.contains(connection) }

  /// The peer of this name.
  func peer(named name: [UInt8]) -> InMemorySocket? { places[name].flatMap { peers[$0].socket } }

  func report() {
    guard !isClosed else { return }
    if !inbox.isEmpty { onReadable?() }
    if wantsWritable, peers.contains(where: { $0.socket?.hasRoom == true }) { onWritable?() }
  }

  /// What the queues of two libzmq sockets hold at their default high-water marks.
  private static let capacity = 2000

  private var hasRoom: Bool { inbox.count < Self.capacity }

  func makeMessage() -> any ReceivedMessage { InMemoryMessage(of: self, frameLimit: configuration.maximumFrameCount) }

  fileprivate func receive(into message: InMemoryMessage) -> Bool {
    guard let arrival = inbox.popFirst() else { return false }
    message.fill(with: arrival)
    if !inbox.isEmpty { reactor.markReady(self) }
    if inbox.count == Self.capacity - 1 {
      for peer in peers.compactMap(\.socket) where peer.wantsWritable { reactor.markReady(peer) }
    }
    return true
  }

  func send(_ message: borrowing FrameWriter) throws(TransportError) -> SendResult {
    try send(message.frames)
  }

  func forward(_ message: any ReceivedMessage) throws(TransportError) -> SendResult {
    try send((0..<message.frameCount).map { Array(message.frame($0)) })
  }

  fileprivate func send(_ frames: [[UInt8]]) throws(TransportError) -> SendResult {
    if type == .req, asked != nil {
      throw TransportError(
        operation: "send on", subject: "a REQ", code: 0, reason: "the last request has not been answered (EFSM)")
    }
    switch EnvelopeRule.depart(frames, from: type) {
    // A ROUTER takes a routing id with nothing behind it, and nothing comes of it.
    case .refused(.nothingBehindRoutingID): return .sent
    case .refused(let loss):
      throw TransportError(operation: "send on", subject: "a \(type.rawValue)", code: 0, reason: loss.rawValue)
    case .addressed(let name, let wire):
      guard let peer = peer(named: name) else { return .unroutable }
      guard peer.hasRoom else { return .wouldBlock }
      peer.deliver(wire, from: self)
      return .sent
    case .wire(let wire):
      if type == .xsub {
        sendUpstream(wire)
        return .sent
      }
      if type == .pub || type == .xpub {
        for peer in peers.compactMap(\.socket) where peer.hasRoom { peer.deliver(wire, from: self) }
        return .sent
      }
      guard let peer = takeTurn() else { return .wouldBlock }
      if type == .req { asked = peer }
      peer.deliver(wire, from: self)
      return .sent
    }
  }

  private func takeTurn() -> InMemorySocket? {
    for _ in peers {
      nextPeer = (nextPeer + 1) % peers.count
      if let peer = peers[nextPeer].socket, peer.hasRoom { return peer }
    }
    return nil
  }

  private func deliver(_ wire: [[UInt8]], from sender: InMemorySocket) {
    if type == .sub || type == .xsub {
      guard let topic = wire.first, subscriptions.contains(where: { topic.starts(with: $0) }) else { return }
    }
    if type == .req, asked !== sender { return }
    let name = names[ObjectIdentifier(sender)] ?? []
    let connection = places[name].map { peers[$0].connection }
    guard case .received(let frames, kept: _) = EnvelopeRule.arrive(wire, at: type, from: name) else { return }
    // What is no reply is passed over, and the REQ goes on waiting.
    if type == .req { asked = nil }
    inbox.append(Arrival(frames: frames, connection: connection))
    reactor.markReady(self)
  }

  func connect(to endpoint: String) throws(TransportError) { try reactor.connect(self, to: endpoint) }

  func disconnect(from endpoint: String) throws(TransportError) { try reactor.disconnect(self, from: endpoint) }

  func bind(to endpoint: String) throws(TransportError) -> String { try reactor.bind(self, to: endpoint) }

  func unbind(from endpoint: String) throws(TransportError) { try reactor.unbind(self, from: endpoint) }

  // MARK: Subscriptions

  func subscribe(to prefix: [UInt8]) { change(SubscriptionNotice(isAdded: true, prefix: prefix)) }

  func unsubscribe(from prefix: [UInt8]) { change(SubscriptionNotice(isAdded: false, prefix: prefix)) }

  /// Takes a prefix up or down, and tells the XPUBs.
  private func change(_ notice: SubscriptionNotice) {
    if notice.isAdded {
      subscriptions.append(notice.prefix)
    } else {
      guard let index = subscriptions.firstIndex(of: notice.prefix) else { return }
      subscriptions.remove(at: index)
    }
    for peer in peers { peer.socket?.hear(notice) }
  }

  /// Sends what an XSUB says to all XPUBs.
  ///
  /// Each frame that begins with 0 or 1 is a subscription, wherever it stands, as libzmq 4.3.4 has it (xsub.cpp, xsend);
  /// one that takes away what nobody has asked for is left out.
  private func sendUpstream(_ wire: [[UInt8]]) {
    for (index, frame) in wire.enumerated() {
      if let notice = SubscriptionNotice([frame]) {
        change(notice)
      } else {
        for peer in peers { peer.socket?.hear(frame, isLast: index == wire.count - 1, from: self) }
      }
    }
  }

  /// A frame of an XSUB's own, at an XPUB.
  private func hear(_ frame: [UInt8], isLast: Bool, from sender: InMemorySocket) {
    guard type == .xpub, !isClosed, hasRoom else { return }
    begun.append(frame)
    if isLast { finish(on: names[ObjectIdentifier(sender)].flatMap { places[$0] }.map { peers[$0].connection }) }
  }

  /// Ends the message that has begun to come.
  private func finish(on connection: Int?) {
    inbox.append(Arrival(frames: begun, connection: connection))
    begun = []
    reactor.markReady(self)
  }

  func announceSubscriptions(to peer: InMemorySocket) {
    for prefix in subscriptions { peer.hear(SubscriptionNotice(isAdded: true, prefix: prefix)) }
  }

  func withdrawSubscriptions(from peer: InMemorySocket) {
    for prefix in subscriptions { peer.hear(SubscriptionNotice(isAdded: false, prefix: prefix)) }
  }

  /// An XPUB is told of the first who wants a prefix, and of the last who no longer does (man zmq_socket, ZMQ_XPUB);
  /// one that stands in for a PUB, of each.
  private func hear(_ notice: SubscriptionNotice) {
    guard type == .xpub, !isClosed else { return }
    let count = wanted[notice.prefix, default: 0] + (notice.isAdded ? 1 : -1)
    wanted[notice.prefix] = count > 0 ? count : nil
    guard configuration.type == .pub || count == (notice.isAdded ? 1 : 0) else { return }
    // Which always ends a message: libzmq tells of it without a word that frames follow (xpub.cpp, xread_activated), and
    // where it tells of none, the frames before it become the next message's.
    begun.append(notice.frame)
    finish(on: nil)
  }

  func close() {
    isClosed = true
    reactor.close(self)
    peers = []
    onReadable = nil
    onWritable = nil
    onConnections = nil
  }
}

/// Frames as values, in memory that stays where it is until the next message.
final class InMemoryMessage: ReceivedMessage {
  private let socket: InMemorySocket
  private var storage: [UnsafeMutableBufferPointer<UInt8>] = []
  private let frameLimit: Int
  private var arrivedOn: Int?
  private(set) var isTruncated = false

  init(of socket: InMemorySocket, frameLimit: Int) {
    self.socket = socket
    self.frameLimit = max(1, frameLimit)
  }

  func receive() -> Bool { socket.receive(into: self) }

  func reply(
    envelope: Int, body: borrowing FrameWriter, keepingEnvelope: Bool
  ) throws(TransportError) -> SendResult {
    try socket.send((0..<min(envelope, frameCount)).map { Array(frame($0)) } + body.frames)
  }

  var connection: Connection { socket.connection(of: arrivedOn) }

  var frameCount: Int { storage.count }

  func frame(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    storage.indices.contains(index) ? UnsafeBufferPointer(storage[index]) : UnsafeBufferPointer(start: nil, count: 0)
  }

  fileprivate func fill(with arrival: InMemorySocket.Arrival) {
    release()
    arrivedOn = arrival.connection
    isTruncated = arrival.frames.count > frameLimit
    storage = arrival.frames.prefix(frameLimit).map { frame in
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
