import Foundation
import PackagePlugin

/// A protocol file of a target, and the Swift file that it gives; what both plugins know.
///
/// The folder `Shared` is linked into the folders of both: SwiftPM lets a plugin import no library.
struct ProtocolFile {
  /// The YAML file.
  let url: URL

  /// `ping-pong.yaml` → `PingPong.swift`, as `SwiftEmitter.outputName` says it.
  var outputName: String {
    let stem = url.lastPathComponent.split(separator: ".").first.map(String.init) ?? url.lastPathComponent
    return SwiftName.type(stem) + ".swift"
  }

  /// `ping-pong.yaml` → `PingPong+Testing.swift`, as `SwiftEmitter.testingOutputName` says it.
  var testingOutputName: String { String(outputName.dropLast(".swift".count)) + "+Testing.swift" }

  /// The protocol files among some files, in the order of their paths; other YAML is left alone.
  static func all(among files: [URL]) throws -> [ProtocolFile] {
    try files
      .filter { ["yaml", "yml"].contains($0.pathExtension) }
      .filter(isProtocol)
      .sorted { $0.path < $1.path }
      .map(ProtocolFile.init)
  }

  /// Why these files cannot be generated into one target; nil when they can.
  ///
  /// Names that differ in case alone are one on many file systems.
  static func collision(among files: [ProtocolFile]) -> String? {
    var seen: [String: ProtocolFile] = [:]
    for file in files {
      if let first = seen.updateValue(file, forKey: file.outputName.lowercased()) {
        return "\(first.url.path) and \(file.url.path) would both give \(file.outputName); rename one of them"
      }
    }
    return nil
  }

  /// Whether a file begins with `zmqspec:`, after comments and blank lines.
  private static func isProtocol(_ url: URL) throws -> Bool {
    let text = String(decoding: try Data(contentsOf: url), as: UTF8.self)
    for line in text.split(whereSeparator: \.isNewline) {
      let line = line.drop { $0 == "\u{FEFF}" }
      if line.hasPrefix("#") || line.hasPrefix("%") || line == "---" || line.allSatisfy(\.isWhitespace) { continue }
      return ["zmqspec:", "\"zmqspec\":", "'zmqspec':"].contains { line.hasPrefix($0) }
    }
    return false
  }
}
