import ArgumentParser
import SpecModel

/// Text files with regions that `zmqspec render --into` keeps current.
///
/// Each protocol file is compiled once, however many regions show it.
struct MarkedFiles {
  /// The files.
  let paths: [String]
  /// Tells what is wrong with protocol files.
  let reporter: Reporter

  /// The files with their regions as they should be.
  func outputs() throws -> [Output] {
    let files = try paths.map { path in
      let text = String(decoding: try FileSystem.read(path), as: UTF8.self)
      let file = try MarkedText(text, path: Path.plain(path))
      if file.regions.isEmpty {
        throw WrongUsage(
          "\(path) has no region to keep current; write, as a comment, `zmqspec: render FILE` and below it "
            + "`zmqspec: end`")
      }
      return (path: Path.plain(path), text: file)
    }
    let protocols = files.flatMap { file in file.text.regions.map { $0.protocolPath(from: file.path) } }
    var seen: Set<String> = []
    let compiled = try reporter.compile(protocols.filter { seen.insert($0).inserted }, verb: "rendering")
    let byPath = Dictionary(compiled.map { ($0.input.argument, $0) }, uniquingKeysWith: { first, _ in first })
    return try files.map { file in
      let text = try file.text.filled { region in
        guard let file = byPath[region.protocolPath(from: file.path)] else { return [] }
        return try region.lines(showing: file)
      }
      return Output(
        path: file.path, text: text, source: Input(argument: protocols.first ?? ""),
        command: "zmqspec render --into \(Path.quoted(file.path))")
    }
  }
}
