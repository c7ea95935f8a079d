import SpecModel

/// A protocol file in the one form that `zmqspec format` gives it: the language's order of keys, two blanks of
/// indentation, brackets where an entry is short, quotes where they are needed, every comment beside what it belongs
/// to. It means what it meant, and is its own canonical form.
public struct CanonicalForm: Sendable {
  /// Why a file stays as it is.
  public enum Refusal: Sendable, Hashable {
    /// It cannot be read as YAML; the diagnostics say why.
    case notReadable
    /// The form would mean something else: a fault of this program, found before anybody was harmed.
    case wouldChangeMeaning
  }

  /// The file's lines, for the printing of diagnostics.
  public var source: SourceText
  /// The text in canonical form; nil where there is none.
  public var text: String?
  /// Why there is none.
  public var refusal: Refusal?
  /// What is wrong with the file as YAML. What is wrong with the protocol does not matter here.
  public var diagnostics: [Diagnostic]

  /// The canonical form of the bytes of a file.
  ///
  /// - Parameter name: The name under which diagnostics speak of the file.
  public static func of(_ bytes: [UInt8], name: String) -> CanonicalForm {
    let (decoded, flaws) = SourceBytes.decode(bytes)
    var form = CanonicalForm(source: SourceText(name: name, text: decoded ?? ""), diagnostics: flaws)
    guard flaws.isEmpty, let decoded else {
      form.refusal = .notReadable
      return form
    }
    let (root, yaml) = YAMLParser.parse(form.source, text: decoded)
    guard yaml.isEmpty, let root else {
      form.diagnostics = yaml.inSourceOrder()
      form.refusal = .notReadable
      return form
    }
    let comments = YAMLCommentScanner.comments(in: decoded)
    let text = laidOut(root, comments, form.source)
    if isSame(root, comments, bytes, as: text) { form.text = text } else { form.refusal = .wouldChangeMeaning }
    return form
  }

  /// A file that is no mapping is no protocol, and has no form.
  private static func laidOut(_ root: YAMLNode, _ comments: [YAMLComment], _ source: SourceText) -> String {
    guard case .mapping(let entries) = root.content, !entries.isEmpty else {
      return source.lines.joined(separator: "\n")
    }
    var builder = FormatTreeBuilder(source, comments: comments)
    return FormatPrinter.print(builder.build(root))
  }

  /// Whether a text says what the file says: the same tree, the same comments, and the same protocol if it is one.
  private static func isSame(_ root: YAMLNode, _ comments: [YAMLComment], _ bytes: [UInt8], as text: String) -> Bool {
    if Array(text.utf8) == bytes { return true }
    let (other, yaml) = YAMLParser.parse(SourceText(name: "", text: text), text: text)
    guard yaml.isEmpty, let other, Meaning.isSame(root, other) else { return false }
    let otherComments = YAMLCommentScanner.comments(in: text)
    guard comments.map(\.text).sorted() == otherComments.map(\.text).sorted() else { return false }
    guard let spec = Compiler.compile(bytes, name: "").spec else { return true }
    return Compiler.compile(Array(text.utf8), name: "").spec.map { Meaning.isSame(spec, $0) } ?? false
  }
}
