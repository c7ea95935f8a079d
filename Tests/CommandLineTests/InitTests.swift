import Testing

@Suite("zmqspec init")
struct InitTests {
  @Test("Writes a protocol that is right, and says what comes next; the three commands work")
  func next() async throws {
    let workspace = try Workspace()
    #expect(
      try await workspace.run("init", "orders")
        == Workspace.Result(
          output: """
            orders.yaml: written, and zmqspec.schema.json for your editor. Next:

              zmqspec check orders.yaml
              zmqspec render orders.yaml
              zmqspec generate orders.yaml --stubs

            """))
    #expect(
      try await workspace.run("check", "orders.yaml")
        == Workspace.Result(output: "orders.yaml: 2 processes, 3 messages, 2 chains, no problems\n"))
    #expect(try await workspace.run("format", "--check", "orders.yaml").code == 0)
    #expect(try await workspace.run("render", "orders.yaml").output.hasPrefix("Greeting somebody\n----"))
    #expect(
      try await workspace.run("generate", "orders.yaml", "--stubs")
        == Workspace.Result(output: "Orders.swift: written\nOrdersHandlers.swift: written, yours to fill in\n"))
  }

  @Test("A file that is there is left as it is")
  func existing() async throws {
    let workspace = try Workspace()
    try workspace.write("mine", to: "orders.yaml")
    #expect(
      try await workspace.run("init", "orders")
        == Workspace.Result(
          errors: "zmqspec: cannot write orders.yaml: it exists already, and was left as it is\n", code: 2))
    #expect(try workspace.read("orders.yaml") == "mine")
  }

  @Test("The argument may be a file in a folder that is still to be made; - prints")
  func places() async throws {
    let workspace = try Workspace()
    #expect(try await workspace.run("init", "specs/new/orders.yaml").code == 0)
    let written = try workspace.read("specs/new/orders.yaml")
    let modeline = "# yaml-language-server: $schema=zmqspec.schema.json\n"
    #expect(written.hasPrefix(modeline))
    let schema = try await workspace.run("export", "--schema").output
    #expect(try workspace.read("specs/new/zmqspec.schema.json") == schema)
    #expect(
      try await workspace.run("init", "orders", "-o", "-")
        == Workspace.Result(output: String(written.dropFirst(modeline.count))))
  }

  @Test("The place may be a folder, there or still to be made")
  func folders() async throws {
    let workspace = try Workspace()
    for folder in ["protocols", "new/"] {
      let result = try await workspace.run("init", "orders", "-o", folder)
      #expect(result.code == 0, "\(result)")
      #expect(try workspace.read("\(folder)/orders.yaml").contains("\nprotocol: orders\n"))
    }
  }

  @Test("A name that no protocol can have is refused")
  func name() async throws {
    let workspace = try Workspace()
    #expect(
      try await workspace.run("init", "9lives")
        == Workspace.Result(
          errors: """
            zmqspec: '9lives' cannot be the name of a protocol: it begins with `9`; a name begins with a letter from a \
            to z, and goes on with such letters, digits, `_` and `-`

            """, code: 64))
    #expect(!workspace.has("9lives.yaml"))
  }
}
