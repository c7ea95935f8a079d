import Foundation
import Testing

@Suite("zmqspec render --into")
struct RenderIntoTests {
  static let drawing = """
        PingProc      PongProc
         [REQ] ---1--> [REP]

        1 IN : ['plzdiekthxbye, null']
        1 OUT: ['plzdiekthxbye, null']
    """

  @Test("Regions of Markdown, a source and reStructuredText are filled; the rest stays, and so it does a second time")
  func fills() async throws {
    let workspace = try Workspace()
    try FileManager.default.createDirectory(
      at: workspace.folder.appending(path: "Docs"), withIntermediateDirectories: true)
    let marker = "zmqspec: render ../protocols/ping-pong.yaml --chain stopping"
    try workspace.write("# Title\n\n<!-- \(marker) -->\nold\n<!-- zmqspec: end -->\nbehind", to: "Docs/page.md")
    try workspace.write(
      "struct S {\n  /// \(marker) --frames none\n  /// zmqspec: end\n  var x = 1\n}\n", to: "Docs/source.swift")
    try workspace.write(".. \(marker)\n.. zmqspec: end\n\nText\n", to: "Docs/page.rst")
    let command = ["render", "--into", "Docs/page.md", "Docs/source.swift", "Docs/page.rst"]
    let stale = try await workspace.run(command + ["--check"])
    #expect(stale.code == 1 && stale.errors.contains("  run: zmqspec render --into Docs/page.md\n"), "\(stale)")
    #expect(
      try await workspace.run(command)
        == Workspace.Result(output: "Docs/page.md: written\nDocs/source.swift: written\nDocs/page.rst: written\n"))
    #expect(
      try workspace.read("Docs/page.md")
        == "# Title\n\n<!-- \(marker) -->\n```\n\(RenderIntoTests.drawing)\n```\n<!-- zmqspec: end -->\nbehind")
    #expect(
      try workspace.read("Docs/source.swift") == """
        struct S {
          /// \(marker) --frames none
          ///     PingProc      PongProc
          ///      [REQ] ---1--> [REP]
          /// zmqspec: end
          var x = 1
        }

        """)
    let lines = RenderIntoTests.drawing.split(separator: "\n", omittingEmptySubsequences: false)
    let literal = lines.map { $0.isEmpty ? "" : "   " + $0 }.joined(separator: "\n")
    #expect(
      try workspace.read("Docs/page.rst")
        == ".. \(marker)\n\n.. code-block:: text\n\n\(literal)\n\n.. zmqspec: end\n\nText\n")
    #expect(try await workspace.run(command + ["--check"]).code == 0)
    #expect(try await workspace.run(command).output.contains("Docs/page.md: unchanged\n"))
  }

  @Test("Tables stand by themselves in Markdown, Mermaid between fences; lines end as they did")
  func markdown() async throws {
    let workspace = try Workspace()
    let marker = "<!-- zmqspec: render protocols/ping-pong.yaml --chain stopping"
    let end = "<!-- zmqspec: end -->"
    try workspace.write(
      "\(marker) --frames table -->\r\n\(end)\r\n\(marker) --format mermaid -->\r\n\(end)\r\n", to: "page.md")
    #expect(try await workspace.run("render", "--into", "page.md").code == 0)
    let page = try workspace.read("page.md")
    #expect(page.contains("\r\n```\r\n\r\n| frame | what | 1 IN PingProc REQ | 1 OUT PongProc REP |\r\n"), "\(page)")
    #expect(page.contains("\r\n```mermaid\r\nsequenceDiagram\r\n"))
    #expect(page.replacingOccurrences(of: "\r\n", with: "").contains { $0.isNewline } == false)
  }

  @Test("Markers that are shown, and not meant, are left alone")
  func shown() async throws {
    let workspace = try Workspace()
    let shown = "Write `<!-- zmqspec: render x.yaml -->`.\n\n```\n<!-- zmqspec: render x.yaml -->\n```\n"
    try workspace.write(shown, to: "page.md")
    let result = try await workspace.run("render", "--into", "page.md")
    #expect(result.code == 64 && result.errors.hasPrefix("zmqspec: page.md has no region to keep current; write"))
  }

  @Test(
    "What is wrong with a marker is told with its line",
    arguments: [
      ("# zmqspec: render protocols/ping-pong.yaml\n", "page.txt:1: the region has no end"),
      ("\n# zmqspec: end\n", "page.txt:2: the region that ends here does not begin"),
      ("# zmqspec: render a.yaml\n# zmqspec: render b.yaml\n", "page.txt:2: a region begins within that of line 1"),
      ("# zmqspec: render a.yaml --stile both\n# zmqspec: end\n", "page.txt:1: Unknown option '--stile'"),
      ("# zmqspec: render a.yaml --format svg\n# zmqspec: end\n", "page.txt:1: a region holds text or mermaid"),
      (
        "# zmqspec: render protocols/ping-pong.yaml --chain stoping\n# zmqspec: end\n",
        "there is no chain 'stoping'; did you mean 'stopping'?"
      ),
      (
        "# zmqspec: render protocols/ping-pong.yaml --format mermaid\n# zmqspec: end\n",
        "page.txt:1: mermaid is drawn in Markdown alone"
      ),
    ])
  func wrong(text: String, complaint: String) async throws {
    let workspace = try Workspace()
    try workspace.write(text, to: "page.txt")
    let result = try await workspace.run("render", "--into", "page.txt")
    #expect(result.code == 64 && result.errors.hasPrefix("zmqspec: \(complaint)"), "\(result)")
    #expect(try workspace.read("page.txt") == text)
  }

  @Test("The project's own files are current")
  func repository() async throws {
    let workspace = try Workspace()
    for name in ["README.md", "Docs"] {
      try FileManager.default.copyItem(
        at: Workspace.root.appending(path: name), to: workspace.folder.appending(path: name))
    }
    // The pages name protocols in the folders of tests.
    try FileManager.default.createDirectory(
      at: workspace.folder.appending(path: "Tests/SpecDrawingTests"), withIntermediateDirectories: true)
    let goldens = "Tests/SpecDrawingTests/Goldens"
    try FileManager.default.copyItem(
      at: Workspace.root.appending(path: goldens), to: workspace.folder.appending(path: goldens))
    let pages = ["README.md", "Docs/Diagrams.md", "Docs/Comparison.md"]
    #expect(
      try await workspace.run(["render", "--into"] + pages + ["--check"])
        == Workspace.Result(output: pages.map { "\($0): up to date\n" }.joined()))
  }
}
