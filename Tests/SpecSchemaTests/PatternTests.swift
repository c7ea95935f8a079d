import Foundation
import SpecCompiler
import SpecModel
import Testing

@testable import SpecSchema

/// The patterns in the schema and the compiler's own readers are two descriptions of the same notations. Here they
/// must agree about every text that some short pieces make.
@Suite("Patterns")
struct PatternTests {
  /// A notation, and a file in which a text of it stands in double quotes.
  struct Notation: CustomTestStringConvertible {
    let form: TextShape
    let pieces: [String]
    /// How many pieces a text has at most.
    var length = 4
    /// The codes with which the compiler says that a text is not of this form.
    let codes: Set<String>
    let file: @Sendable (String) -> String

    var testDescription: String { form.rawValue }
  }

  static let head = "zmqspec: 1\nprotocol: t\n"
  static let notations = [
    Notation(form: .name, pieces: ["a", "Z", "7", "-", "_", ".", "x-", "é", " "], codes: ["ZS0023", "ZS0042"]) {
      "zmqspec: 1\nprotocol: \"\($0)\"\nprocesses: {}\n"
    },
    Notation(form: .version, pieces: ["0", "12.", "01", ".", "-", "a"], length: 5, codes: ["ZS0037"]) {
      head + "processes: {}\nversion: \"\($0)\"\n"
    },
    Notation(
      form: .duration, pieces: ["0", "25", ".", "us", "ms", "s", "min", "h", " ", "-"],
      codes: ["ZS0027", "ZS0042", "ZS0050"]
    ) {
      head + "processes: { A: { sockets: { a: REQ } }, B: { sockets: { b: REP } } }\nmessages: { m: {}, r: {} }\n"
        + "chains: { c: { steps: [ { A -> B: m }, { A <- B: r, within: \"\($0)\" } ] } }\n"
    },
    Notation(
      form: .type, pieces: ["list<", "map", "optional<", ">", "int", " "], length: 5,
      codes: ["ZS0030", "ZS0042"]
    ) {
      head + "processes: {}\nmessages: { m: { args: { f: { type: \"\($0)\" } } } }\n"
    },
    Notation(
      form: .field, pieces: ["list<", "int", ">", "=", " ", "'", "5", "[", "é"], codes: ["ZS0030", "ZS0040", "ZS0042"]
    ) {
      head + "processes: {}\nmessages: { m: { args: { f: \"\($0)\" } } }\n"
    },
    Notation(form: .endpoint, pieces: ["tcp", "://", "{", "}", "a", ":7", " "], codes: ["ZS0801", "ZS0042"]) {
      head + "processes: { A: { sockets: { a: { type: REP, bind: \"\($0)\" } } } }\n"
    },
    Notation(
      form: .connection, pieces: ["tcp", "://", "{", "}", ".", "a", "x-"], codes: ["ZS0801", "ZS0042", "ZS0043"]
    ) {
      head + "processes: { A: { sockets: { a: { type: REP, connect: \"\($0)\" } } } }\n"
    },
    Notation(form: .template, pieces: ["{", "}", "a", "-", "", " "], length: 5, codes: ["ZS0801"]) {
      head + "processes: { A: { sockets: { a: { type: PUB, topic: \"\($0)\" } } } }\n"
    },
    Notation(form: .prefix, pieces: ["{", "}", "a", ""], length: 5, codes: ["ZS0801"]) {
      head + "processes: { A: { sockets: { a: { type: SUB, subscribe: \"\($0)\" } } } }\n"
    },
  ]

  @Test("The compiler and the pattern agree", arguments: notations)
  func agreement(notation: Notation) throws {
    let pattern = try NSRegularExpression(pattern: try #require(notation.form.pattern))
    var texts: Set<String> = [""]
    for _ in 0..<notation.length {
      texts.formUnion(texts.flatMap { text in notation.pieces.map { text + $0 } })
    }
    for text in texts.sorted() {
      let found = Compiler.compile(Array(notation.file(text).utf8), name: "t").diagnostics
      let isAccepted = !found.contains { notation.codes.contains($0.code.rawValue) }
      let isMatched = pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
      if isMatched, !isAccepted, Self.isBeyondPatterns(text, notation.form) { continue }
      #expect(isMatched == isAccepted, "\(notation.form): '\(text)' \(found.map(\.message))")
    }
  }

  /// What the compiler refuses and no pattern can: a span that is no whole number of microseconds.
  private static func isBeyondPatterns(_ text: String, _ form: TextShape) -> Bool {
    form == .duration && text.hasSuffix("us") && text.contains(".")
  }

  @Test("Arrows", arguments: [3, 4])
  func arrows(length: Int) throws {
    let pattern = try NSRegularExpression(pattern: Pattern.arrow)
    let pieces = ["A", "B.b", ",", " ", "->", "<-", "-", "9"]
    var texts = [""]
    for _ in 0..<length { texts = texts.flatMap { text in pieces.map { text + $0 } } }
    for text in texts where text.contains("->") || text.contains("<-") {
      let file = """
        zmqspec: 1
        protocol: t
        processes: { A: { sockets: { a: REQ } }, B: { sockets: { b: REP } } }
        messages: { m: {} }
        chains: { c: { steps: [ { "\(text)": m } ] } }
        """
      let found = Compiler.compile(Array(file.utf8), name: "t").diagnostics
      let isAccepted = !found.contains { ["ZS0031"].contains($0.code.rawValue) }
      let isMatched = pattern.firstMatch(in: text, range: NSRange(text.startIndex..., in: text)) != nil
      #expect(isMatched == isAccepted, "'\(text)' \(found.map(\.message))")
    }
  }
}
