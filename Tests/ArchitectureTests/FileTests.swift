import Testing

/// What keeps the files readable.
@Suite
struct FileTests {
  @Test("no file is longer than 500 lines", arguments: ["Sources", "Tests", "Plugins"])
  func length(folder: String) throws {
    for file in try Repository.swiftFiles(under: folder) where !file.contains("/Generated") {
      let count = try Repository.lines(of: file).count
      #expect(count <= 500, "\(file) has \(count) lines")
    }
  }

  @Test("nothing is left for later in what is shipped", arguments: ["Sources", "Plugins"])
  func unfinished(folder: String) throws {
    let signs = ["fatal" + "Error(", "TO" + "DO", "FIX" + "ME", "XX" + "X", "try" + "!"]
    for file in try Repository.swiftFiles(under: folder) {
      for (number, line) in try Repository.lines(of: file).enumerated() {
        for sign in signs where line.contains(sign) {
          Issue.record("\(file):\(number + 1): \(sign)")
        }
      }
    }
  }

  @Test("an unchecked promise of sendability says why in the lines after it")
  func uncheckedSendable() throws {
    for file in try Repository.swiftFiles(under: "Sources") {
      let lines = try Repository.lines(of: file)
      for (number, line) in lines.enumerated() where line.contains("@unchecked " + "Sendable") {
        let around = lines[max(0, number - 2)...min(lines.count - 1, number + 2)].joined(separator: "\n")
        #expect(around.contains("//"), "\(file):\(number + 1) gives no reason")
      }
    }
  }
}
