import ZMQWire

/// Messages of a socket that its transport has not taken yet, in the order in which they came.
///
/// Of a ROUTER each peer has a line of its own, so that one that is slow holds up nobody else.
final class Outbox {
  /// A message that waits.
  final class Parcel {
    /// Whose line it stands in: the routing id of a ROUTER's peer, nothing for all other sockets.
    let peer: [UInt8]
    let writer: FrameWriter
    /// Whether somebody waits for its answer.
    let isRequest: Bool
    /// Tells whoever waits for its answer that it could not leave.
    var onLoss: (any Error) -> Void = { _ in }

    init(to peer: [UInt8], isRequest: Bool = false, _ writer: consuming FrameWriter) {
      self.peer = peer
      self.isRequest = isRequest
      self.writer = writer
    }

    var size: Int { writer.json.count }
  }

  let limits: OutboundQueue
  private let limitsOfAnswers: OutboundQueue
  private var lines: [[UInt8]: ArraySlice<Parcel>] = [:]
  @exclusivity(unchecked) private(set) var count = 0
  private(set) var bytes = 0

  /// - Parameter isRouter: Whether it has other peers to serve, so that nobody waits with an answer in hand.
  init(_ limits: OutboundQueue, isRouter: Bool = false) {
    self.limits = limits
    limitsOfAnswers = isRouter && limits.messages == 0 ? .answers : limits
  }

  var isEmpty: Bool { count == 0 }

  /// Whether somebody might find room.
  var isFull: Bool { count > 0 && count >= limits.messages }

  /// Whether there are messages that must leave before another one in this line.
  func holds(_ peer: [UInt8]) -> Bool { lines[peer] != nil }

  func hasRoom(for size: Int, isAnswer: Bool) -> Bool {
    let limits = isAnswer ? limitsOfAnswers : limits
    return count < limits.messages && size <= limits.bytes - bytes
  }

  func append(_ parcel: Parcel) {
    lines[parcel.peer, default: []].append(parcel)
    count += 1
    bytes += parcel.size
  }

  /// Takes a message out that is not wanted any more.
  ///
  /// - Returns: false when it has left.
  func remove(_ parcel: Parcel) -> Bool {
    guard let place = lines[parcel.peer]?.firstIndex(where: { $0 === parcel }) else { return false }
    lines[parcel.peer]?.remove(at: place)
    note(gone: parcel)
    return true
  }

  /// Takes out of a line what nobody waits for, and tells how many that were.
  func supersede(in peer: [UInt8]) -> Int {
    guard let line = lines[peer] else { return 0 }
    lines[peer] = line.filter(\.isRequest)
    for parcel in line where !parcel.isRequest { note(gone: parcel) }
    return line.count - (lines[peer]?.count ?? 0)
  }

  /// Empties all lines, and tells how many stood in them.
  func removeAll() -> Int {
    defer { (lines, count, bytes) = ([:], 0, 0) }
    return count
  }

  /// Passes on, from the front of each line, what can be.
  ///
  /// - Parameter pass: Passes one on, and tells whether it is gone.
  /// - Returns: Whether any is gone.
  @discardableResult
  func flush(_ pass: (Parcel) -> Bool) -> Bool {
    let before = count
    for peer in Array(lines.keys) {
      while let parcel = lines[peer]?.first, pass(parcel) {
        lines[peer]?.removeFirst()
        note(gone: parcel)
      }
    }
    return count < before
  }

  private func note(gone parcel: Parcel) {
    count -= 1
    bytes -= parcel.size
    if lines[parcel.peer]?.isEmpty == true { lines[parcel.peer] = nil }
  }
}
