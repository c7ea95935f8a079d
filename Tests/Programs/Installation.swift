import Foundation

/// What tests start and read: the files of this repository, the programs of this build, a Python.
public enum Installation {
  // Not by `..`: to standardize such a path follows the link to the Python that the environment was made from.
  /// The folder that holds Package.swift.
  public static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// Where SwiftPM has put the programs of this build: beside the tests, which are a bundle on macOS and a program
  /// elsewhere.
  public static let products: URL = {
    let bundle = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }
    return (bundle?.bundleURL ?? URL(filePath: CommandLine.arguments[0])).deletingLastPathComponent()
  }()

  /// The Python that the environment variable ZMQSPEC_PYTHON names, else that of the virtual environment which
  /// `make test` makes, with what Tests/Interop/requirements.txt lists.
  ///
  /// - Throws: `NoPython` where there is none.
  public static var python: URL {
    get throws {
      if let path = ProcessInfo.processInfo.environment["ZMQSPEC_PYTHON"] { return URL(filePath: path) }
      let made = root.appending(path: ".venv/bin/python3")
      guard FileManager.default.isExecutableFile(atPath: made.path) else { throw NoPython() }
      return made
    }
  }

  /// There is no Python to be found.
  public struct NoPython: Error, CustomStringConvertible {
    /// What is missing, and what to do about it.
    public let description =
      "there is no Python with what Tests/Interop/requirements.txt lists: run `make test`, or let ZMQSPEC_PYTHON name one"
  }
}
