/// What an event loop sleeps in, and what owns the sockets of a transport.
///
/// All calls come on the loop's thread, so a reactor needs no lock and is not `Sendable`; only `wake` is
/// called from elsewhere.
public protocol Reactor: AnyObject {
  /// Ends a `wait` that is under way, or else the next one; callable from every thread.
  var wake: @Sendable () -> Void { get }

  /// Opens a socket with its options set, bound and connected.
  ///
  /// - Throws: `TransportError` with the call, the endpoint or option, and the system's reason.
  func open(_ configuration: SocketConfiguration) throws(TransportError) -> any TransportSocket

  /// Tells sockets what became possible (`TransportSocket.onReadable`, `onWritable`); sleeps until
  /// something does, until woken, or until `deadline` (nil: without bound).
  ///
  /// - Returns: Whether it has looked at everything; a busy one may put that off for a few turns.
  @discardableResult
  func wait(until deadline: ContinuousClock.Instant?) -> Bool

  /// Whether a `wait` would return at once because something became possible.
  var hasWork: Bool { get }

  /// A process has begun to use the transport.
  func processStarted() throws(TransportError)

  /// A process has closed its sockets; `done` is called, on any thread, when what it sent has left or
  /// has been given up (`ZMQ_LINGER`).
  func processEnded(done: @escaping @Sendable () -> Void)

  /// The loop ends; nothing is called afterwards.
  func shutDown()
}
