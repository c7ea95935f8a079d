import SpecCompiler
import Testing

/// What the canonical form is, case by case.
@Suite struct CanonicalFormTests {
  /// A file, and its form.
  struct Case: Sendable, CustomTestStringConvertible {
    var shows: String
    var file: String
    var form: String
    var testDescription: String { shows }

    init(_ shows: String, _ file: String, _ form: String) {
      (self.shows, self.file, self.form) = (shows, file, form)
    }
  }

  @Test(arguments: order + lines + quotes + texts + comments)
  func form(example: Case) {
    let form = CanonicalForm.of(Array(example.file.utf8), name: "t.yaml")
    #expect(form.text == example.form)
    #expect(CanonicalForm.of(Array(example.form.utf8), name: "t.yaml").text == example.form)
  }

  static let order = [
    Case(
      "keys of the file, sections apart, `x-` last",
      "x-b: 1\nchains: {}\nprotocol: t\nmessages: { ping: {} }\nx-a: 2\nzmqspec: 1\ntittle: y\n",
      "zmqspec: 1\nprotocol: t\n\nmessages:\n  ping: {}\n\nchains: {}\n\ntittle: y\nx-b: 1\nx-a: 2\n"),
    Case(
      "names keep the order of their declaration",
      "messages:\n  b: { kwargs: {z: int, a: int}, args: {} }\n  a:\n",
      "messages:\n  b: { args: {}, kwargs: { z: int, a: int } }\n  a:\n"),
    Case(
      "the arrow of a step comes first, then the language's keys, what else there is in between",
      "chains:\n  c:\n    steps:\n      - within: 2s\n        wihtin: 3s\n        A <- B: m\n        x-n: 1\n        about: b\n",
      "chains:\n  c:\n    steps:\n      - wihtin: 3s\n        A <- B: m\n        within: 2s\n        about: b\n        x-n: 1\n"
    ),
    Case(
      "the branches of a group keep their order",
      "chains: { c: { steps: [ { \"else no\": [ A -> B: x ], alt yes: [ { A -> B: y } ] } ] } }\n",
      """
      chains:
        c:
          steps:
            - else no:
                - A -> B: x
              alt yes:
                - A -> B: y

      """),
  ]

  static let lines = [
    Case(
      "what is short stands in braces, with blanks inside",
      "processes:\n  P:\n      sockets:\n          a:\n                 type:   REQ\n",
      "processes:\n  P: { sockets: { a: { type: REQ } } }\n"),
    Case(
      "a process, a message or a type with an `about` has lines, a field or a socket need not",
      "messages: { a: {about: x}, b: {args: {c: {type: int, about: y}}}}\n",
      "messages:\n  a:\n    about: x\n  b:\n    args:\n      c: { type: int, about: y }\n"),
    Case(
      "two mappings in one need lines",
      "messages: { a: { args: { b: int }, kwargs: { c: int } } }\n",
      "messages:\n  a:\n    args: { b: int }\n    kwargs: { c: int }\n"),
    Case(
      "sockets have lines where their process has",
      "processes: { P: { about: x, sockets: { a: REQ } } }\n",
      "processes:\n  P:\n    about: x\n    sockets:\n      a: REQ\n"),
    Case(
      "what is longer than 120 columns has lines",
      "types: { C: { enum: [ \((1...24).map { "colour\($0)" }.joined(separator: ", ")) ] } }\n",
      "types:\n  C:\n    enum:\n" + (1...24).map { "      - colour\($0)\n" }.joined()),
    Case(
      "values are data: they stand in one line if there is room",
      "types: { P: { record: { a: { type: json, default: { x: {y: 1}, z: { w: [{}, [] ] } } } } } }\n",
      "types:\n  P: { record: { a: { type: json, default: { x: { y: 1 }, z: { w: [ {}, [] ] } } } } }\n"),
    Case(
      "lists in lists, deep",
      "x-a:\n - - - - 1\n     - # why\n         2\n",
      "x-a:\n  - - - [ 1 ]\n      # why\n      - 2\n"),
    Case(
      "frames are pairs without braces",
      "layouts: { a: [json: [$type,$args... ]  , {text: x}], b: { frames: [ packed: [ {uint8: 1}] ], about: y } }\n"
        + "x-c: [ json: {t: $type,$kwargs... } ]\n",
      "layouts:\n  a: [ json: [ $type, $args... ], text: x ]\n  b:\n    about: y\n"
        + "    frames: [ packed: [ uint8: 1 ] ]\n\nx-c: [ { json: { t: $type, $kwargs... } } ]\n"),
    Case(
      "one key behind a dash has no braces",
      "x-a:\n - {b: \"\(String(repeating: "long ", count: 24))\"}\n - {c: 1, d: 2}\n",
      "x-a:\n  - b: \"\(String(repeating: "long ", count: 24))\"\n  - { c: 1, d: 2 }\n"),
    Case(
      "a branch of one step stands in brackets, one of several has lines",
      "chains: {c: {steps: [par: [[{A -> B: m,every: 1s}],[{A -> B: n}],[{B -> A: x},{A -> B: y}]]]}}\n",
      """
      chains:
        c:
          steps:
            - par:
                - [ { A -> B: m, every: 1s } ]
                - [ A -> B: n ]
                - - B -> A: x
                  - A -> B: y

      """),
    Case(
      "CRLF, tabs and blanks at the end, document marks, no line break at the end",
      "%YAML 1.1\r\n---\r\nzmqspec: 1\t \r\nabout: |\r\n  x\r\n\r\n  y\r\n...",
      "zmqspec: 1\nabout: |\n  x\n\n  y\n"),
    Case(
      "one blank line where there were several, none at the beginning of a table",
      "\n\nzmqspec: 1\n\n\n\nprotocol: t\nmessages:\n\n  a: {}\n\n\n  b: {}\n\n\n",
      "zmqspec: 1\n\nprotocol: t\n\nmessages:\n  a: {}\n\n  b: {}\n"),
  ]

