import Foundation
import SpecCompiler
import SpecModel
import Testing

/// The protocols of the gallery, step by step and frame by frame, against the sources that they name.
@Suite("Every step has the frames that its source shows")
struct SourceFramesTests {
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()
  /// Those that are not a published protocol's: their frames are ours.
  static let own: Set<String> = ["darkroom", "ping-pong-triple", "seismograph", "ventilator", "weather"]

  static func spec(of file: String) throws -> ProtocolSpec {
    let path = "protocols/\(file).yaml"
    let compilation = Compiler.compile([UInt8](try Data(contentsOf: root.appending(path: path))), name: path)
    let printed = DiagnosticPrinter(compilation.source).print(compilation.diagnostics)
    return try #require(compilation.spec, "\(printed)")
  }

  @Test("The frames are the source's", arguments: Source.all.indices)
  func frames(index: Int) throws {
    let source = Source.all[index]
    let spec = try Self.spec(of: source.file)
    var seen: Set<String> = []
    for chain in spec.chains {
      for (step, frames) in zip(chain.steps, spec.frames(of: chain)) {
        let name = spec[step.message].name.text
        seen.insert(name)
        let shown = try #require(
          source.messages.first { $0.message == name }, "\(source.file): the source shows no '\(name)'")
        #expect(
          frames.hops.map { $0.wire.map(\.notation) } == shown.hops.map { $0.map(\.key) },
          "\(source.file), \(chain.name), step \(step.number): \(source.citation), \(shown.place ?? ""): \(shown.title)"
        )
        #expect(frames.hops.allSatisfy { $0.loss == nil })
      }
    }
    #expect(seen == Set(source.messages.map(\.message)), "\(source.file): messages that no chain has")
  }

  @Test("The socket types are the source's", arguments: Source.all.indices)
  func sockets(index: Int) throws {
    let source = Source.all[index]
    let spec = try Self.spec(of: source.file)
    let types = spec.socketIDs.map { "\(spec[$0.process].name).\(spec[$0].name): \(spec[$0].type.rawValue)" }
    #expect(types.sorted() == source.sockets.map { "\($0.key): \($0.value)" }.sorted())
  }

  @Test("Every protocol of the gallery has its source")
  func complete() throws {
    let names = try FileManager.default.contentsOfDirectory(atPath: Self.root.appending(path: "protocols").path)
    let files = Set(names.filter { $0.hasSuffix(".yaml") }.map { String($0.dropLast(".yaml".count)) })
    #expect(files == Self.own.union(Source.all.map(\.file)))
  }

  @Test("The map of the gallery shows every protocol, and its page")
  func map() throws {
    let map = try String(contentsOf: Self.root.appending(path: "protocols/README.md"), encoding: .utf8)
    let shown = map.matches(of: /\[([a-z0-9-]+)\]\(\.\.\/Docs\/Protocols\/([a-z0-9-]+)\.md\)/)
    #expect(shown.allSatisfy { $0.1 == $0.2 })
    #expect(shown.map { String($0.1) }.sorted() == (Self.own + Source.all.map(\.file)).sorted())
  }
}
