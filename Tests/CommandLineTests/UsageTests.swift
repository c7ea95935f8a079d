import Foundation
import Testing

@Suite("zmqspec: help, completion, mistakes")
struct UsageTests {
  @Test(
    "Help leads with examples and fits 80 columns",
    arguments: [
      "", "init", "check", "format", "generate", "render", "project", "export", "verify", "doctor", "decode", "vectors",
      "dump", "rules", "explain",
    ])
  func help(command: String) async throws {
    let arguments = command.isEmpty ? ["--help"] : [command, "--help"]
    let result = try await Workspace().run(arguments)
    #expect(result.code == 0)
    let examples = try #require(result.output.range(of: "EXAMPLES:"))
    let usage = try #require(result.output.range(of: "USAGE:"))
    #expect(examples.lowerBound < usage.lowerBound)
    // Wrapped examples cannot be copied, and lines that are wrapped twice cannot be read.
    let wide = try await Workspace().run(arguments, environment: ["COLUMNS": "300"])
    let end = try #require(wide.output.range(of: "USAGE:"))
    let begin = try #require(wide.output.range(of: "EXAMPLES:"))
    #expect(
      result.output[examples.lowerBound..<usage.lowerBound] == wide.output[begin.lowerBound..<end.lowerBound])
    #expect(!result.output[examples.lowerBound..<usage.lowerBound].split(separator: "\n").contains { $0.count > 80 })
  }

  @Test("A misspelt command gets the nearest one")
  func misspelt() async throws {
    let workspace = try Workspace()
    #expect(
      try await workspace.run("redner", "protocols/ping-pong.yaml")
        == Workspace.Result(
          errors: "zmqspec: there is no command 'redner'. Did you mean 'render'?\nSee 'zmqspec --help'.\n", code: 64))
    #expect(
      try await workspace.run("frobnicate").errors
        == """
        zmqspec: there is no command 'frobnicate'. The commands are: init, check, format, generate, render, project, export, \
        verify, doctor, decode, vectors, dump, rules, explain, help.
        See 'zmqspec --help'.

        """)
  }

  @Test(
    "Wrong options and missing files are wrong usage",
    arguments: [["check"], ["check", "--wat"], ["render", "a", "--style", "x"], ["check", "-", "-"]])
  func wrong(arguments: [String]) async throws {
    let result = try await Workspace().run(arguments)
    #expect(result.code == 64)
    #expect(result.errors.hasPrefix("Error: "))
  }

  @Test("Completion for three shells", arguments: ["bash", "zsh", "fish"])
  func completion(shell: String) async throws {
    let result = try await Workspace().run("--generate-completion-script", shell)
    #expect(result.code == 0)
    #expect(result.output.contains("error-format"))
  }

  @Test("The version")
  func version() async throws {
    #expect(try await Workspace().run("--version") == Workspace.Result(output: "0.1.0\n"))
  }
}
