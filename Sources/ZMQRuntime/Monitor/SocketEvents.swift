import ZMQWire

/// The events of a socket, for whoever wants to know who comes and goes; and what they mean together.
///
/// ```swift
/// let events = SocketEvents()
/// ping.sockets.pongs.events = events
/// Task { for await event in events { log("\(event.kind) \(event.endpoint)") } }
/// …
/// for finding in events.findings { print(finding) }   // "nobody binds tcp://127.0.0.1:5678: …"
/// ```
///
/// Events are told on the loop and kept for one reader, the newest thousand of them; a socket that nobody gave one of
/// these is not monitored, unless it is a ROUTER, whose peers the runtime wants to know.
public final class SocketEvents: AsyncSequence, Sendable {
  private let stream: AsyncStream<SocketEvent>
  private let continuation: AsyncStream<SocketEvent>.Continuation
  private let diagnosis: Locked<SocketDiagnosis>

  /// Events of a socket that is not open yet.
  ///
  /// - Parameter type: The socket type, for what is said about its peers.
  public init(of type: SocketType? = nil) {
    (stream, continuation) = AsyncStream.makeStream(of: SocketEvent.self, bufferingPolicy: .bufferingNewest(1000))
    diagnosis = Locked(SocketDiagnosis(of: type))
  }

  /// What the events so far mean, in sentences with what can be done.
  public var findings: [SocketFinding] { diagnosis.withLock { $0.findings } }

  /// The events from now on, and those that nobody has taken; one reader.
  public func makeAsyncIterator() -> AsyncStream<SocketEvent>.Iterator { stream.makeAsyncIterator() }

  /// Tells one more; transports call it.
  package func report(_ event: SocketEvent, of type: SocketType) {
    diagnosis.withLock { diagnosis in
      diagnosis.type = diagnosis.type ?? type
      diagnosis.note(event)
    }
    continuation.yield(event)
  }
}
