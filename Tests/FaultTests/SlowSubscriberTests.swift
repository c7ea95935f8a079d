import Foundation
import Programs
import Testing
import ZMQRuntime
import ZMQSockets

extension FaultTests {
  // MARK: A subscriber that does not read

  /// Tells which numbers come.
  private struct Numbers: FrameHandler {
    let come: AsyncStream<Int>.Continuation

    func receive(_ body: [[UInt8]], origin: Origin) -> [[UInt8]]? {
      come.yield(body.first.flatMap { Int(String(decoding: $0, as: UTF8.self)) } ?? -1)
      return nil
    }
  }

  private static func publish(_ number: Int, _ body: [UInt8], on news: ClientSocket) async throws {
    try await news.send { writer in
      writer.frame("\(number)".utf8)
      writer.frame(body)
    }
  }

  @Test("a subscriber that does not read slows neither the publisher nor the others, and misses what it misses once")
  func slowSubscriber() async throws {
    let plan = Self.plan(
      "Publisher", ProcessPlan.Socket("news", SocketConfiguration(.pub, bind: ["tcp://127.0.0.1:*"])))
    let (numbers, come) = AsyncStream.makeStream(of: Int.self)
    var (slow, fast, published): ([String: Account], Account?, Int) = ([:], nil, 0)
    var last: [String] = []
    let publisher = try await plan.run(on: ZMQTransport()) { publisher in
      let news = publisher.client("news")
      let endpoint = publisher.endpoints(of: "news")[0]
      let hoarder = try Self.start("hoard", endpoint)
      let reader = Self.plan(
        "Reader",
        ProcessPlan.Socket(
          "news", SocketConfiguration(.sub, connect: [endpoint], subscriptions: [""]),
          handler: HandlerSource(frames: Numbers(come: come))))
      let process = try await reader.run(on: ZMQTransport()) { reader in
        try await news.waitForSubscribers(2, to: "", within: .seconds(10))
        var iterator = numbers.makeAsyncIterator()
        // 50 MB: far more than any queue on the way holds. The reader sets the pace.
        let body = [UInt8](repeating: 0x78, count: 10_000)
        let start = ContinuousClock.now
        for number in 0..<5000 {
          try await Self.publish(number, body, on: news)
          if number % 100 == 99 { while await iterator.next() != number {} }
        }
        let time = ContinuousClock.now - start
        Self.note(.slowSubscriber, time)
        #expect(time < Fault.slowSubscriber.limit)
        // Now it reads on; what is published then arrives, as soon as its queue has room.
        try hoarder.tell("read on")
        published = 5000
        while last.first != "got \(published - 1)", published < 5500 {
          try await Self.publish(published, Array("mark".utf8), on: news)
          published += 1
          let line = try? await hoarder.line(within: .milliseconds(200))
          last = line?.components(separatedBy: " missed ") ?? last
          while await iterator.next() != published - 1 {}
        }
        slow = try await Self.end(hoarder)
        return reader
      }
      fast = try await Account.only(of: process)
      return publisher
    }
    let account = try await Account.only(of: publisher)
    #expect(account.offered == ["sent": published])
    #expect(fast?.received == ["taken": published])
    let got = try #require(slow["news"]).received
    #expect(got == ["taken": got.total] && got.total < published, "\(got)")
    #expect(last.last == "\(published - got.total)")
  }
}
