import CLibYAML
import SpecModel

extension SourceText {
  /// The place of a mark of libyaml, which counts from 0.
  ///
  /// At the end of a file without a last line break libyaml is on a line that does not exist: the place is
  /// then the end of the last line.
  func position(of mark: yaml_mark_t) -> SourcePosition {
    let line = Int(mark.line) + 1
    guard line > lines.count, let last = lines.last else {
      return SourcePosition(line: line, column: Int(mark.column) + 1)
    }
    return SourcePosition(line: lines.count, column: last.unicodeScalars.count + 1)
  }
}
