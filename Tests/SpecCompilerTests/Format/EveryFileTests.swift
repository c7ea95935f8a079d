import Foundation
import SpecCompiler
import SpecModel
import Testing

/// Every YAML file of the checkout, accepted or rejected, in canonical form.
@Suite struct EveryFileTests {
  /// Every YAML file of the checkout that is not built.
  static func files() -> [URL] {
    let root = Golden.root.resolvingSymlinksInPath()
    return ["protocols", "Examples", "Tests"].flatMap { folder in
      let all = FileManager.default.enumerator(at: root.appending(path: folder), includingPropertiesForKeys: nil)
      return (all?.compactMap { $0 as? URL } ?? []).filter {
        $0.pathExtension == "yaml" && !$0.path.contains("/.build/")
      }
    }.sorted { $0.path < $1.path }
  }

  @Test("the form means the same, and is its own form", arguments: files())
  func form(file: URL) throws {
    let bytes = try Golden.bytes(of: file)
    let form = CanonicalForm.of(bytes, name: "file.yaml")
    guard let text = form.text else {
      #expect(form.refusal == .notReadable)
      #expect(!form.diagnostics.isEmpty && form.diagnostics.allSatisfy { $0.code.rawValue < "ZS0020" })
      return
    }
    #expect(CanonicalForm.of(Array(text.utf8), name: "file.yaml").text == text)
    let (before, after) = (
      Compiler.compile(bytes, name: "file.yaml"), Compiler.compile(Array(text.utf8), name: "file.yaml")
    )
    #expect(try Bare.json(before.spec) == Bare.json(after.spec))
    #expect(before.diagnostics.map(\.code.rawValue).sorted() == after.diagnostics.map(\.code.rawValue).sorted())
    #expect(text.hasSuffix("\n") && !text.hasSuffix("\n\n") && !text.contains("\r") && !text.contains(" \n"))
  }

  @Test(
    "the protocols to read are in canonical form: run `zmqspec format protocols/*.yaml`",
    arguments: files().filter { !$0.path.contains("/Tests/") })
  func formatted(file: URL) throws {
    let bytes = try Golden.bytes(of: file)
    #expect(CanonicalForm.of(bytes, name: file.path).text == String(decoding: bytes, as: UTF8.self))
  }
}

/// A protocol as JSON without source ranges, by other means than the formatter's own.
enum Bare {
  static func json(_ spec: ProtocolSpec?) throws -> String {
    guard let spec else { return "none" }
    let object = try JSONSerialization.jsonObject(with: JSONEncoder().encode(spec))
    let bytes = try JSONSerialization.data(withJSONObject: stripped(object), options: .sortedKeys)
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func stripped(_ value: Any) -> Any {
    if let list = value as? [Any] { return list.map(stripped) }
    guard let object = value as? [String: Any] else { return value }
    return Set(object.keys) == ["start", "end"] ? "somewhere" : object.mapValues(stripped)
  }
}
