import Foundation
import Testing

/// Files that tests compare with, and rewrite when `UPDATE_GOLDENS=1` is set.
enum Golden {
  /// The root of the checkout.
  static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let isUpdating = ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] == "1"

  /// Expects a file to have a text; with `UPDATE_GOLDENS=1` gives it that text.
  static func expect(_ text: String, in file: URL, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let found = try? String(contentsOf: file, encoding: .utf8)
    if found == text { return }
    guard isUpdating else {
      Issue.record(
        "\(file.lastPathComponent) is stale (UPDATE_GOLDENS=1 rewrites it); now it would be:\n\(text)",
        sourceLocation: sourceLocation)
      return
    }
    try text.write(to: file, atomically: true, encoding: .utf8)
  }

  /// The files of a folder with an extension, in the order of their names.
  static func files(in folder: String, withExtension ext: String) throws -> [URL] {
    try FileManager.default.contentsOfDirectory(
      at: root.appending(path: folder).resolvingSymlinksInPath(), includingPropertiesForKeys: nil
    )
    .filter { $0.pathExtension == ext }
    .sorted { $0.lastPathComponent < $1.lastPathComponent }
  }

  /// The bytes of a file. One whose first line says so has more of them than belong into a repository: it ends with a
  /// comment that makes it as long as it says.
  ///
  /// ```
  /// # So many bytes has this file when the tests read it: 16777217
  /// ```
  static func bytes(of file: URL) throws -> [UInt8] {
    let bytes = Array(try Data(contentsOf: file))
    let announcement = Array("# So many bytes has this file when the tests read it: ".utf8)
    guard bytes.starts(with: announcement),
      let size = Int(String(decoding: bytes.dropFirst(announcement.count).prefix { $0 != 0x0A }, as: UTF8.self))
    else { return bytes }
    return bytes + Array(repeating: 0x23, count: max(0, size - bytes.count))
  }
}