  static let quotes = [
    Case(
      "needless quotes go",
      "'protocol': \"t\"\n\"title\": 'It is, in a way, \"mine\"'\nversion: '1.0'\n",
      "protocol: t\nversion: \"1.0\"\ntitle: It is, in a way, \"mine\"\n"),
    Case(
      "needed ones come: in braces a comma parts",
      "messages:\n  a:\n    args:\n      b:\n        type: int\n        about: one, two\n",
      "messages:\n  a:\n    args:\n      b: { type: int, about: \"one, two\" }\n"),
    Case(
      "endpoints and templates have quotes",
      "processes:\n  P: { routing_id: 'a-{n}', sockets: { b: { type: PUB, bind: tcp://*:1, topic: t.{c} } } }\n"
        .replacing("t.{c}", with: "\"t.{c}\""),
      "processes:\n  P: { routing_id: \"a-{n}\", sockets: { b: { type: PUB, bind: \"tcp://*:1\", topic: \"t.{c}\" } } }\n"
    ),
    Case(
      "prefixes have quotes, the word `dynamic` has none",
      "processes:\n  P: { sockets: { a: {type: SUB, subscribe: news.}, b: {type: SUB, subscribe: [ x, 'y' ]}, "
        + "c: { type: SUB, subscribe: dynamic }, d: { type: SUB, subscribe: 'dynamic' } } }\n",
      "processes:\n  P:\n    sockets:\n      a: { type: SUB, subscribe: \"news.\" }\n"
        + "      b: { type: SUB, subscribe: [ \"x\", \"y\" ] }\n      c: { type: SUB, subscribe: dynamic }\n"
        + "      d: { type: SUB, subscribe: \"dynamic\" }\n"),
    Case(
      "a text with double quotes or backslashes stands in single ones, where it must have any",
      "about: \"a: \\\"b\\\" \\\\ c\"\ntitle: 'it''s: \"x\"'\n",
      "title: \"it's: \\\"x\\\"\"\nabout: 'a: \"b\" \\ c'\n"),
    Case(
      "what YAML takes for no text keeps its quotes, or its want of them",
      "types: { C: { enum: [ 'yes', \"5\", '~', '', no, 5, \"<<\" ] } }\n",
      "types:\n  C: { enum: [ \"yes\", \"5\", \"~\", \"\", no, 5, \"<<\" ] }\n"),
    Case(
      "frames and values keep every quote",
      "x-a: 'b'\nchains: {c: {steps: [{A -> B: m, in: ['a,b', \"c\", '', d,\"e\\t\"], out: [  'it''s' ]}]}}\n",
      "chains:\n  c:\n    steps:\n      - A -> B: m\n        in: [ 'a,b', \"c\", '', d, \"e\\t\" ]\n"
        + "        out: [ 'it''s' ]\n\nx-a: 'b'\n"),
    Case(
      "a frame without quotes that brackets would part stays in lines",
      "chains:\n  c:\n    steps:\n      - A -> B: m\n        in:\n          - ping, count\n",
      "chains:\n  c:\n    steps:\n      - A -> B: m\n        in:\n          - ping, count\n"),
    Case(
      "several receivers need quotes in braces only",
      "chains: { c: { steps: [ { \"A -> B, C\": m } ] } }\n",
      "chains:\n  c:\n    steps:\n      - A -> B, C: m\n"),
    Case("characters that cannot be seen", "about: \"\\u00A0\\e\\L日本\\x07\"\n", "about: \"\\_\\e\\L日本\\a\"\n"),
  ]

