import SpecCompiler
import SpecModel
import Testing

/// No bytes crash the compiler, and none pass without a spec or a finding whose range lies in the text.
@Suite struct HostileInputTests {
  private let file = Array(Sample.pingPong.utf8)

  private func survives(_ bytes: [UInt8]) -> Bool {
    let compilation = Compiler.compile(bytes, name: "hostile.yaml")
    guard compilation.spec != nil || compilation.diagnostics.hasErrors else { return false }
    let lines = compilation.source.lines
    return compilation.diagnostics.allSatisfy { finding in
      ([finding.range] + finding.notes.map(\.range)).allSatisfy { range in
        range.start <= range.end && range.start.line <= lines.count && range.end.line <= lines.count
          && range.start.column <= lines[range.start.line - 1].unicodeScalars.count + 1
          && range.end.column <= lines[range.end.line - 1].unicodeScalars.count + 1
      }
    }
  }

  @Test func `every prefix of a file`() {
    for length in file.indices { #expect(survives(Array(file.prefix(length))), "prefix of \(length) bytes") }
  }

  @Test func `every file with one byte left out`() {
    for index in file.indices {
      var bytes = file
      bytes.remove(at: index)
      #expect(survives(bytes), "without byte \(index)")
    }
  }

  @Test(arguments: [0x00, 0x09, 0x0A, 0x22, 0x26, 0x27, 0x2A, 0x2D, 0x3A, 0x5B, 0x7B, 0x7D, 0xC3, 0xFF] as [UInt8])
  func `a byte put in at every seventh place`(byte: UInt8) {
    for index in stride(from: 0, to: file.count, by: 7) {
      var bytes = file
      bytes.insert(byte, at: index)
      #expect(survives(bytes), "byte \(byte) at \(index)")
    }
  }
}
