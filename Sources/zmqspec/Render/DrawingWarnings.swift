import ArgumentParser

/// What is doubtful about diagrams, told as it is found.
struct DrawingWarnings {
  /// Whether the command fails for it, after all has been told.
  let areErrors: Bool
  private var isAny = false

  /// Nothing yet.
  init(areErrors: Bool) { self.areErrors = areErrors }

  /// Tells of the warnings of a protocol's diagrams.
  mutating func tell(_ warnings: [String], of file: CompiledFile) {
    for warning in warnings {
      isAny = true
      StandardStream.error.print("\(file.input.name): \(areErrors ? "error" : "warning"): \(warning)\n")
    }
  }

  /// Ends the command where it must fail.
  func fail() throws {
    if areErrors, isAny { throw ExitCode.problems }
  }
}
