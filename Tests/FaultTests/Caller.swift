import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// A client that counts its requests and those that are answered, to hold its ledger against.
actor Caller {
  /// What it has counted, and its ledger.
  struct Books {
    var calls: Int
    var answered: Int
    var account: Account
  }

  private let socket: ClientSocket
  private var calls = 0
  private var answered = 0

  private init(_ socket: ClientSocket) { self.socket = socket }

  /// Runs a client of a server.
  ///
  /// - Parameter late: So many answers may come when nobody waits for them any more, or come to nobody at all.
  /// - Returns: Its books, which are exact: what it has offered are its calls, what it has received its answers.
  static func run(
    at endpoint: String, named id: RoutingID? = nil, late: Int = 0, _ body: (Caller) async throws -> Void
  ) async throws -> Books {
    let configuration = SocketConfiguration(.req, connect: [endpoint], routingID: id)
    let plan = FaultTests.plan("Client", ProcessPlan.Socket("server", configuration))
    let (caller, process) = try await plan.run(on: ZMQTransport()) { process in
      let caller = Caller(process.client("server"))
      try await body(caller)
      return (caller, process)
    }
    let books = Books(
      calls: await caller.calls, answered: await caller.answered, account: try await Account.only(of: process))
    #expect(books.account.isExact, "\(books)")
    #expect(books.account.offered.total == books.calls, "\(books)")
    let received = (0...late).map { ["awaited": books.answered, "refused (lateAnswer)": $0] as Account.Sum }
    #expect(received.contains(books.account.received), "\(books)")
    return books
  }

  /// Asks, and expects its own words as the answer.
  func ask(_ text: String, within limit: Duration = .seconds(5)) async throws {
    calls += 1
    let answer = try await socket.request(within: limit) { writer in
      writer.frame(text.utf8)
    } decode: { message in
      message.frames.last.map { String(decoding: $0, as: UTF8.self) }
    }
    answered += 1
    #expect(answer == text)
  }

  /// Asks so often, and expects every answer.
  func exchange(_ count: Int) async throws {
    for number in 0..<count { try await ask("\(number)") }
  }

  /// Expects an answer within the time that is stated for a fault.
  func restored(after fault: Fault) async throws {
    let start = ContinuousClock.now
    try await ask("after", within: fault.limit)
    FaultTests.note(fault, ContinuousClock.now - start)
  }
}
