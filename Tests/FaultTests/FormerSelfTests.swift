import Foundation
import Programs
import Testing
import ZMQRuntime
import ZMQSockets

extension FaultTests {
  // MARK: A late answer to a program of before

  @Test("a program that was killed and started again under its routing id takes no answer to its former self")
  func answerToFormerSelf() async throws {
    let desk = try BareSocket(.router, in: BareContext())
    let endpoint = try desk.bind("tcp://127.0.0.1:*")
    let former = try Self.start("number", endpoint, "asker")
    let question = try await Self.receive(on: desk)
    try await Self.kill(former)
    let asker = try Self.start("number", endpoint, "asker")
    let next = try await Self.receive(on: desk)
    #expect(question.first == next.first, "under the same routing id")
    // The answer to the first question has taken its time.
    #expect(desk.send(question + [Array("late".utf8)], within: .seconds(10)) == .sent)
    #expect(desk.send(next + [Array("own".utf8)], within: .seconds(10)) == .sent)
    #expect(try await asker.line() == "got own")
    #expect(try await Self.end(asker)["desk"]?.received == ["awaited": 1, "refused (lateAnswer)": 1])
  }

  /// The next message, which holds no thread until it comes.
  private static func receive(on socket: BareSocket) async throws -> [[UInt8]] {
    let deadline = ContinuousClock.now + .seconds(60)
    while ContinuousClock.now < deadline {
      if let frames = try socket.receive(within: .zero) { return frames }
      try await Task.sleep(for: .milliseconds(1))
    }
    return try #require(nil as [[UInt8]]?, "nothing has come")
  }
}
