import SpecModel
import SpecSwift
import Testing

/// What holds for every generated file.
@Suite
struct EmitterTests {
  @Test(
    "the output's name follows from the input's alone",
    arguments: [
      ("ping-pong.yaml", "PingPong.swift"), ("weather.yml", "Weather.swift"),
      ("my_protocol.v2.yaml", "MyProtocol.swift"),
      ("URL-map.yaml", "URLMap.swift"), ("2fast.yaml", "_2fast.swift"), ("PingPong.yaml", "PingPong.swift"),
    ])
  func outputName(input: String, output: String) {
    #expect(SwiftEmitter.outputName(forProtocolFile: input) == output)
  }

  @Test("the same protocol gives the same bytes", arguments: GoldenSourceTests.protocols)
  func deterministic(file: String) throws {
    let spec = try GoldenSourceTests.compile(file)
    let source = SwiftEmitter.emit(spec, sourceName: "a.yaml")
    for _ in 0..<3 { #expect(SwiftEmitter.emit(spec, sourceName: "a.yaml") == source) }
  }

  @Test("a generated file is as a reader and swift-format want it", arguments: GoldenSourceTests.protocols)
  func layout(file: String) throws {
    let source = SwiftEmitter.emit(try GoldenSourceTests.compile(file), sourceName: "a.yaml")
    #expect(source.hasSuffix("}\n"))
    #expect(!source.contains("\n\n\n"))
    for (index, line) in source.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
      #expect(line.last != " ", "line \(index + 1)")
      let isComment = line.drop { $0 == " " }.hasPrefix("//")
      #expect(isComment || line.count <= 120, "line \(index + 1): \(line)")
    }
    for sign in ["fatal" + "Error", "try" + "!", "as" + "!", "any Any"] { #expect(!source.contains(sign)) }
  }
}
