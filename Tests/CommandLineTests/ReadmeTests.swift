import Foundation
import Testing

/// README.md shows what happens: its `console` blocks are run, command by command.
@Suite("README.md")
struct ReadmeTests {
  /// A line `$ zmqspec …` and what stands below it.
  struct Shown: CustomTestStringConvertible, Sendable {
    var command: [String]
    var output: String
    var testDescription: String { command.joined(separator: " ") }
  }

  /// The commands of all blocks that begin with ```` ```console ````.
  static let shown: [Shown] = {
    let text = (try? String(contentsOf: Workspace.root.appending(path: "README.md"), encoding: .utf8)) ?? ""
    var shown: [Shown] = []
    var isInside = false
    for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("```") {
        isInside = line == "```console"
      } else if isInside, line.hasPrefix("$ ") {
        shown.append(Shown(command: line.dropFirst(2).split(separator: " ").map(String.init), output: ""))
      } else if isInside, !shown.isEmpty {
        shown[shown.count - 1].output += line + "\n"
      }
    }
    return shown
  }()

  @Test("Every command prints what it is shown to print, one after the other in one folder")
  func commands() async throws {
    let workspace = try Workspace()
    let commands = ReadmeTests.shown.filter { $0.command.first == "zmqspec" }
    #expect(commands.count >= 3)
    for shown in commands {
      let result = try await workspace.run(Array(shown.command.dropFirst()))
      // A blank line before the next command is there for the eye.
      let expected = shown.output.replacing(/\n+$/, with: "\n")
      #expect(result.output + result.errors == expected, "\(shown.testDescription)")
    }
  }

  @Test("It says what this is, and how to see it")
  func content() throws {
    let text = try String(contentsOf: Workspace.root.appending(path: "README.md"), encoding: .utf8)
    for part in ["protocol specification", "make demo", "make test", "CONTRIBUTING.md", "LICENSE"] {
      #expect(text.contains(part))
    }
    let links = text.matches(of: /\]\(([^)#:]+)(?:#[^)]*)?\)/).map { String($0.1) }
    for link in links {
      #expect(FileManager.default.fileExists(atPath: Workspace.root.appending(path: link).path), "\(link)")
    }
  }
}
