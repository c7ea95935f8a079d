import Foundation
import Programs
import SpecCompiler
import SpecModel
import Testing

@testable import SpecDocs

/// The pages as Sphinx reads them, which is what the article's author uses.
@Suite("reStructuredText")
struct SphinxTests {
  /// A protocol whose texts hold all that means something in reStructuredText.
  static let hostile = """
    zmqspec: 1
    protocol: hostile
    title: "`Odd` *names* | with_ :marks:"
    about: |
      A `code`s and *emphasis*s beside letters; snake_case_, |bars|, ``two``, a\\*b, :role:`x`, x::

      1. first
         * inner `` ` ``

           more
      7. seventh

      - A. Smith
      - .. comment

      | a | b |
      |---|---|
      | `x\\|y` | *z* |

      ```json
      {"not": json
      ```

      > [link](https://example.org/a_b) and <https://example.org/>
    processes:
      A: { about: "Ends with a backslash \\\\", sockets: { b: DEALER } }
      B: { sockets: { a: { type: ROUTER, bind: "tcp://*:5555", otherwise: no_ } } }
    messages:
      one_: { about: "* not a list", args: { a_: { type: string, example: "`x`", pattern: "[x`]+|\\\\\\\\" } } }
      no_: {}
    chains:
      c_1:
        title: "1. Ask"
        steps:
          - A -> B: one_
            about: "Why? `Because`_ it is so."
          - note: "10. A note ``"
          - opt "x" or *y*:
              - A -> B: one_
    """

  @Test("Sphinx builds the pages of all protocols without a warning")
  func build() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "zmqspec-sphinx-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    var index = "Protocols\n=========\n\n.. toctree::\n\n"
    for name in GoldenPageTests.files {
      let source = "protocols/\(name).yaml"
      let bytes = [UInt8](try Data(contentsOf: GoldenPageTests.root.appending(path: source)))
      try write(try #require(Compiler.compile(bytes, name: source).spec), source, to: folder, name)
      index += "   \(name)\n"
    }
    let hostile = Compiler.compile(Array(SphinxTests.hostile.utf8), name: "hostile.yaml")
    try write(
      try #require(hostile.spec, "\(hostile.diagnostics.map { "\($0.range) \($0.message)" })"), "hostile.yaml",
      to: folder,
      "hostile")
    index += "   hostile\n"
    try Data(index.utf8).write(to: folder.appending(path: "index.rst"))
    try Data("project = 'Protocols'\nhtml_theme = 'basic'\nsmartquotes = False\n".utf8).write(
      to: folder.appending(path: "conf.py"))

    let log = folder.appending(path: "log")
    try Data().write(to: log)
    let process = Process()
    process.executableURL = try Installation.python
    process.arguments = [
      "-m", "sphinx", "-q", "-W", "--keep-going", "-b", "html", folder.path, folder.appending(path: "out").path,
    ]
    process.standardOutput = try FileHandle(forWritingTo: log)
    process.standardError = process.standardOutput
    try await process.runToItsEnd()
    let said = try String(contentsOf: log, encoding: .utf8)
    #expect(process.terminationStatus == 0, "\(said)")
    let page = try String(contentsOf: folder.appending(path: "out/majordomo.html"), encoding: .utf8)
    for part in [
      "<h1>Majordomo Protocol 0.1", "href=\"#majordomo-message-worker-request\"", "id=\"majordomo-chain-requesting\"",
      "<span class=\"pre\">worker_id</span>", "[REQ]          [ROUTER] [ROUTER]                [DEALER]",
    ] { #expect(page.contains(part), "\(part)") }
    for name in GoldenPageTests.files {
      let page = try String(contentsOf: folder.appending(path: "out/\(name).html"), encoding: .utf8)
      #expect(!page.contains(":ref:"), "a link of \(name) is shown as text")
    }
    let odd = try String(contentsOf: folder.appending(path: "out/hostile.html"), encoding: .utf8)
    for part in ["snake_case_, |bars|", "A. Smith", ":role:", "10. A note ``"] {
      #expect(odd.contains(part), "\(part)")
    }
  }

  private func write(_ spec: ProtocolSpec, _ source: String, to folder: URL, _ name: String) throws {
    let text = ReStructuredTextPage.render(spec, sourceName: source)
    #expect(!text.split(separator: "\n").contains { $0.hasSuffix(" ") })
    try Data(text.utf8).write(to: folder.appending(path: "\(name).rst"))
  }
}
