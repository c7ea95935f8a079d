import SpecModel
import Testing

/// The whole rendered text is the expected value, caret included.
@Suite struct DiagnosticPrinterTests {
  private func print(
    _ diagnostic: Diagnostic, of text: String, name: String = "ping.yaml", format: DiagnosticFormat = .text,
    inColour: Bool = false
  ) -> String {
    DiagnosticPrinter(SourceText(name: name, text: text), format: format, inColour: inColour).print(diagnostic)
  }

  private func finding(line: Int = 1, _ columns: Range<Int>, message: String = "this is wrong") -> Diagnostic {
    Diagnostic("ZS0203", at: SourceRange(line: line, columns: columns), message)
  }

  @Test("the sample of Docs/Architecture.md, to the character")
  func sample() {
    let text = String(repeating: "\n", count: 13) + "      - PingProc -> PongProc: ping\n"
    let diagnostic = Diagnostic(
      "ZS0203", at: SourceRange(line: 14, columns: 9..<29),
      "REP drops this message: the DEALER sends no delimiter",
      help: "remove `delimiter: false` from socket 'pings' of 'PingProc': it is inferred",
      notes: [
        Diagnostic.Note(
          "'pings' is declared a DEALER without delimiter here", at: SourceRange(line: 6, columns: 7..<12))
      ])
    #expect(
      print(diagnostic, of: text, name: "protocols/ping-pong.yaml") == """
        protocols/ping-pong.yaml:14:9: error: REP drops this message: the DEALER sends no delimiter [ZS0203]
           14 |       - PingProc -> PongProc: ping
              |         ^^^^^^^^^^^^^^^^^^^^
              = help: remove `delimiter: false` from socket 'pings' of 'PingProc': it is inferred
        protocols/ping-pong.yaml:6:7: note: 'pings' is declared a DEALER without delimiter here

        """)
  }

  @Test("carets stand under wide characters, and count their columns")
  func wide() {
    #expect(
      print(finding(4..<6), of: "日本: 東京 x") == """
        ping.yaml:1:4: error: this is wrong [ZS0203]
            1 | 日本: 東京 x
              |      ^^^

        """)
  }

  @Test("tabs stay tabs in front of the carets")
  func tabs() {
    #expect(
      print(finding(4..<6), of: "\ta\tbc") == """
        ping.yaml:1:4: error: this is wrong [ZS0203]
            1 | \ta\tbc
              | \t \t^^

        """)
  }

  @Test("a range of several lines marks the first, without its trailing blanks")
  func severalLines() {
    let range = SourceRange(SourcePosition(line: 1, column: 3), SourcePosition(line: 3, column: 2))
    #expect(
      print(Diagnostic("ZS0203", .warning, at: range, "this is odd"), of: "- steps:  \n    - a\n    - b") == """
        ping.yaml:1:3: warning: this is odd [ZS0203]
            1 | - steps:  
              |   ^^^^^^

        """)
  }

  @Test("an empty range and one behind the end of a line get one caret")
  func emptyRanges() {
    let empty = """
      ping.yaml:1:1: error: this is wrong [ZS0203]
          1 | zmqspec: 1
            | ^

      """
    #expect(print(finding(1..<1), of: "zmqspec: 1") == empty)
    let behind = """
      ping.yaml:1:20: error: this is wrong [ZS0203]
          1 | zmqspec: 1
            |           ^

      """
    #expect(print(finding(20..<30), of: "zmqspec: 1") == behind)
  }

  @Test("a line behind the end of the text is not shown")
  func noLine() {
    #expect(print(finding(line: 7, 1..<2), of: "a") == "ping.yaml:7:1: error: this is wrong [ZS0203]\n")
  }

  @Test("a very long line is cut on both sides")
  func longLine() throws {
    let text = String(repeating: "a", count: 5000) + "HERE" + String(repeating: "b", count: 5000)
    let lines = print(finding(5001..<5005), of: text).split(separator: "\n")
    let shown = String(repeating: "a", count: 40) + "HERE" + String(repeating: "b", count: 116)
    #expect(lines[1] == "    1 | …\(shown)…")
    #expect(lines[2] == "      | " + String(repeating: " ", count: 41) + "^^^^")
  }

  @Test("what could steer a terminal is shown and not sent")
  func controls() {
    let printed = print(finding(1..<4, message: "'a\u{1B}[2Jb\u{202E}c\nd'"), of: "a\u{1B}b\u{202E}c")
    #expect(
      printed == """
        ping.yaml:1:1: error: 'a\u{FFFD}[2Jb\u{FFFD}c\u{FFFD}d' [ZS0203]
            1 | a\u{FFFD}b\u{FFFD}c
              | ^^^

        """)
  }

  @Test("colour marks place, severity, message, carets")
  func colour() {
    #expect(
      print(finding(1..<3), of: "ab", inColour: true)
        == "\u{1B}[1mping.yaml:1:1:\u{1B}[0m \u{1B}[1;31merror:\u{1B}[0m \u{1B}[1mthis is wrong\u{1B}[0m [ZS0203]\n"
        + "    1 | ab\n      | \u{1B}[1;32m^^\u{1B}[0m\n")
  }

  @Test("JSON: one object a line, positions from 1, null for no help")
  func json() {
    let note = Diagnostic.Note("see\there", at: SourceRange(line: 2, columns: 1..<2))
    let diagnostic = Diagnostic(
      "ZS0203", at: SourceRange(line: 1, columns: 1..<3), "a \"b\" \\ \u{1}", notes: [note],
      fix: [Edit(SourceRange(line: 1, columns: 2..<2), "\n")])
    #expect(
      print(diagnostic, of: "ab", format: .json)
        == #"{"file":"ping.yaml","code":"ZS0203","severity":"error","message":"a \"b\" \\ \u0001","help":null,"#
        + #""start":{"line":1,"column":1},"end":{"line":1,"column":3},"#
        + #""notes":[{"message":"see\there","start":{"line":2,"column":1},"end":{"line":2,"column":2}}],"#
        + #""fix":[{"text":"\n","start":{"line":1,"column":2},"end":{"line":1,"column":2}}]}"# + "\n")
  }

  @Test("GitHub: escapes of properties and of text differ")
  func github() {
    let diagnostic = Diagnostic(
      "ZS0203", .warning, at: SourceRange(line: 3, columns: 5..<9), "100 % wrong, is it: not", help: "change it",
      notes: [Diagnostic.Note("here", at: SourceRange(line: 1, columns: 2..<3))])
    #expect(
      print(diagnostic, of: "", name: "a,b:c%.yaml", format: .github)
        == "::warning file=a%2Cb%3Ac%25.yaml,line=3,col=5,endLine=3,endColumn=8,title=ZS0203"
        + "::100 %25 wrong, is it: not%0Ahelp: change it%0Anote: a,b:c%25.yaml:1:2: here\n")
  }
}
