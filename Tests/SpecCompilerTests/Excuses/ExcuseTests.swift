import SpecCompiler
import SpecModel
import Testing

/// `# zmqspec:ignore CODE because …`
@Suite struct ExcuseTests {
  /// The codes that are found in a protocol whose question has no answer (ZS0406), with comments at three places.
  private func codes(above: String = "", behind: String = "", elsewhere: String = "") -> [String] {
    compile(above: above, behind: behind, elsewhere: elsewhere).diagnostics.map(\.code.rawValue)
  }

  private func compile(above: String = "", behind: String = "", elsewhere: String = "") -> Compiler.Compilation {
    let text = """
      zmqspec: 1
      protocol: t
      processes:
        Client: { sockets: { server: REQ } }  \(elsewhere)
        Server: { sockets: { clients: { type: ROUTER, bind: "tcp://*:5" } } }
      messages: { ping: {} }
      chains:
        c:
          steps:
            \(above)
            - Client -> Server: ping  \(behind)

      """
    return Compiler.compile(Array(text.utf8), name: "t.yaml")
  }

  private let excuse = "# zmqspec:ignore ZS0406 because it is a beacon"

  @Test func `in the line of the finding, or directly above it`() {
    #expect(codes() == ["ZS0406"])
    #expect(codes(behind: excuse) == [])
    #expect(codes(above: excuse) == [])
    #expect(codes(above: excuse + "\n      # More about it.") == [])
    #expect(compile(behind: excuse).spec != nil)
    #expect(codes(elsewhere: excuse) == ["ZS0096", "ZS0406"])
    #expect(codes(above: excuse + "\n") == ["ZS0096", "ZS0406"])
  }

  @Test func `only that code`() {
    #expect(codes(behind: "# zmqspec:ignore ZS0402 because it is a beacon").sorted() == ["ZS0096", "ZS0406"])
    #expect(codes(above: excuse, behind: excuse) == ["ZS0096"])
  }

  @Test func `an idle excuse is a warning, the other mistakes are errors`() {
    let idle = compile(elsewhere: excuse).diagnostics.first { $0.code == "ZS0096" }
    #expect(idle?.severity == .warning)
    #expect(codes(behind: "# zmqspec:ignore ZS0406") == ["ZS0406", "ZS0095"])
    #expect(codes(behind: "# zmqspec:ignore ZS0406 because") == ["ZS0406", "ZS0095"])
    #expect(codes(behind: "# zmqspec:ignore ZS0406 since it is one") == ["ZS0406", "ZS0095"])
    #expect(codes(behind: "# zmqspec:ignore") == ["ZS0406", "ZS0095"])
    #expect(compile(behind: "# zmqspec:ignore ZS0406").spec == nil)
  }

  @Test(arguments: ["ZS0001", "ZS0020", "ZS1003", "ZS0101"]) func `what cannot be read or resolved cannot be excused`(
    code: String
  ) {
    #expect(codes(behind: "# zmqspec:ignore \(code) because I say so").contains("ZS0097"))
  }

  @Test func `nor what leaves nothing to generate from`() {
    let text = """
      zmqspec: 1
      protocol: t
      processes:
        A: { sockets: { b: { type: PULL, bind: "tcp://*:5" } } }
        B: { sockets: { a: PUSH } }
      messages: { ping: {} }
      chains: { c: { steps: [ { A -> B: ping } ] } }  # zmqspec:ignore ZS0104 because I say so

      """
    let compilation = Compiler.compile(Array(text.utf8), name: "t.yaml")
    #expect(compilation.diagnostics.map(\.code.rawValue).sorted() == ["ZS0097", "ZS0104"])
    #expect(compilation.spec == nil)
  }

  @Test func `misspelt ones are told of with the nearest, other comments are not`() {
    let found = { (comment: String) in compile(behind: comment).diagnostics.filter { $0.code == "ZS0098" } }
    #expect(found("# zmqspec:ignor ZS0406 because x").map(\.message) == ["there is no instruction 'zmqspec:ignor'"])
    #expect(found("# zmqspce:ignore ZS0406 because x").count == 1)
    #expect(found("# zmqspec:allow ZS0406 because x").count == 1)
    #expect(found("# zmqspec:ignore ZS406 because x").first?.help?.contains("did you mean 'ZS0") == true)
    #expect(found("# zmqspec:ignore zs0406 because x").first?.fix.map(\.text) == ["ZS0406"])
    #expect(found("# zmqspec: the program") == [])
    #expect(found("# ignore this, because it is a beacon") == [])
  }
}
