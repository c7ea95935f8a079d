import Foundation

/// Prints a line at once, even into a pipe: both processes may share one terminal.
public func say(_ line: String) {
  print(line)
  fflush(nil)
}
