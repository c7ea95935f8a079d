import SpecModel

/// What `zmqspec explain ZS0203` prints: why a rule is there, and how to keep it.
public struct Explanation: Sendable {
  /// The code it explains.
  public let code: DiagnosticCode
  /// The rule, as a heading.
  public let title: String
  /// Why, what libzmq does, and where that is written: Markdown.
  public let text: String
  /// A protocol file that gets the diagnostic.
  public let wrong: ExampleFile
  /// The same file, put right.
  public let right: ExampleFile

  init(_ code: DiagnosticCode, _ title: String, _ text: String, wrong: ExampleFile, right: ExampleFile) {
    self.code = code
    self.title = title
    self.text = text
    self.wrong = wrong
    self.right = right
  }
}
