import Foundation
import Testing

@Suite("zmqspec generate")
struct GenerateTests {
  @Test("One Swift file for each protocol file; what does not change is not touched")
  func unchanged() async throws {
    let workspace = try Workspace()
    let command = ["generate", "protocols/ping-pong.yaml", "protocols/weather.yaml", "-o", "Sources/New"]
    #expect(
      try await workspace.run(command)
        == Workspace.Result(output: "Sources/New/PingPong.swift: written\nSources/New/Weather.swift: written\n"))
    #expect(try workspace.read("Sources/New/PingPong.swift").contains("public enum PingPong {"))
    let time = try workspace.modified("Sources/New/PingPong.swift")
    #expect(
      try await workspace.run(command)
        == Workspace.Result(output: "Sources/New/PingPong.swift: unchanged\nSources/New/Weather.swift: unchanged\n"))
    #expect(try workspace.modified("Sources/New/PingPong.swift") == time)
  }

  @Test("Without -o the Swift file lies beside its protocol file, or goes where standard input came from")
  func places() async throws {
    let workspace = try Workspace()
    #expect(
      try await workspace.run("generate", "protocols/ping-pong.yaml")
        == Workspace.Result(output: "protocols/PingPong.swift: written\n"))
    let text = try workspace.read("protocols/PingPong.swift")
    #expect(
      try await workspace.run("generate", "-", input: try workspace.read("protocols/ping-pong.yaml"))
        == Workspace.Result(output: text))
    #expect(
      try await workspace.run("generate", "protocols/ping-pong.yaml", "-o", "-") == Workspace.Result(output: text))
  }

  @Test("--check tells what is stale, where it begins to differ, and what to run")
  func check() async throws {
    let workspace = try Workspace()
    let command = ["generate", "protocols/ping-pong.yaml", "-o", "Sources"]
    #expect(
      try await workspace.run(command + ["--check"])
        == Workspace.Result(
          errors: """
            Sources/PingPong.swift: missing
              run: zmqspec generate protocols/ping-pong.yaml -o Sources

            """, code: 1))
    _ = try await workspace.run(command)
    #expect(
      try await workspace.run(command + ["--check"]) == Workspace.Result(output: "Sources/PingPong.swift: up to date\n")
    )
    try workspace.edit("protocols/ping-pong.yaml", "about: Counts pings", to: "about: Counts all pings")
    #expect(
      try await workspace.run(command + ["--check"])
        == Workspace.Result(
          errors: """
            Sources/PingPong.swift: stale, it does not say what protocols/ping-pong.yaml says
              line 6
                is:        /// Counts pings and pongs between two processes.
                should be: /// Counts all pings and pongs between two processes.
              run: zmqspec generate protocols/ping-pong.yaml -o Sources

            """, code: 1))
  }

  @Test("Stubs are written once")
  func stubs() async throws {
    let workspace = try Workspace()
    let command = ["generate", "protocols/ping-pong.yaml", "-o", "Gen", "--stubs", "--stubs-dir", "App"]
    #expect(
      try await workspace.run(command)
        == Workspace.Result(
          output: "Gen/PingPong.swift: written\nApp/PingPongHandlers.swift: written, yours to fill in\n"))
    let text = try workspace.read("App/PingPongHandlers.swift")
    #expect(text.contains("PingPong.PongProc.PingsHandler"))
    #expect(
      try await workspace.run("generate", "protocols/ping-pong.yaml", "--stubs", "-o", "-")
        == Workspace.Result(output: text))
    try workspace.write("mine", to: "App/PingPongHandlers.swift")
    #expect(
      try await workspace.run(command)
        == Workspace.Result(output: "Gen/PingPong.swift: unchanged\nApp/PingPongHandlers.swift: kept\n"))
    #expect(try workspace.read("App/PingPongHandlers.swift") == "mine")
  }

  @Test("Nothing is written while any file has an error")
  func errors() async throws {
    let workspace = try Workspace()
    try workspace.edit("protocols/weather.yaml", "count: many", to: "count: mnay")
    let result = try await workspace.run(
      "generate", "protocols/ping-pong.yaml", "protocols/weather.yaml", "-o", "Sources", "--stubs")
    #expect(result.code == 1)
    #expect(result.output == "")
    #expect(result.errors.hasSuffix("1 error in 1 file\n"), "\(result)")
    #expect(!workspace.has("Sources"))
  }

  @Test("The build plugin's program tells of errors, too, and keeps what was there")
  func errorsInBuild() async throws {
    let workspace = try Workspace()
    try workspace.edit("protocols/weather.yaml", "count: many", to: "count: mnay")
    try workspace.write("old", to: "Weather.swift")
    let process = Process()
    process.executableURL = Workspace.programs.appending(path: "zmqspec-generate")
    process.arguments = ["protocols/weather.yaml", "Weather.swift"]
    process.currentDirectoryURL = workspace.folder
    let errors = workspace.folder.appending(path: "errors")
    try workspace.write("", to: "errors")
    process.standardError = try FileHandle(forWritingTo: errors)
    try await process.runToItsEnd()
    #expect(process.terminationStatus == 1)
    let command = try await workspace.run("generate", "protocols/weather.yaml", "-o", "Sources")
    #expect(try workspace.read("errors") + "1 error in 1 file\n" == command.errors)
    #expect(try workspace.read("Weather.swift") == "old")
  }

  @Test("Two files that give one Swift file are refused")
  func collision() async throws {
    let workspace = try Workspace()
    try workspace.write(try workspace.read("protocols/ping-pong.yaml"), to: "pingPong.yaml")
    #expect(
      try await workspace.run("generate", "protocols/ping-pong.yaml", "pingPong.yaml", "-o", "Sources")
        == Workspace.Result(
          errors: """
            zmqspec: protocols/ping-pong.yaml and pingPong.yaml would both give Sources/PingPong.swift; rename one of \
            them

            """, code: 64))
    #expect(!workspace.has("Sources"))
  }

  @Test("A Swift file that somebody wrote is left as it is")
  func handwritten() async throws {
    let workspace = try Workspace()
    try workspace.write("let mine = 1\n", to: "PingPong.swift")
    #expect(
      try await workspace.run("generate", "protocols/weather.yaml", "protocols/ping-pong.yaml", "-o", ".")
        == Workspace.Result(
          errors: """
            zmqspec: cannot write PingPong.swift: it was not generated by zmqspec, and was left as it is

            """, code: 2))
    #expect(!workspace.has("Weather.swift"))
  }

  @Test("A symbolic link stays one, and permissions stay")
  func link() async throws {
    let workspace = try Workspace()
    let files = FileManager.default
    try workspace.write("// Generated by zmqspec from elsewhere\n", to: "real.swift")
    let real = workspace.folder.appending(path: "real.swift").path
    try files.setAttributes([.posixPermissions: 0o600], ofItemAtPath: real)
    let link = workspace.folder.appending(path: "PingPong.swift").path
    try files.createSymbolicLink(atPath: link, withDestinationPath: "real.swift")
    #expect(try await workspace.run("generate", "protocols/ping-pong.yaml", "-o", ".").code == 0)
    #expect(try files.destinationOfSymbolicLink(atPath: link) == "real.swift")
    #expect(try workspace.read("real.swift").contains("public enum PingPong {"))
    #expect(try files.attributesOfItem(atPath: real)[.posixPermissions] as? Int == 0o600)
    #expect(
      try files.contentsOfDirectory(atPath: workspace.folder.path).sorted() == [
        "PingPong.swift", "protocols", "real.swift",
      ])
  }

  @Test("A folder that cannot be made, a file that is a folder")
  func unwritable() async throws {
    let workspace = try Workspace()
    try workspace.write("", to: "file")
    #expect(
      try await workspace.run("generate", "protocols/ping-pong.yaml", "-o", "file/below")
        == Workspace.Result(
          errors: "zmqspec: cannot make the folder file: Not a directory\n", code: 2))
  }

  @Test(
    "Options that do not go together",
    arguments: [
      ["--check", "-o", "-"], ["--check", "--stubs"], ["--stubs-dir", "x"],
      ["--stubs", "--stubs-dir", "x", "-o", "-"],
    ])
  func usage(options: [String]) async throws {
    let result = try await Workspace().run(["generate", "protocols/ping-pong.yaml"] + options)
    #expect(result.code == 64)
    #expect(result.output == "")
    #expect(result.errors.hasPrefix("Error: "))
  }
}
