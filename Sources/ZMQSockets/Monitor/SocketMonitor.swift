import CLibZMQ
import ZMQRuntime
import ZMQWire

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Tells what libzmq reports about one socket, on the loop's thread: to whoever wants to know the events, and which
/// connections have begun and ended.
///
/// libzmq reports over a PAIR within the program. At the end the order is fixed: stop the monitor, take what it has
/// said, close the PAIR, close the socket. A PAIR that is closed first makes libzmq's I/O thread wait for it (libzmq
/// #3575).
final class SocketMonitor {
  private let handle: UnsafeMutableRawPointer
  private let type: SocketType
  private let events: SocketEvents?
  /// The file descriptors of connections of whose end nothing was reported, and which socket of the system each was.
  private var open: [Int: UInt64?] = [:]
  var onConnections: (([ConnectionChange]) -> Void)?
  private let pair: any TransportSocket
  private let message: any ReceivedMessage

  /// Begins to report; must come before bind and connect, so that nothing is missed.
  init(
    of handle: UnsafeMutableRawPointer, _ type: SocketType, to events: SocketEvents?, on reactor: ZMQReactor
  ) throws(TransportError) {
    let endpoint = "inproc://zmqspec-monitor-\(UInt(bitPattern: handle))"
    // Not of its own end, which libzmq would wait to tell where the PAIR cannot be opened. Nor of whom it cannot accept:
    // without file descriptors it tries again without a pause, and would tell of each time.
    let unwanted = ZMQ_EVENT_MONITOR_STOPPED | ZMQ_EVENT_ACCEPT_FAILED
    let connections = ZMQ_EVENT_ACCEPTED | ZMQ_EVENT_CONNECTED | ZMQ_EVENT_DISCONNECTED
    let wanted = events == nil ? connections : ZMQ_EVENT_ALL & ~unwanted
    guard zmq_socket_monitor(handle, endpoint, wanted) == 0 else { throw .last("monitor", "a \(type.rawValue)") }
    self.handle = handle
    self.type = type
    self.events = events
    do throws(TransportError) {
      // A queue without a bound: where it was full, libzmq's I/O thread would wait until the loop comes round, and hold
      // the lock that the end of the monitor takes.
      pair = try reactor.open(SocketConfiguration(.pair, connect: [endpoint], options: ["linger": 0, "rcvhwm": 0]))
    } catch {
      zmq_socket_monitor(handle, nil, 0)
      throw error
    }
    message = pair.makeMessage()
    // What is left is told of again in the next turn: other sockets are not to wait for a crowd that comes and goes.
    pair.onReadable = { [unowned self] in drain(atMost: Self.eventsOfOneTurn) }
  }

  private static let eventsOfOneTurn = 256

  /// Ends the reports; the socket must be open still, and is to be closed next.
  func close() {
    zmq_socket_monitor(handle, nil, 0)
    drain()
    pair.close()
  }

  /// Takes all that libzmq has reported, or so many events of it.
  func drain(atMost limit: Int = .max) {
    var changes: [ConnectionChange] = []
    var taken = 0
    while taken < limit, (try? message.receive()) == true {
      taken += 1
      let frames = (0..<message.frameCount).map { Array(message.frame($0)) }
      guard let event = SocketEvent(frames: frames) else { continue }
      note(event, in: &changes)
      events?.report(event, of: type)
    }
    if !changes.isEmpty { onConnections?(changes) }
  }

  /// Whether a connection's end was not reported.
  func isOpen(_ descriptor: Int) -> Bool { open[descriptor] != nil }

  /// Whether a connection's file descriptor is what it was when it began; it is not where libzmq has closed it by itself.
  func stands(_ descriptor: Int) -> Bool {
    guard let begun = open[descriptor], let begun else { return false }
    return Self.inode(of: descriptor) == begun
  }

  private static func inode(of descriptor: Int) -> UInt64? {
    var status = stat()
    guard let number = Int32(exactly: descriptor), fstat(number, &status) == 0 else { return nil }
    return UInt64(truncatingIfNeeded: status.st_ino)
  }

  private func note(_ event: SocketEvent, in changes: inout [ConnectionChange]) {
    let descriptor = Int(event.value)
    switch event.kind {
    case .accepted, .connected:
      // One that libzmq has closed by itself, as at a handover, ends without a word.
      if open.updateValue(Self.inode(of: descriptor), forKey: descriptor) != nil { changes.append(.ended(descriptor)) }
      changes.append(.begun(descriptor))
    case .disconnected:
      if open.removeValue(forKey: descriptor) != nil { changes.append(.ended(descriptor)) }
    default: break
    }
  }
}

extension SocketEvent {
  /// An event from the two frames that libzmq sends: `[u16 event ‖ u32 value, endpoint]`, in the machine's byte order.
  init?(frames: [[UInt8]]) {
    guard frames.count == 2, frames[0].count == 6 else { return nil }
    let (number, value) = frames[0].withUnsafeBytes { bytes in
      (bytes.loadUnaligned(as: UInt16.self), bytes.loadUnaligned(fromByteOffset: 2, as: UInt32.self))
    }
    guard let kind = Kind(rawValue: number) else { return nil }
    self.init(kind, value: value, endpoint: String(decoding: frames[1], as: UTF8.self))
  }
}
