import ZMQWire

/// Messages that a worker takes one after the other, until something else is to be done: none is left, one was refused,
/// an answer must wait, others have their turn.
///
/// The way of a message that goes well is in here, and never waits for anything but its handler. Whatever the loop must
/// see to ends the run, and the worker begins the next one afterwards.
public final class MessageRun {
  /// Why a run has ended.
  enum End {
    /// No message is waiting.
    case empty
    /// Other sockets and timers have their turn.
    case turn
    /// The transport does not take the answer now.
    case unsent
    /// The message was not understood, or not handled.
    case failed(any Error)
  }

  /// The message that is in hand.
  public let message: IncomingMessage
  private let driver: SocketDriver
  @exclusivity(unchecked) private(set) var end: End?
  /// Whether the process ends with the message that was handled last.
  @exclusivity(unchecked) private(set) var isFinal = false
  @exclusivity(unchecked) private var left = 0

  init(of driver: SocketDriver, message: IncomingMessage) {
    self.driver = driver
    self.message = message
  }

  /// So many messages are taken before others have their turn.
  private static let limit = 64

  func begin() {
    if left == 0 { left = Self.limit }
    end = nil
    isFinal = false
  }

  /// Takes the next message that is for the dispatcher.
  ///
  /// - Returns: false when the run has ended.
  public func next() -> Bool {
    guard end == nil else { return false }
    while driver.isOpen {
      guard left > 0 else {
        end = .turn
        return false
      }
      guard driver.take(message) else { break }
      left -= 1
      driver.busyWorkers += 1
      do {
        if try driver.isForDispatcher(message) { return true }
      } catch {
        end = .failed(error)
        return false
      }
      driver.release()
    }
    end = .empty
    return false
  }

  /// Counts the message as handled, and sends its answer.
  public func finish(_ dispatched: Dispatched) {
    if dispatched == .final { isFinal = true }
    driver.underWay -= 1
    if message.isAnswered {
      driver.counters.answered += 1
      guard driver.passReply(to: message) else {
        end = .unsent
        return
      }
    } else {
      driver.counters.taken += 1
    }
    driver.release()
    if isFinal { end = .turn }
  }

  /// Ends the run with a message that was not understood, or not handled.
  public func fail(_ error: any Error) {
    end = .failed(error)
  }
}
