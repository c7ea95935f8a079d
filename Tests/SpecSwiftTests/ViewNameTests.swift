import SpecCompiler
import SpecSwift
import Testing

/// A view beside declarations that have its name, and parameters beside a message that has theirs.
@Suite
struct ViewNameTests {
  @Test("a declared View keeps its name, and so do a frame and an origin")
  func declared() throws {
    let text = """
      zmqspec: 1
      protocol: demo

      processes:
        Camera: { sockets: { shows: PUSH } }
        Screen: { sockets: { shows: { type: PULL, bind: "tcp://*:5556", x-swift-handler: views } } }

      messages:
        view: { args: { frame: string } }
        frame: { args: { origin: string } }

      chains:
        showing:
          steps:
            - Camera -> Screen: view
            - Camera -> Screen: frame

      """
    let spec = try #require(Compiler.compile(Array(text.utf8), name: "demo.yaml").spec)
    let source = SwiftEmitter.emit(spec, sourceName: "demo.yaml")
    for expected in [
      "func view(_ view: View.BorrowedView, in frame: Span<UInt8>, origin: Origin) async throws",
      "_ frame_: Frame.BorrowedView, in frame: Span<UInt8>, origin: Origin",
      "View(frame: self.frame.string(in: frame))",
    ] {
      #expect(source.contains(expected), "\(expected)")
    }
  }
}
