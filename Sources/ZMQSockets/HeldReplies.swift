import CLibZMQ
import Dispatch
import ZMQRuntime
import ZMQWire

/// Replies of a socket that leave together.
///
/// libzmq's thread and ours pass messages through memory that both write. A reply that leaves at once wakes libzmq's
/// thread, which has sent it before the next one is there; from then on both work on the same cache lines, and a busy
/// server spent a quarter of its time there. So while more than one message comes at a time, replies are held until the
/// last of those is handled. What comes alone is answered at once.
struct HeldReplies: ~Copyable {
  private struct Slot {
    // It never moves: libzmq keeps short frames inside zmq_msg_t itself.
    var message: UnsafeMutablePointer<zmq_msg_t>
    var flags: Int32
  }

  /// So many are held at most,
  private static let mostReplies = 64
  /// with so many frames,
  private static let mostFrames = 256
  /// and as many as are written in so many nanoseconds, at the pace of the last ones: who waits for the first of them must
  /// not be kept waiting by a handler that takes its time.
  private let patience: UInt64

  /// Of a ROUTER they are; other sockets wait for room, which whoever holds something for them cannot.
  private let isRouter: Bool
  // The first `slotCount` are there, and empty from `frameCount` on.
  private let slots: UnsafeMutableBufferPointer<Slot>
  private var slotCount = 0
  private var frameCount = 0
  private var replyCount = 0
  /// How many replies are held before they leave.
  private var limit = 1
  /// When the message came that the first of them answers, in nanoseconds.
  private var began: UInt64 = 0
  /// How many messages have come since there was none.
  private var burst = 0
  /// Whether there was more than one when there were some.
  private var isBusy = false

  init(of type: SocketType, patience: UInt64 = 100_000) {
    self.patience = patience
    isRouter = type == .router
    slots = .allocate(capacity: isRouter ? Self.mostFrames : 0)
  }

  var isEmpty: Bool { replyCount == 0 }
  var isFull: Bool { replyCount >= limit }
  private var isWanted: Bool { isRouter && (isBusy || burst > 1) }

  /// A message has come.
  @inline(__always)
  mutating func noteMessage() {
    burst &+= 1
    if isEmpty, isWanted { began = DispatchTime.now().uptimeNanoseconds }
  }

  /// There was no further message.
  @inline(__always)
  mutating func noteSilence() {
    guard burst > 0 else { return }
    isBusy = burst > 1
    burst = 0
  }

  /// Holds a reply.
  ///
  /// - Parameters:
  ///   - envelope: How many frames of `message` stand in front of the reply; they are moved.
  ///   - body: What comes behind them; at least one frame.
  /// - Returns: false when it is to leave by itself, behind those that are held.
  @inline(__always)
  mutating func hold(_ envelope: Int, of message: ZMQFrames, _ body: borrowing FrameWriter) -> Bool {
    let start = frameCount + envelope
    let end = start + body.frameCount
    guard isWanted, end <= Self.mostFrames else { return false }
    while slotCount < end { addSlot() }
    var isWhole = true
    for index in 0..<body.frameCount {
      if !body.withFrame(index, { fill(start + index, with: $0) }) { isWhole = false }
      slots[start + index].flags = ZMQ_DONTWAIT | ZMQ_SNDMORE
    }
    guard isWhole else {
      for index in start..<end { empty(index) }
      return false
    }
    slots[end - 1].flags = ZMQ_DONTWAIT
    for index in 0..<envelope {
      let empty = slots[frameCount + index].message
      slots[frameCount + index] = Slot(message: message.give(index, for: empty), flags: ZMQ_DONTWAIT | ZMQ_SNDMORE)
    }
    frameCount = end
    replyCount += 1
    return true
  }

  /// Passes on what is held.
  ///
  /// - Parameter unsent: Gets what is refused, and why; or nothing of a reply that was torn (`ZMQFrames.Passage`).
  mutating func pass(to socket: UnsafeMutableRawPointer, unsent: (ZMQFrames.Passage, consuming FrameWriter) -> Void) {
    var refused: [[UInt8]] = []
    var next = 0
    while next < frameCount {
      let first = next
      next = end(of: first)
      // What a peer's queue refuses must not be overtaken by what follows it.
      if !refused.isEmpty, refused.contains(bytes(of: first)) {
        unsent(.refused(EAGAIN), takeOut(first..<next))
        continue
      }
      guard send(first, to: socket, isFirst: true) else {
        let reason = zmq_errno()
        if reason == EAGAIN { refused.append(bytes(of: first)) }
        unsent(.refused(reason), takeOut(first..<next))
        continue
      }
      var isTorn = false
      for index in first + 1..<next where !send(index, to: socket, isFirst: false) {
        empty(index)
        isTorn = true
      }
      if isTorn { unsent(.torn, FrameWriter()) }
    }
    let spent = max(1, DispatchTime.now().uptimeNanoseconds &- began)
    limit = max(1, min(Self.mostReplies, Int(clamping: patience * UInt64(replyCount) / spent)))
    frameCount = 0
    replyCount = 0
  }

  @inline(__always)
  private func send(_ index: Int, to socket: UnsafeMutableRawPointer, isFirst: Bool) -> Bool {
    let slot = slots[index]
    return sending(on: socket, isFirst: isFirst) { zmq_msg_send(slot.message, socket, slot.flags) } != -1
  }

  /// Where the reply ends that begins in a slot.
  @inline(__always)
  private func end(of first: Int) -> Int {
    var index = first
    while slots[index].flags & ZMQ_SNDMORE != 0 { index += 1 }
    return index + 1
  }

  /// Copies bytes into an empty slot.
  ///
  /// - Returns: false when there is no memory for them.
  @inline(__always)
  private func fill(_ index: Int, with bytes: Span<UInt8>) -> Bool {
    let message = slots[index].message
    guard zmq_msg_init_size(message, bytes.count) == 0 else { return false }
    bytes.withUnsafeBytes { bytes in
      if let start = bytes.baseAddress { zmq_msg_data(message).copyMemory(from: start, byteCount: bytes.count) }
    }
    return true
  }

  private func bytes(of index: Int) -> [UInt8] {
    let message = slots[index].message
    return Array(UnsafeRawBufferPointer(start: zmq_msg_data(message), count: zmq_msg_size(message)))
  }

  /// Copies a reply that was not sent, and empties its slots.
  private func takeOut(_ range: Range<Int>) -> FrameWriter {
    var writer = FrameWriter()
    for index in range {
      writer.frame(bytes(of: index))
      empty(index)
    }
    return writer
  }

  private func empty(_ index: Int) {
    zmq_msg_close(slots[index].message)
    zmq_msg_init(slots[index].message)
  }

  @inline(never)
  private mutating func addSlot() {
    let message = UnsafeMutablePointer<zmq_msg_t>.allocate(capacity: 1)
    zmq_msg_init(message)
    slots.initializeElement(at: slotCount, to: Slot(message: message, flags: 0))
    slotCount += 1
  }

  deinit {
    for slot in slots.prefix(slotCount) {
      zmq_msg_close(slot.message)
      slot.message.deallocate()
    }
    slots.deallocate()
  }
}
