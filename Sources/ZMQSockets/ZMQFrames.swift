import CLibZMQ
import ZMQRuntime

/// Frames where libzmq put them: read in place, moved to the reply, used again for the next message.
class ZMQFrames {
  // Frames beyond this many are received and thrown away: a message is whole or not at all, so they cannot be left,
  // but need not be kept.
  private let frameLimit: Int

  private struct Slot {
    // It never moves: libzmq keeps short frames inside zmq_msg_t itself.
    var message: UnsafeMutablePointer<zmq_msg_t>
    // Where the frame's bytes lie: libzmq is asked once.
    var bytes = UnsafeBufferPointer<UInt8>(start: nil, count: 0)
  }

  // Memory of our own, since an array would be asked for each frame whether it is shared. The first `slotCount` are
  // there; an index below `frameCount` is one of them.
  @exclusivity(unchecked) private var slots = UnsafeMutableBufferPointer<Slot>.allocate(capacity: 4)
  @exclusivity(unchecked) private var slotCount = 0
  // How many of those frames have been passed on, and are empty now.
  @exclusivity(unchecked) private var movedFrames = 0
  // How many slots, from the first, may hold a frame of an earlier message.
  @exclusivity(unchecked) private var usedSlots = 0
  @exclusivity(unchecked) private(set) final var frameCount = 0
  @exclusivity(unchecked) private(set) final var isTruncated = false
  // How many frames there are of a message whose others are still to come. libzmq hands over whole messages, but for an
  // XPUB, where it takes those frames out that are subscriptions.
  @exclusivity(unchecked) private var begunFrames = 0

  init(limit: Int = 1024) { frameLimit = max(1, limit) }

  final func frame(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index >= movedFrames, index < frameCount else { return UnsafeBufferPointer(start: nil, count: 0) }
    return slots[index].bytes
  }

  /// Takes a whole message.
  ///
  /// - Returns: false when none is waiting.
  @inline(__always)
  final func receive(from socket: UnsafeMutableRawPointer) throws(TransportError) -> Bool {
    frameCount = 0
    movedFrames = 0
    var count = begunFrames
    if count == 0 { isTruncated = false } else { begunFrames = 0 }
    while true {
      // The slot behind the last frame that is kept serves for all that are not.
      if count == slotCount { addSlot() }
      let slot = slots[count].message
      let size = retryingInterrupts { zmq_msg_recv(slot, socket, ZMQ_DONTWAIT) }
      guard size != -1 else {
        // A REQ that has asked nothing may not receive (EFSM): nothing is waiting for it.
        guard zmq_errno() == EAGAIN || zmq_errno() == zmqFiniteStateMachine else {
          throw .last("receive from", "the socket")
        }
        if count == 0 { release() } else { begunFrames = count }
        return false
      }
      slots[count].bytes = UnsafeBufferPointer(
        start: zmq_msg_data(slot)?.assumingMemoryBound(to: UInt8.self),
        // A frame may be larger than what the call can tell.
        count: size < Int32.max ? Int(size) : zmq_msg_size(slot))
      usedSlots = max(usedSlots, count + 1)
      if count < frameLimit { count += 1 } else { isTruncated = true }
      if zmq_msg_more(slot) == 0 {
        frameCount = count
        return true
      }
    }
  }

  /// The file descriptor of the connection on which the message has come; -1 over `inproc`, and where it has frames no
  /// more.
  ///
  /// libzmq 4.3.4 may not know it of a ROUTER's routing id, so the last frame is asked.
  final var sourceDescriptor: Int32 {
    guard frameCount > 0 else { return -1 }
    return zmq_msg_get(slots[isTruncated ? frameCount : frameCount - 1].message, ZMQ_SRCFD)
  }

  /// What became of frames that were to be passed on.
  enum Passage {
    case passed
    /// The first frame was not taken, for this reason, and so nothing has left.
    case refused(Int32)
    /// The peer died between two frames. The rest was still passed on, or it would become the beginning of the next
    /// message (libzmq #1588): libzmq throws away what comes until the message ends (lb.cpp, `_dropping`).
    case torn
  }

  /// Passes all frames on without copying them; they are empty afterwards.
  final func moveAll(to socket: UnsafeMutableRawPointer) -> Passage {
    move(frameCount, to: socket, endsMessage: true)
  }

  /// Passes the first `count` frames on without copying them; they are empty afterwards, and others are to follow.
  @inline(__always)
  final func move(_ count: Int, to socket: UnsafeMutableRawPointer) -> Passage {
    move(min(count, frameCount), to: socket, endsMessage: false)
  }

  @inline(__always)
  private func move(_ count: Int, to socket: UnsafeMutableRawPointer, endsMessage: Bool) -> Passage {
    var passage = Passage.passed
    for index in 0..<count {
      let flags = ZMQ_DONTWAIT | (endsMessage && index == count - 1 ? 0 : ZMQ_SNDMORE)
      let slot = slots[index].message
      if sending(on: socket, isFirst: index == 0, { zmq_msg_send(slot, socket, flags) }) == -1 {
        if index == 0 { return .refused(zmq_errno()) }
        passage = .torn
      }
    }
    movedFrames = count
    return passage
  }

  /// Gives one of the first frames away without copying it, and takes an empty one for it; to be called for one after the
  /// other.
  @inline(__always)
  final func give(_ index: Int, for empty: UnsafeMutablePointer<zmq_msg_t>) -> UnsafeMutablePointer<zmq_msg_t> {
    let message = slots[index].message
    slots[index].message = empty
    movedFrames = index + 1
    return message
  }

  /// Passes the first `count` frames on and keeps them; libzmq shares the bytes of long ones. Others are to follow.
  final func share(_ count: Int, with socket: UnsafeMutableRawPointer) -> Passage {
    var copy = zmq_msg_t()
    var passage = Passage.passed
    for index in 0..<min(count, frameCount) {
      zmq_msg_init(&copy)
      zmq_msg_copy(&copy, slots[index].message)
      if sending(on: socket, isFirst: index == 0, { zmq_msg_send(&copy, socket, ZMQ_DONTWAIT | ZMQ_SNDMORE) }) == -1 {
        let reason = zmq_errno()
        zmq_msg_close(&copy)
        if index == 0 { return .refused(reason) }
        passage = .torn
      }
    }
    return passage
  }

  /// Gives the memory of the last message back: nobody knows when the next one comes.
  private func release() {
    for slot in slots.prefix(usedSlots) {
      zmq_msg_close(slot.message)
      zmq_msg_init(slot.message)
    }
    usedSlots = 0
  }

  @inline(never)
  private func addSlot() {
    if slotCount == slots.count {
      let more = UnsafeMutableBufferPointer<Slot>.allocate(capacity: 2 * slots.count)
      _ = more.moveInitialize(fromContentsOf: slots)
      slots.deallocate()
      slots = more
    }
    let message = UnsafeMutablePointer<zmq_msg_t>.allocate(capacity: 1)
    zmq_msg_init(message)
    slots.initializeElement(at: slotCount, to: Slot(message: message))
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

/// `EFSM`, which is a macro with a cast that Swift does not import: `ZMQ_HAUSNUMERO + 51`.
private let zmqFiniteStateMachine: Int32 = ZMQ_HAUSNUMERO + 51
