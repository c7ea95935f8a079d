import CLibZMQ
import ZMQRuntime

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// `poll` over each socket's `ZMQ_FD` and a pipe, through `zmq_poll`: the portable way, and the reference that
/// the faster ones are held against.
final class ZMQPollPoller: Poller {
  private let pipe: (read: Int32, write: Int32)
  let wake: @Sendable () -> Void
  private var items: [zmq_pollitem_t]

  init() throws(TransportError) {
    var ends: [Int32] = [-1, -1]
    guard systemPipe(&ends) == 0 else { throw TransportError("open", "a pipe", code: errno) }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    let writeEnd = ends[1]
    pipe = (ends[0], writeEnd)
    wake = {
      var byte: UInt8 = 1
      // Fails only when the pipe is full, and then the loop is awake.
      _ = write(writeEnd, &byte, 1)
    }
    items = [zmq_pollitem_t(socket: nil, fd: ends[0], events: Int16(ZMQ_POLLIN), revents: 0)]
  }

  func add(_ socket: ZMQSocket) {
    items.append(zmq_pollitem_t(socket: nil, fd: socket.descriptor, events: Int16(ZMQ_POLLIN), revents: 0))
  }

  func remove(_ socket: ZMQSocket) {
    items.removeAll { $0.fd == socket.descriptor }
  }

  func wait(until deadline: ContinuousClock.Instant?, ready: (Int32) -> Void) {
    let count = zmq_poll(&items, Int32(items.count), Int(milliseconds(until: deadline)))
    guard count > 0 else { return }
    for item in items where item.revents != 0 {
      if item.fd == pipe.read {
        var bytes = [UInt8](repeating: 0, count: 64)
        while read(pipe.read, &bytes, bytes.count) == bytes.count {}
      } else {
        ready(item.fd)
      }
    }
  }

  func close() {
    _ = systemClose(pipe.read)
    _ = systemClose(pipe.write)
  }
}

private func systemPipe(_ ends: UnsafeMutablePointer<Int32>) -> Int32 { pipe(ends) }
private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
