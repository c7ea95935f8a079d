import SpecModel

/// A protocol file's text to a `ProtocolSpec`, or to what is wrong with it.
///
/// ```
/// bytes ─parse─▶ ProtocolSyntax ─resolve─▶ ProtocolSpec ─check─▶ diagnostics
/// ```
public enum Compiler {
  /// What became of a file.
  public struct Compilation: Sendable {
    /// The file's lines, for the printing of diagnostics.
    public var source: SourceText
    /// The protocol; nil when there is an error.
    public var spec: ProtocolSpec?
    /// The protocol with every reference resolved, whatever the rules say of it: for drawing what a diagnostic tells of a
    /// chain, and for nothing else. Nil where a reference is not resolved.
    public var resolved: ProtocolSpec?
    /// All findings, in the order of the file.
    public var diagnostics: [Diagnostic]
  }

  /// Compiles the bytes of a file.
  ///
  /// Parsing and resolving go on after an error, so that everything is found at once; the rules run only on
  /// a protocol whose references are all resolved.
  ///
  /// - Parameter name: The name under which diagnostics speak of the file.
  public static func compile(_ bytes: [UInt8], name: String) -> Compilation {
    let (text, flaws) = SourceBytes.decode(bytes)
    let source = SourceText(name: name, text: text ?? "")
    var compilation = Compilation(source: source, spec: nil, diagnostics: flaws)
    guard flaws.isEmpty, let text else { return compilation }

    let (root, yaml) = YAMLParser.parse(source, text: text)
    compilation.diagnostics += yaml
    let excuses = Excuses(YAMLCommentScanner.comments(in: text))
    if let root {
      let (syntax, parsing) = ProtocolSyntax.parse(root)
      let (spec, resolving) = Resolver.resolve(syntax)
      compilation.diagnostics += parsing + resolving
      if !compilation.diagnostics.hasErrors {
        compilation.resolved = spec
        compilation.diagnostics += excuses.applied(to: Rules.check(spec))
      }
      compilation.diagnostics += excuses.findings.diagnostics
      if !compilation.diagnostics.hasErrors { compilation.spec = spec }
      compilation.diagnostics = compilation.diagnostics.map { EntryRemoval.resolved($0, in: root, source) }
    }
    compilation.diagnostics = compilation.diagnostics.inSourceOrder()
    return compilation
  }
}
