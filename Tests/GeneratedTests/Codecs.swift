import Foundation
import GeneratedProtocols
import SpecCompiler
import SpecModel
import Testing

/// A protocol file with the codecs that were generated from it.
struct ProtocolCodecs: Sendable, CustomTestStringConvertible {
  let file: String
  /// By the names of the messages.
  let codecs: [String: PageCodec]

  var testDescription: String { file }

  func spec() throws -> ProtocolSpec {
    let compilation = Compiler.compile(try Repository.bytes(of: file), name: file)
    return try #require(compilation.spec)
  }

  /// The codec of a message; a test tells which one is missing.
  func codec(of message: MessageSpec) throws -> PageCodec {
    try #require(codecs[message.name.text], "\(file): no codec for \(message.name)")
  }

  /// All that are generated into GeneratedProtocols.
  static let all =
    files(of: PageCodec.all, in: "protocols") + files(of: PageCodec.ofTests, in: "Tests/SpecSwiftTests/Protocols")

  private static func files(of codecs: [String: [String: PageCodec]], in folder: String) -> [ProtocolCodecs] {
    codecs.map { ProtocolCodecs(file: "\(folder)/\($0.key).yaml", codecs: $0.value) }.sorted { $0.file < $1.file }
  }

  /// The files that there are.
  static func files() throws -> [String] {
    try ["protocols", "Tests/SpecSwiftTests/Protocols"].flatMap { folder in
      try FileManager.default.contentsOfDirectory(atPath: Repository.root.appending(path: folder).path)
        .filter { $0.hasSuffix(".yaml") }.map { "\(folder)/\($0)" }
    }
  }
}
