/// An argument that turns out to be wrong only when the files are read; the command ends with 64.
struct WrongUsage: Error {
  /// What is wrong, and what would be right.
  let message: String

  init(_ message: String) { self.message = message }
}
