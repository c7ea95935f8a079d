import Testing
import ZMQRuntime
import ZMQSockets

/// A client that asks without a pause, many requests at a time, until it is told to end.
///
/// Each of its requests ends in one outcome here and stands in one counter of its ledger, which are held against each other.
actor LoadClient {
  /// What has become of its requests.
  struct Tally: CustomStringConvertible {
    var asked = 0
    var answered = 0
    var expired = 0
    /// Of those that were answered, how many by which worker.
    var answeredBy: [String: Int] = [:]
    var surprises: [String] = []

    var underWay: Int { asked - answered - expired - surprises.count }

    var description: String {
      "asked \(asked), answered \(answered) \(answeredBy), expired \(expired), surprises \(surprises)"
    }
  }

  /// Its requests, and its ledger.
  struct Books {
    let tally: Tally
    let account: Account
  }

  private struct Watch {
    let goal: @Sendable (Tally) -> Bool
    let deadline: ContinuousClock.Instant
    let continuation: CheckedContinuation<Bool, Never>
  }

  /// Stands in its requests and so in their answers, so that another's is not taken for its own.
  private let name: String
  private let socket: ClientSocket
  private let limit: Duration
  private(set) var tally = Tally()
  private var isOver = false
  private var watches: [Watch] = []

  private init(_ name: String, _ socket: ClientSocket, within limit: Duration) {
    self.name = name
    self.socket = socket
    self.limit = limit
  }

  /// Runs so many clients, each of which has so many requests under way, for as long as `body` takes.
  ///
  /// - Parameter limit: The deadline of each request.
  /// - Returns: Their books: every request in one outcome, and in one counter.
  nonisolated(nonsending) static func run(
    _ count: Int, lanes: Int, within limit: Duration, at endpoint: String,
    _ body: nonisolated(nonsending) ([LoadClient]) async throws -> Void
  ) async throws -> [Books] {
    let books = try await open(count, beside: [], within: limit, at: endpoint) { clients in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for client in clients { for _ in 0..<lanes { group.addTask { await client.ask() } } }
        try await body(clients)
        for client in clients { await client.end() }
      }
    }
    for books in books {
      let (tally, account) = (books.tally, books.account)
      #expect(tally.surprises.isEmpty && tally.asked == tally.answered + tally.expired, "\(tally)")
      #expect(account.isExact && account.offered.total == tally.asked, "\(tally), \(account)")
      #expect(account.offered["sent"] + account.offered["expired"] == tally.asked, "\(tally), \(account)")
      // Late answers are thrown away; an answer may find its client closed.
      let late = account.received["refused (lateAnswer)"]
      #expect(account.received["awaited"] == tally.answered && late <= tally.expired, "\(tally), \(account)")
      #expect(account.received.total == tally.answered + late + account.received["discarded"], "\(tally), \(account)")
    }
    return books
  }

  private nonisolated(nonsending) static func open(
    _ count: Int, beside others: [LoadClient], within limit: Duration, at endpoint: String,
    _ body: nonisolated(nonsending) ([LoadClient]) async throws -> Void
  ) async throws -> [Books] {
    if count == 0 {
      try await body(others)
      return []
    }
    let configuration = SocketConfiguration(.dealer, connect: [endpoint], delimiter: true)
    let socket = ProcessPlan.Socket("broker", configuration, correlation: { Self.id(in: $0).map { .bytes($0) } })
    let (client, process, books) = try await FaultTests.plan("Client", socket).run(on: ZMQTransport()) { process in
      let client = LoadClient("client \(count)", process.client("broker"), within: limit)
      let books = try await open(count - 1, beside: others + [client], within: limit, at: endpoint, body)
      return (client, process, books)
    }
    return books + [Books(tally: await client.tally, account: try await Account.only(of: process))]
  }

  private static func id(in message: IncomingMessage) -> [UInt8]? {
    message.frames.suffix(message.bodyFrameCount).first
  }

  /// One request after the other.
  private func ask() async {
    while !isOver, !Task.isCancelled {
      tally.asked += 1
      // The same as others have: an answer for somebody else would find somebody who waits for it here.
      let id = Array("\(tally.asked)".utf8)
      let name = name
      do {
        let answer = try await socket.request(correlation: .bytes(id), within: limit) { writer in
          writer.delimiter()
          writer.frame(id)
          writer.frame(name.utf8)
        } decode: { message in
          message.frames.suffix(message.bodyFrameCount).map { String(decoding: $0, as: UTF8.self) }
        }
        note(answer, to: id)
      } catch let error as RequestError where error.reason == .timedOut(after: limit) {
        tally.expired += 1
      } catch {
        tally.surprises.append("\(error)")
      }
      look()
    }
  }

  private func note(_ answer: [String], to id: [UInt8]) {
    guard answer.count == 3, Array(answer[0].utf8) == id, answer[1] == name else {
      return tally.surprises.append("\(answer) for \(name)")
    }
    tally.answered += 1
    tally.answeredBy[answer[2], default: 0] += 1
  }

  /// Waits until its tally is such.
  ///
  /// - Returns: false where that has not come about in time. It is looked at with each outcome, and of these there is one
  ///   within a request's deadline.
  func reaches(within limit: Duration, _ goal: @escaping @Sendable (Tally) -> Bool) async -> Bool {
    if goal(tally) { return true }
    return await withCheckedContinuation { continuation in
      watches.append(Watch(goal: goal, deadline: .now + limit, continuation: continuation))
    }
  }

  private func look() {
    watches.removeAll { watch in
      let isReached = watch.goal(tally)
      guard isReached || ContinuousClock.now > watch.deadline else { return false }
      watch.continuation.resume(returning: isReached)
      return true
    }
  }

  private func end() { isOver = true }
}
