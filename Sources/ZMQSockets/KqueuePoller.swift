#if canImport(Darwin)
  import Darwin
  import ZMQRuntime

  /// kqueue over each socket's `ZMQ_FD`, and an event of its own for other threads.
  ///
  /// A descriptor is reported as long as it is readable, and not once for each arrival (`EV_CLEAR`). libzmq writes a byte
  /// into it when a command comes into a mailbox that was found empty, and `ZMQ_EVENTS` takes commands until there is
  /// neither a command nor a byte (signaler.cpp, mailbox.cpp, `process_commands` in socket_base.cpp). The reactor asks
  /// each reported socket for it before it sleeps again, so nothing is reported twice; and a report that were ever passed
  /// over would come again, where with `EV_CLEAR` the socket would be silent for good.
  final class KqueuePoller: Poller {
    private let queue: Int32
    let wake: @Sendable () -> Void
    private var events: [kevent] = Array(repeating: kevent(), count: 64)

    init() throws(TransportError) {
      let queue = kqueue()
      guard queue >= 0 else { throw TransportError("open", "a kqueue", code: errno) }
      _ = fcntl(queue, F_SETFD, FD_CLOEXEC)
      self.queue = queue
      wake = { _ = change(queue, EVFILT_USER, 0, 0, NOTE_TRIGGER) }
      // Nobody reads a bell until it is silent, so its report takes the ringing away.
      guard change(queue, EVFILT_USER, 0, EV_ADD | EV_CLEAR) else {
        let reason = errno
        close()
        throw TransportError("watch", "the loop's own bell", code: reason)
      }
    }

    func add(_ socket: ZMQSocket) throws(TransportError) {
      guard change(queue, EVFILT_READ, socket.descriptor, EV_ADD) else {
        throw TransportError("watch", socket.name, code: errno)
      }
    }

    func remove(_ socket: ZMQSocket) {
      _ = change(queue, EVFILT_READ, socket.descriptor, EV_DELETE)
    }

    func wait(until deadline: ContinuousClock.Instant?, ready: (Int32) -> Void) {
      let count: Int32
      if let deadline {
        var remaining = timespec(until: deadline)
        count = kevent(queue, nil, 0, &events, Int32(events.count), &remaining)
      } else {
        count = kevent(queue, nil, 0, &events, Int32(events.count), nil)
      }
      // Interrupted by a signal: the loop comes back by itself.
      guard count > 0 else { return }
      for event in events.prefix(Int(count)) where event.filter == EVFILT_READ {
        ready(Int32(truncatingIfNeeded: event.ident))
      }
    }

    func close() {
      _ = systemClose(queue)
    }
  }

  /// Tells a kqueue of one thing, from whatever thread.
  private func change(
    _ queue: Int32, _ filter: Int32, _ identifier: Int32, _ flags: Int32, _ notes: Int32 = 0
  ) -> Bool {
    var change = kevent()
    change.ident = UInt(bitPattern: Int(identifier))
    change.filter = Int16(truncatingIfNeeded: filter)
    change.flags = UInt16(truncatingIfNeeded: flags)
    change.fflags = UInt32(bitPattern: notes)
    return kevent(queue, &change, 1, nil, 0, nil) == 0
  }

  extension timespec {
    /// From now to a deadline, rounded up so that a timer is due when the sleep ends. A day at most, which is as long as a
    /// kqueue sleeps (kqueue(2), BUGS): the loop comes back by itself.
    fileprivate init(until deadline: ContinuousClock.Instant) {
      let remaining = min(max(deadline - .now, .zero), .seconds(86_400))
      let (seconds, attoseconds) = remaining.components
      let nanoseconds = (attoseconds + 999_999_999) / 1_000_000_000
      self.init(tv_sec: Int(seconds + nanoseconds / 1_000_000_000), tv_nsec: Int(nanoseconds % 1_000_000_000))
    }
  }

  private func systemClose(_ descriptor: Int32) -> Int32 { close(descriptor) }
#endif
