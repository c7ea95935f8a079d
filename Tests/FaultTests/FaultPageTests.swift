import Foundation
import Programs
import Testing

extension FaultTests {
  @Test("Docs/Faults.md has a row for each fault, with the time that its test asserts")
  func page() throws {
    let text = try String(contentsOf: Installation.root.appending(path: "Docs/Faults.md"), encoding: .utf8)
    let rows = text.split(separator: "\n").filter { $0.hasPrefix("| **") }
      .map { $0.components(separatedBy: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
    let stated = Dictionary(
      rows.map { ($0[1].trimmingCharacters(in: ["*"]), $0[3]) }, uniquingKeysWith: { one, other in "\(one), \(other)" })
    let asserted = Dictionary(
      uniqueKeysWithValues: Fault.allCases.map { ($0.rawValue, "\($0.limit.components.seconds) s") })
    #expect(stated == asserted)
  }
}
