#if os(Linux)
  import CLibZMQ
  import Glibc
  import ZMQRuntime

  /// epoll over each socket's `ZMQ_FD`, and an eventfd for other threads.
  final class EpollPoller: Poller {
    private let epoll: Int32
    private let bell: Int32
    let wake: @Sendable () -> Void
    private var events = [epoll_event](repeating: epoll_event(), count: 64)

    init() throws(TransportError) {
      let epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
      guard epoll >= 0 else { throw TransportError("open", "an epoll", code: errno) }
      let bell = eventfd(0, Int32(EFD_CLOEXEC | EFD_NONBLOCK))
      guard bell >= 0 else {
        let reason = errno
        _ = Glibc.close(epoll)
        throw TransportError("open", "an eventfd", code: reason)
      }
      self.epoll = epoll
      self.bell = bell
      wake = {
        var one: UInt64 = 1
        // Fails only when the counter is full, and then the loop is awake.
        _ = write(bell, &one, MemoryLayout<UInt64>.size)
      }
      do throws(TransportError) {
        try watch(bell, "the loop's own bell")
      } catch {
        close()
        throw error
      }
    }

    func add(_ socket: ZMQSocket) throws(TransportError) {
      try watch(socket.descriptor, socket.name)
    }

    private func watch(_ descriptor: Int32, _ name: String) throws(TransportError) {
      var event = epoll_event()
      event.events = EPOLLIN.rawValue | EPOLLET.rawValue
      event.data.fd = descriptor
      guard epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event) == 0 else {
        throw TransportError("watch", name, code: errno)
      }
    }

    func remove(_ socket: ZMQSocket) {
      var event = epoll_event()
      _ = epoll_ctl(epoll, EPOLL_CTL_DEL, socket.descriptor, &event)
    }

    func wait(until deadline: ContinuousClock.Instant?, ready: (Int32) -> Void) {
      let count = epoll_wait(epoll, &events, Int32(events.count), milliseconds(until: deadline))
      // Interrupted by a signal: the loop comes back by itself.
      guard count > 0 else { return }
      for event in events.prefix(Int(count)) {
        if event.data.fd == bell {
          var value: UInt64 = 0
          _ = read(bell, &value, MemoryLayout<UInt64>.size)
        } else {
          ready(event.data.fd)
        }
      }
    }

    func close() {
      _ = Glibc.close(epoll)
      _ = Glibc.close(bell)
    }
  }
#endif