  static let texts = [
    Case(
      "a block keeps its lines, its mark and what is indented in it",
      "about:   >2-\n      folded\n    text\n\n        more\ntitle: |\n        a\n          b\n\n\n",
      "title: |\n  a\n    b\nabout: >2-\n      folded\n    text\n\n        more\n".replacing(
        ">2-\n      folded\n    text\n\n        more", with: ">2-\n      folded\n    text\n\n        more")),
    Case(
      "a block that does not end with one line break",
      "about: |+\n  a\n\n\ntitle: |\n  b",
      "title: |-\n  b\nabout: \"a\\n\\n\\n\"\n"),
    Case("an empty block", "about: |\ntitle: >-\n", "title: \"\"\nabout: \"\"\n"),
    Case(
      "a text over several lines is joined where there is room",
      "about: one\n    two\ntitle: \"three\n   four\"\n", "title: three four\nabout: one two\n"),
    Case(
      "where there is none it keeps its lines, and so it does where they are paragraphs",
      "about: one\n\n      two\ntitle: '\(String(repeating: "long ", count: 30))\n      end'\n",
      "title: '\(String(repeating: "long ", count: 30))".trimmed + "\n  end'\nabout: one\n\n  two\n"),
  ]

  static let comments = [
    Case(
      "a comment keeps its column if it is far away, else two blanks",
      "zmqspec: 1       # far\nprotocol: t # near\ntitle:           t      # moved\n",
      "zmqspec: 1       # far\nprotocol: t  # near\ntitle: t                # moved\n"),
    Case(
      "the comments that begin a file stay there",
      "# head\n\nprotocol: t\n# version\nzmqspec: 1\n# end\n",
      "# head\n\n# version\nzmqspec: 1\nprotocol: t\n# end\n"),
    Case(
      "they go with their keys",
      "messages:\n  a:\n    # args\n    args: {} # a\n    # layout\n    layout: pair # l\n    # end\n",
      "messages:\n  a:\n    # layout\n    layout: pair  # l\n    # args\n    args: {}  # a\n    # end\n"),
    Case(
      "what is indented deeper than the next key belongs to what precedes",
      "messages:\n  a:\n    args:\n      b: int\n      # b\n    # args\n  # next\n  c: {}\n  # c\n# chains\nchains: {}\n",
      "messages:\n  a:\n    args:\n      b: int\n      # b\n    # args\n  # next\n  c: {}\n  # c\n\n# chains\nchains: {}\n"
    ),
    Case(
      "within brackets a comment makes lines",
      "messages: { # m\n  a: {}, # a\n  # b\n  b: { args: { # args\n   } # end\n  }, } # out\n",
      "# m\nmessages:  # out\n  a: {}  # a\n  # b\n  b:\n    # args\n    args: {}  # end\n"),
    Case(
      "between a key and its value, behind a dash, in front of a block",
      "about: # one\n  # two\n  | # three\n  x\nx-a:\n  - # four\n    b: 1\n  -\n    # five\n    c: 2\n",
      "# one\n# two\nabout: |  # three\n  x\nx-a:\n  # four\n  - b: 1\n  # five\n  - c: 2\n"),
    Case(
      "blank lines round comments stay, one of each",
      "messages:\n\n\n  # a\n\n\n  # b\n\n  c: {}\n\n\n  # end\n\n\n# last\n",
      "messages:\n  # a\n\n  # b\n\n  c: {}\n\n  # end\n\n# last\n"),
    Case("only comments in an empty list", "x-a: [ # one\n  # two\n ]\n", "# two\nx-a: []  # one\n"),
  ]

  @Test func `a file that is not YAML is left alone, and so is one that is no protocol`() {
    let broken = CanonicalForm.of(Array("a: [\n".utf8), name: "t.yaml")
    #expect(broken.text == nil && broken.refusal == .notReadable)
    #expect(broken.diagnostics.map(\.code.rawValue) == ["ZS0001"])
    #expect(CanonicalForm.of(Array("- a\n-  b\n".utf8), name: "t.yaml").text == "- a\n-  b\n")
    #expect(CanonicalForm.of(Array("a: 1\na: 2\n".utf8), name: "t.yaml").refusal == .notReadable)
  }

  @Test func `ten thousand chains take no time that grows with their square`() {
    var file =
      "zmqspec: 1\nprotocol: t\nprocesses: { A: { sockets: { b: REQ } }, B: { sockets: { a: REP } } }\nchains:\n"
    for number in 0..<10_000 {
      file += "  chain-\(number):   # \(number)\n    steps: [ { A -> B: ping }, { A <- B: pong, within: 2s } ]\n"
    }
    let clock = ContinuousClock()
    let start = clock.now
    #expect(CanonicalForm.of(Array(file.utf8), name: "t.yaml").text != nil)
    #expect(clock.now - start < .seconds(90))
  }
}

extension String {
  /// The text without blanks at its end.
  fileprivate var trimmed: String { String(reversed().drop { $0 == " " }.reversed()) }
}
