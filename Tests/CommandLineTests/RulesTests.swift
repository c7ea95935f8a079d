import Foundation
import Testing

@Suite("zmqspec rules")
struct RulesTests {
  private struct Row: Decodable {
    var code: String
    var severity: String
    var fixable: Bool
    var excusable: Bool
    var family: String
    var title: String
  }

  @Test("The table and the JSON have every code that `explain` has, in its order")
  func codes() async throws {
    let workspace = try Workspace()
    let table = try await workspace.run("rules").output
    let rows = try JSONDecoder().decode(
      [Row].self, from: Data(try await workspace.run("rules", "--format", "json").output.utf8))
    let explained = try await workspace.run("explain").output.matches(of: #/\n  (ZS[0-9]{4})  /#).map {
      String($0.output.1)
    }
    #expect(rows.map(\.code) == explained)
    #expect(table.matches(of: #/\n  (ZS[0-9]{4})  /#).map { String($0.output.1) } == explained)
    #expect(table.split(separator: "\n").allSatisfy { $0.count <= 80 })
  }

  @Test("What can be fixed and excused")
  func traits() async throws {
    let table = try await Workspace().run("rules").output
    #expect(table.hasPrefix("YAML, keys and values\n  ZS0001  error                 A protocol file is YAML\n"))
    #expect(table.contains("\n  ZS0020  error    fix          Every key is one of the language's\n"))
    #expect(table.contains("\n  ZS0203  error    fix  excuse  "))
    #expect(table.contains("\n  ZS1009  warning       excuse  "))
  }
}
