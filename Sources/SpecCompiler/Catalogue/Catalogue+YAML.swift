extension Catalogue {
  /// The text and its YAML.
  static let yaml: [Explanation] = [
    Explanation(
      "ZS0001", "A protocol file is YAML",
      """
      The message says what the YAML parser (libyaml) has met and what it has expected. Most often the indentation is
      off, a quote or a bracket is not closed, or a text contains `: ` and stands without quotes.

      Source: YAML 1.1, yaml.org/spec/1.1.
      """,
      wrong: .demo(top: "about: Note: the colon above."), right: .demo(top: "about: \"Note: the colon above.\"")),
    Explanation(
      "ZS0002", "Lines are indented with blanks",
      """
      YAML gives a tab no width, so it cannot indent a line.

      Source: YAML 1.1, section 4.2.
      """,
      wrong: .text("zmqspec: 1\nprotocol: demo\nprocesses:\n\tClient: {}"),
      right: .demo()),
    Explanation(
      "ZS0003", "A protocol file is UTF-8",
      """
      Other encodings, UTF-16 and Latin-1 among them, are not guessed. Save the file as UTF-8.
      """,
      wrong: .shown(
        as: "zmqspec: 1\nprotocol: demo\nabout: caf<E9>",
        bytes: { Array("zmqspec: 1\nprotocol: demo\nabout: caf".utf8) + [0xE9, 0x0A] }),
      right: .demo(top: "about: café")),
    Explanation(
      "ZS0004", "A protocol file has no control characters",
      #"""
      YAML forbids them. In a text between double quotes they can be written as escapes: `"\u0007"`.

      Source: YAML 1.1, section 5.1, `c-printable`.
      """#,
      wrong: .shown(
        as: "zmqspec: 1\nprotocol: demo\nabout: ping<07>",
        bytes: { Array("zmqspec: 1\nprotocol: demo\nabout: ping\u{07}\n".utf8) }),
      right: .demo(top: #"about: "ping\u0007""#)),
    Explanation(
      "ZS0005", "A protocol file has at most 16 MiB",
      """
      That is some hundred thousand messages. Split the protocol: each file stands alone.
      """,
      wrong: .shown(
        as: "# … sixteen megabytes and more …",
        bytes: { Array(repeating: 0x23, count: 16 * 1024 * 1024 + 1) }),
      right: .demo()),
    Explanation(
      "ZS0006", "Nodes are nested at most 64 deep",
      """
      No protocol needs more than ten. A file that does has a bracket that is never closed, or wants to do harm.
      """,
      wrong: .shown(
        as: "zmqspec: 1\nprotocol: demo\nx-deep: [[[[[[[[ … 65 of them … ]]]]]]]]",
        bytes: {
          let (open, close) = (String(repeating: "[", count: 70), String(repeating: "]", count: 70))
          return Array("zmqspec: 1\nprotocol: demo\nx-deep: \(open)\(close)\n".utf8)
        }),
      right: .demo(top: "x-deep: [[[[]]]]")),
    Explanation(
      "ZS0007", "A protocol file is not empty",
      """
      It begins with `zmqspec: 1` and the name of the protocol. `zmqspec init` writes one to start from.
      """,
      wrong: .text("# Nothing yet."), right: .demo()),
    Explanation(
      "ZS0008", "A file has one YAML document",
      """
      `---` begins another document. A protocol file stands alone, so there is nothing a second one could be for.
      """,
      wrong: .text(ExampleFile.demo().text + "---\nzmqspec: 1"), right: .demo()),
    Explanation(
      "ZS0009", "A protocol file has no anchors and aliases",
      """
      `&name` and `*name` copy parts of a file, and a few lines of them can stand for gigabytes. What is shared is
      declared once under `types` and named where it is used. A text that begins with `&` or `*` needs quotes.
      """,
      wrong: .demo(
        messages: """
          ping: { args: &fields { count: int } }
          pong: {}
          """),
      right: .demo(
        messages: """
          ping: { args: { count: int } }
          pong: { args: { count: int } }
          """)),
    Explanation(
      "ZS0010", "A protocol file has no tags",
      """
      `!!str` and `!mine` tell a YAML parser the type of a value. Here the type of a value is that of its field. A text
      that begins with `!` needs quotes.
      """,
      wrong: .demo(
        messages: """
          ping: { args: { note: { type: string, default: !!str 5 } } }
          pong: {}
          """),
      right: .demo(
        messages: """
          ping: { args: { note: { type: string, default: "5" } } }
          pong: {}
          """)),
    Explanation(
      "ZS0011", "A protocol file has no merge keys",
      """
      `<<` belongs to YAML 1.1 only and copies the keys of another mapping. Write the keys out.
      """,
      wrong: .demo(
        messages: """
          ping: { <<: { args: { count: int } } }
          pong: {}
          """),
      right: .demo(
        messages: """
          ping: { args: { count: int } }
          pong: {}
          """)),
    Explanation(
      "ZS0012", "A key stands once in a mapping",
      """
      Most YAML parsers take the last of two and say nothing, so that half of what is written has no effect.
      """,
      wrong: .demo(
        messages: """
          ping: {}
          pong: {}
          ping: { args: { count: int } }
          """),
      right: .demo(
        messages: """
          ping: { args: { count: int } }
          pong: {}
          """)),
    Explanation(
      "ZS0013", "A key is a word",
      """
      YAML allows a list or a mapping as a key; a protocol file does not. Often a text with braces only misses its quotes.
      """,
      wrong: .demo(
        messages: """
          ping: {}
          pong: {}
          [ pang ]: {}
          """),
      right: .demo()),
    Explanation(
      "ZS0014", "In braces and brackets a comma ends a text",
      """
      Between `{` and `}` YAML parts entries at commas, whatever stands around them: `{ mac: string = sign(type, args) }` is the
      key `mac` with the text `string = sign(type`, and the key `args)` without a value. In quotes the comma belongs to the
      text, and in lines of its own, `mac: string = sign(type, args)`, too. Brackets part a list in the same way.

      Source: YAML 1.2.2, section 7.3.3, `ns-plain-safe-in`.
      """,
      wrong: signed("sign(type, args)", quote: ""), right: signed("sign(type, args)", quote: "\"")),
  ]

  private static func signed(_ source: String, quote: String) -> ExampleFile {
    .demo(
      layouts:
        "signed: { fields: { mac: \(quote)string = \(source)\(quote) }, frames: [ text: $mac, text: $type, json: $args ] }",
      messages: """
        ping: { layout: signed, args: { count: int } }
        pong: {}
        """)
  }
}
