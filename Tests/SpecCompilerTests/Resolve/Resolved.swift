@testable import SpecCompiler
import SpecModel
import Testing

/// Protocols as they leave the resolver, before any rule looks at them.
enum Resolved {
  /// The spec of a text in which parsing and resolving find nothing.
  static func spec(_ text: String) throws -> ProtocolSpec {
    let (root, yaml) = YAMLParser.parse(SourceText(name: "t", text: text), text: text)
    let (syntax, parsing) = ProtocolSyntax.parse(try #require(root))
    let (spec, resolving) = Resolver.resolve(syntax)
    #expect(yaml + parsing + resolving == [])
    return spec
  }
}
