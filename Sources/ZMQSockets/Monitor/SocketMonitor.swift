import CLibZMQ
import ZMQRuntime
import ZMQWire

/// Tells what libzmq reports about one socket, on the loop's thread.
///
/// libzmq reports over a PAIR within the program. At the end the order is fixed: stop the monitor, take what it has
/// said, close the PAIR, close the socket. A PAIR that is closed first makes libzmq's I/O thread wait for it (libzmq
/// #3575).
final class SocketMonitor {
  private let handle: UnsafeMutableRawPointer
  private let type: SocketType
  private let events: SocketEvents
  private let pair: any TransportSocket
  private let message: any ReceivedMessage

  /// Begins to report; must come before bind and connect, so that nothing is missed.
  init(
    of handle: UnsafeMutableRawPointer, _ type: SocketType, to events: SocketEvents, on reactor: ZMQReactor
  ) throws(TransportError) {
    let endpoint = "inproc://zmqspec-monitor-\(UInt(bitPattern: handle))"
    guard zmq_socket_monitor(handle, endpoint, ZMQ_EVENT_ALL) == 0 else { throw .last("monitor", "a \(type.rawValue)") }
    self.handle = handle
    self.type = type
    self.events = events
    do throws(TransportError) {
      pair = try reactor.open(SocketConfiguration(.pair, connect: [endpoint], options: ["linger": 0]))
    } catch {
      zmq_socket_monitor(handle, nil, 0)
      throw error
    }
    message = pair.makeMessage()
    pair.onReadable = { [unowned self] in drain() }
  }

  /// Ends the reports; the socket must be open still, and is to be closed next.
  func close() {
    zmq_socket_monitor(handle, nil, 0)
    drain()
    pair.close()
  }

  private func drain() {
    while (try? message.receive()) == true {
      let frames = (0..<message.frameCount).map { Array(message.frame($0)) }
      if let event = SocketEvent(frames: frames) { events.report(event, of: type) }
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
