import Foundation
import SpecCompiler
import Testing

@testable import SpecDocs

@Suite("The ABNF of a protocol")
struct GrammarTests {
  @Test("Groups, layouts, names that ABNF cannot tell apart")
  func grammar() throws {
    let file = """
      zmqspec: 1
      protocol: t
      processes:
        A: { sockets: { b: DEALER } }
        B: { sockets: { a: { type: ROUTER, bind: "tcp://*:5555" } } }
      layouts:
        framed: [ text: M1, uint8: $type, $args... ]
      messages:
        Ask: { layout: framed, wire: 1, args: { size: uint32, digit: string, rest...: bytes } }
        tell: { args: { n: int } }
        done: {}
      chains:
        ask:
          title: Asking
          steps:
            - A -> B: Ask
            - loop for each:
                - A <- B: tell
                  within: 1s
            - alt it is so:
                - A <- B: done
                  within: 1s
              else it is not:
                - pause: 1s
      """
    let result = Compiler.compile(Array(file.utf8), name: "t.yaml")
    let spec = try #require(result.spec, "\(result.diagnostics.map(\.message))")
    #expect(
      Grammar(spec).text == """
        ; Asking
        ask-chain = Ask        ; A to B
                    *( tell )  ; B to A
                    [ done ]   ; B to A

        Ask = %s"M1" %x01 size digit-value *rest
        tell = tell-json
        done = done-json

        size        = 4OCTET ; uint32
        digit-value = *OCTET ; text
        rest        = *OCTET ; bytes
        tell-json   = *OCTET ; json: tell, [n], {}
        done-json   = *OCTET ; json: done, [], {}
        """)
  }

  @Test("Every rule that is used is there, once", arguments: GoldenPageTests.files)
  func complete(name: String) throws {
    let bytes = [UInt8](try Data(contentsOf: GoldenPageTests.root.appending(path: "protocols/\(name).yaml")))
    let spec = try #require(Compiler.compile(bytes, name: name).spec)
    let lines = Grammar(spec).text.split(separator: "\n").filter { !$0.hasPrefix(";") }
    #expect(!lines.isEmpty && lines.allSatisfy { $0.utf8.allSatisfy { (0x20..<0x7F).contains($0) } })
    let defined = lines.filter { !$0.hasPrefix(" ") }.map { $0.prefix { $0 != " " }.lowercased() }
    #expect(Set(defined).count == defined.count)
    for line in lines {
      let right = line.drop { $0 != "=" && !line.hasPrefix(" ") }.prefix { $0 != ";" }
        .replacing(/%s"[^"]*"|%x[0-9A-F.]+/, with: " ")
      for word in right.matches(of: /[A-Za-z][A-Za-z0-9-]*/) where word.output != "OCTET" {
        #expect(defined.contains(word.output.lowercased()), "\(word.output) in \(line)")
      }
    }
  }
}
