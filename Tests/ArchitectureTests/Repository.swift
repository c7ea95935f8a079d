import Foundation

/// The files of this repository.
enum Repository {
  /// The folder that holds Package.swift.
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().path

  /// The Swift files below a folder, by their paths from the root.
  static func swiftFiles(under folder: String) throws -> [String] {
    let all = try FileManager.default.subpathsOfDirectory(atPath: root + "/" + folder)
    return all.filter { $0.hasSuffix(".swift") }.map { folder + "/" + $0 }.sorted()
  }

  /// The lines of a file.
  static func lines(of file: String) throws -> [Substring] {
    try String(contentsOfFile: root + "/" + file, encoding: .utf8).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
  }

  /// The modules that a file imports.
  static func imports(of file: String) throws -> [String] {
    try lines(of: file).compactMap { line in
      let words = line.split(separator: " ")
      guard let keyword = words.firstIndex(of: "import"), keyword + 1 < words.count else { return nil }
      // `import`, or an access level or attribute in front of it; not prose in a comment or a text.
      let isDeclaration = words[..<keyword].allSatisfy { $0.hasPrefix("@") || $0 == "public" || $0 == "internal" }
      return isDeclaration ? words[keyword + 1].split(separator: ".").first.map(String.init) : nil
    }
  }
}
