import Foundation
import Programs
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// A peer that is killed in the middle of a multipart message, in either direction.
extension FaultTests {
  // MARK: Multipart messages

  /// `[number, 16 kB, …, 16 kB, "end"]`, as fault-peer has them, too.
  private static let filling = [UInt8](repeating: 0x78, count: 16 << 10)
  private static let fillings = 1000

  /// Tells the number of each message that is whole, and -1 of each other one.
  private struct Whole: FrameHandler {
    let come: AsyncStream<Int>.Continuation

    func receive(_ body: [[UInt8]], origin: Origin) -> [[UInt8]]? {
      let isWhole =
        body.count == FaultTests.fillings + 2 && body.last == Array("end".utf8)
        && body.dropFirst().dropLast().allSatisfy { $0.count == FaultTests.filling.count }
      let number = body.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) }
      come.yield(isWhole ? number ?? -1 : -1)
      return nil
    }
  }

  @Test(
    "clients are killed while they send long messages; only whole ones arrive, in their order, and the next is heard")
  func killedWhileSending() async throws {
    let (numbers, come) = AsyncStream.makeStream(of: Int.self)
    var configuration = SocketConfiguration(.pull, bind: ["tcp://127.0.0.1:*"], options: ["rcvhwm": 2])
    configuration.maximumFrameCount = 2000
    let plan = Self.plan(
      "Sink", ProcessPlan.Socket("jobs", configuration, handler: HandlerSource(frames: Whole(come: come))))
    var taken = 0
    let process = try await plan.run(on: ZMQTransport()) { process in
      var iterator = numbers.makeAsyncIterator()
      for round in 0..<6 {
        let start = ContinuousClock.now
        let client = try Self.start("flood", process.endpoints(of: "jobs")[0])
        // What an earlier one has sent whole comes first, then this one's from its first.
        var number = try #require(await iterator.next())
        while number != 0 {
          taken += 1
          #expect(number > 0)
          number = try #require(await iterator.next())
        }
        if round > 0 { #expect(ContinuousClock.now - start < Fault.killedInMessage.limit) }
        taken += 1
        for expected in 1...3 {
          #expect(await iterator.next() == expected)
          taken += 1
        }
        try await Self.kill(client)
      }
      return process
    }
    come.finish()
    for await number in numbers {
      #expect(number > 0)
      taken += 1
    }
    // What had arrived and waited when the process stopped is counted as well.
    let account = try await Account.only(of: process)
    #expect(account.isExact && account.received["taken"] == taken, "\(account)")
    #expect(account.received.total == taken + account.received["discarded"], "\(account)")
  }

  /// So many frames that a peer goes in their midst: libzmq looks for its end about once in a millisecond.
  private static let crumbs = 50_000

  /// Sends long messages, one after the other, until it is told to end.
  private actor Sender {
    private let socket: ClientSocket
    private var isOver = false
    private(set) var sent = 0
    /// Those of which it was told that their peer has died.
    private(set) var torn = 0

    init(_ socket: ClientSocket) { self.socket = socket }

    func run() async throws {
      while !isOver {
        let number = sent
        sent += 1
        do {
          try await socket.send { writer in
            writer.frame("\(number)".utf8)
            for _ in 0..<FaultTests.crumbs { writer.frame("crumb".utf8) }
            writer.frame("end".utf8)
          }
        } catch let error as RequestError where error.reason == .peerLost {
          torn += 1
        }
      }
    }

    /// The number of the last one.
    func end() -> Int {
      isOver = true
      return sent - 1
    }
  }

  @Test(
    "clients are killed while long messages are sent to them; one that is torn is counted, the next is whole",
    arguments: [SocketType.dealer, .push])
  func killedWhileReceiving(type: SocketType) async throws {
    let configuration = SocketConfiguration(type, bind: ["tcp://127.0.0.1:*"], options: ["sndhwm": 2])
    let peer = type == .push ? "PULL" : "DEALER"
    var (last, torn) = (0, 0)
    let process = try await Self.plan("Source", ProcessPlan.Socket("jobs", configuration)).run(on: ZMQTransport()) {
      process in
      let endpoint = process.endpoints(of: "jobs")[0]
      let port = try #require(endpoint.split(separator: ":").last)
      let sender = Sender(process.client("jobs"))
      let sending = Task { try await sender.run() }
      // Each goes at another moment, about every second of them while a message is on its way to libzmq, frame by frame.
      for round in 0..<60 {
        if round >= 5, await sender.torn > 0 { break }
        let client = try Self.start("drop", "\(port)", peer, "\(round * 7 % 60)")
        #expect(try await client.end() == .signal(SIGKILL), "\(client.transcript)")
      }
      #expect(await sender.torn > 0)
      let start = ContinuousClock.now
      let next = try Self.start("collect", endpoint, peer)
      var line = try await next.line(within: Fault.killedInMessage.limit)
      Self.note(.killedInMessage, ContinuousClock.now - start)
      last = await sender.end()
      var number = -1
      while true {
        // Whole, and those that are missing were sent to somebody who was killed, or were torn.
        let words = line.split(separator: " ")
        let before = number
        number = words.first.flatMap { Int($0) } ?? -1
        #expect(number > before && words.dropFirst() == ["\(Self.crumbs + 2)", "true"], "\(line)")
        guard number < last else { break }
        line = try await next.line()
      }
      try await sending.value
      try await Self.kill(next)
      torn = await sender.torn
      return process
    }
    let account = try await Account.only(of: process)
    #expect(account.isExact && account.offered.total == last + 1, "\(account)")
    #expect(account.offered == ["sent": last + 1 - torn, "peerLost": torn], "\(account)")
  }

  /// Answers with a long message that ends with the question.
  private struct LongAnswers: FrameHandler {
    func receive(_ body: [[UInt8]], origin: Origin) -> [[UInt8]]? {
      [[UInt8]](repeating: [UInt8](repeating: 0x78, count: 1000), count: FaultTests.fillings) + body
    }
  }

  @Test("clients are killed before their long answer has left; the next one's answer is whole")
  func killedBeforeLongAnswer() async throws {
    let plan = Self.plan(
      "Server",
      ProcessPlan.Socket(
        "requests", SocketConfiguration(.rep, bind: ["tcp://127.0.0.1:*"]),
        handler: HandlerSource(frames: LongAnswers())))
    let process = try await plan.run(on: ZMQTransport()) { process in
      let endpoint = process.endpoints(of: "requests")[0]
      let port = try #require(endpoint.split(separator: ":").last)
      for _ in 0..<10 {
        let clients = try Self.start("vanish", "\(port)", "2")
        #expect(try await clients.end() == .signal(SIGKILL), "\(clients.transcript)")
      }
      let client = try await Caller.run(at: endpoint) { try await $0.restored(after: .goneBeforeReply) }
      #expect(client.account.offered == ["sent": 1])
      return process
    }
    let account = try await Account.only(of: process)
    #expect(account.isExact && account.received == ["answered": 21], "\(account)")
    #expect(account.offered["sent"] + account.offered["unroutable"] == 21 && account.offered["sent"] > 0, "\(account)")
  }
}
