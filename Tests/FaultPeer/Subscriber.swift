import Dispatch
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// A subscriber whose program has something else to do: it takes two messages, and the next ones when it is told to.
///
/// Its messages are numbered, beginning with 0.
actor Subscriber {
  private var received = 0
  private var last = -1
  private var isSorted = true
  private var isReading = false
  private var waiting: CheckedContinuation<Void, Never>?

  /// Runs until SIGTERM; a line of its input lets it read on.
  static func hoard(_ endpoint: String) async throws {
    let subscriber = Subscriber()
    let configuration = SocketConfiguration(.sub, connect: [endpoint], subscriptions: [""], options: ["rcvhwm": 10])
    let plan = ProcessPlan(
      name: "Subscriber", settings: ProcessSettings(label: "subscriber"),
      sockets: [ProcessPlan.Socket("news", configuration, handler: HandlerSource(News(subscriber: subscriber)))])
    try await plan.run(on: ZMQTransport()) { process in
      DispatchQueue(label: "input").async {
        if readLine() != nil { Task { await subscriber.readOn() } }
      }
      await process.untilStopped()
      await process.stop()
      await Main.tell(process)
    }
  }

  private struct News: Dispatcher {
    let subscriber: Subscriber

    nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
      let frames = message.frames.map { String(decoding: $0, as: UTF8.self) }
      await subscriber.take(frames.first.flatMap { Int($0) } ?? -1, isMarked: frames.last == "mark")
      return .handled
    }
  }

  /// - Parameter isMarked: Whether it is to tell that it has got this one, and how many it has missed so far.
  private func take(_ number: Int, isMarked: Bool) async {
    if number <= last { isSorted = false }
    last = number
    received += 1
    if isMarked { Main.say("got \(number) missed \(missed)") }
    if received == 2, !isReading { await withCheckedContinuation { waiting = $0 } }
  }

  private func readOn() {
    isReading = true
    waiting?.resume()
    waiting = nil
  }

  private var missed: String { isSorted ? "\(last + 1 - received)" : "its order" }
}
