/// Writes diagnostics as text, for people or for tools.
///
/// ```swift
/// let printer = DiagnosticPrinter(source, format: .text, inColour: isTerminal)
/// print(printer.print(diagnostics), terminator: "")
/// ```
///
/// What it writes ends with a line break, and is empty for no diagnostics. Numbers of errors and warnings
/// are the command line's to tell.
public struct DiagnosticPrinter: Sendable {
  /// The text that the diagnostics are about.
  public var source: SourceText
  /// How they are written.
  public var format: DiagnosticFormat
  /// Whether the text form uses ANSI colours.
  public var inColour: Bool

  /// A printer of diagnostics about one file.
  public init(_ source: SourceText, format: DiagnosticFormat = .text, inColour: Bool = false) {
    self.source = source
    self.format = format
    self.inColour = inColour
  }

  /// The diagnostics in the order in which they are given.
  public func print(_ diagnostics: [Diagnostic]) -> String {
    var output = ""
    for diagnostic in diagnostics { output += print(diagnostic) }
    return output
  }

  /// One diagnostic.
  public func print(_ diagnostic: Diagnostic) -> String {
    switch format {
    case .text: text(diagnostic)
    case .json: json(diagnostic)
    case .github: workflowCommand(diagnostic)
    }
  }
}
