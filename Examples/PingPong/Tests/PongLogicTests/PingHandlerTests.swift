import PongLogic
import Testing

@Suite struct PingHandlerTests {
  @Test("A pong counts as its ping does")
  func makePong() {
    var handler = PingHandler()
    #expect(handler.makePong(count: 0) == 0)
    #expect(handler.makePong(count: 4) == 4)
    #expect(handler.answered == 2)
  }
}
