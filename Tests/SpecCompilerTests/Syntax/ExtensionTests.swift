import SpecCompiler
import SpecModel
import Testing

/// Keys of one's own are kept wherever they stand.
@Suite struct ExtensionTests {
  @Test func `x- keys anywhere`() throws {
    let text = """
      zmqspec: 1
      protocol: t
      x-file: [ 1, { a: yes }, ~, .inf ]
      processes:
        A: { x-process: 1, sockets: { a: { type: REQ, x-socket: 2 } } }
        B: { sockets: { b: { type: REP, bind: "tcp://127.0.0.1:5555" } } }
      types:
        Kind: { enum: [ a ], x-type: 3 }
      messages:
        m: { args: { f: { type: Kind, x-field: 4 } }, x-message: 5 }
        r:
      chains:
        c:
          x-chain: 6
          steps:
            - { A -> B: m, x-step: 7 }
            - { A <- B: r, within: 1s }

      """
    let compilation = Compiler.compile(Array(text.utf8), name: "t")
    #expect(compilation.diagnostics == [])
    let spec = try #require(compilation.spec)
    let values = [
      spec.extensions, spec.processes[0].extensions, spec.processes[0].sockets[0].extensions, spec.types[0].extensions,
      spec.messages[0].extensions, spec.messages[0].args[0].extensions, spec.chains[0].extensions,
      spec.chains[0].steps[0].extensions,
    ]
    #expect(
      values.map { $0.map(\.key.text) } == [
        ["x-file"], ["x-process"], ["x-socket"], ["x-type"], ["x-message"], ["x-field"], ["x-chain"], ["x-step"],
      ])
    #expect(
      values.dropFirst().map { $0.first?.value.content } == [
        .int(1), .int(2), .int(3), .int(5), .int(4), .int(6), .int(7),
      ])
    guard case .list(let items) = spec.extensions[0].value.content, items.count == 4,
      case .map(let members) = items[1].content
    else {
      Issue.record("x-file is no list of four")
      return
    }
    #expect(items[0].content == .int(1))
    #expect(members.map(\.value.content) == [.string("yes")])
    #expect(items[2].content == .null)
    #expect(items[3].content == .string(".inf"))
    #expect(items[1].range == SourceRange(line: 3, columns: 14..<24))
  }

  @Test func `no name begins with x-`() {
    #expect(Found.codes("zmqspec: 1\nprotocol: t\nprocesses: { x-a: {} }\n") == ["ZS0023"])
  }
}
