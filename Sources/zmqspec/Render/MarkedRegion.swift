import ArgumentParser
import SpecDrawing
import SpecModel

/// A region of a text file that shows chains of a protocol, in the comments of that file's language.
struct MarkedRegion {
  /// How a file takes lines that are not its own.
  private enum Surroundings {
    /// `<!-- zmqspec: … -->`: between fences; tables stand by themselves.
    case markdown
    /// `.. zmqspec: …`: as a literal block.
    case restructuredText
    /// `// zmqspec: …`: each line as a comment, behind this.
    case comment(String)
  }

  /// What may stand in a marker.
  struct Arguments: ParsableArguments {
    @Argument var file: String
    @Option var format: RenderFormat = .text
    @OptionGroup var drawing: DrawingArguments

    func validate() throws {
      if ![.text, .mermaid].contains(format) {
        throw ValidationError("a region holds text or mermaid, not \(format.rawValue)")
      }
      if let option = drawing.useless(for: format) {
        throw ValidationError("\(option) says nothing to --format \(format.rawValue)")
      }
    }
  }

  /// Where it begins.
  let line: Int
  private let path: String
  private let arguments: Arguments
  private let indent: String
  private let lineEnd: String
  private let surroundings: Surroundings

  /// What a line has behind `zmqspec:`, where it is a marker: `end`, or what is rendered.
  ///
  /// Only a comment that has nothing else in it is a marker, so a page may tell of them.
  static func marker(in line: Substring) -> String? {
    guard let range = line.firstRange(of: "zmqspec: ") else { return nil }
    var rest = line[range.upperBound...].drop { $0 == " " }
    for ending in ["-->", "*/"] where rest.trimmed.hasSuffix(ending) { rest = rest.trimmed.dropLast(ending.count) }
    let opener = line[..<range.lowerBound].trimmed
    guard !opener.isEmpty, !opener.contains(where: { $0.isLetter || $0.isNumber || $0 == "`" }) else { return nil }
    let words = rest.trimmed
    return words == "end" || words.hasPrefix("render ") ? String(words) : nil
  }

  /// A region that begins with a marker.
  ///
  /// - Throws: `WrongUsage` where the marker is no command.
  init(_ words: String, in line: Substring, at number: Int, of path: String) throws {
    self.line = number
    self.path = path
    indent = String(line.prefix { $0 == " " || $0 == "\t" })
    // Of a line that ends with CR and LF, the CR is a part.
    lineEnd = line.utf8.last == UInt8(ascii: "\r") ? "\r" : ""
    let opener = String((line.firstRange(of: "zmqspec: ").map { line[..<$0.lowerBound] } ?? "").trimmed)
    surroundings = opener == "<!--" ? .markdown : opener == ".." ? .restructuredText : .comment(opener)
    do {
      arguments = try Arguments.parse(words.split(separator: " ").dropFirst().map(String.init))
    } catch {
      throw WrongUsage("\(path):\(number): \(Arguments.message(for: error))")
    }
  }

  /// The protocol file, as it is found from where the command runs: the marker names it as seen from the marked file.
  func protocolPath(from path: String) -> String {
    arguments.file.hasPrefix("/") ? arguments.file : Path.joined(Path.folder(of: path), arguments.file)
  }

  /// What should stand between the markers.
  func lines(showing file: CompiledFile) throws -> [String] {
    try arguments.drawing.refuseUnknownChains([file])
    let options = arguments.drawing.options(isUnicode: false)
    var warnings = DrawingWarnings(areErrors: options.strictWidth)
    var blocks: [[String]] = []
    for chain in arguments.drawing.chains(of: file.spec) {
      if arguments.format == .mermaid {
        blocks.append(try mermaid(of: chain, in: file.spec))
        continue
      }
      let (diagram, doubts) = Drawing.diagram(of: chain, in: file.spec, options: options)
      warnings.tell(doubts, of: file)
      let frames = Drawing.frames(of: chain, in: file.spec, options: options)
      if options.frames == .table {
        blocks += [block(diagram), frames.isEmpty ? [] : plain(frames)]
      } else {
        blocks.append(block([diagram, frames].filter { !$0.isEmpty }.joined(separator: "\n\n")))
      }
    }
    try warnings.fail()
    let lines = blocks.filter { !$0.isEmpty }.joined(separator: [""])
    return padded(Array(lines)).map { ($0.isEmpty ? bare : indent + $0) + lineEnd }
  }

  /// A line with nothing in it.
  private var bare: String {
    if case .comment(let opener) = surroundings { indent + opener } else { "" }
  }

  /// reStructuredText takes a block for a part of a comment above it, unless a blank line stands between.
  private func padded(_ lines: [String]) -> [String] {
    if case .restructuredText = surroundings { [""] + lines + [""] } else { lines }
  }

  private func block(_ text: String, language: String = "text") -> [String] {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    switch surroundings {
    case .markdown:
      var fence = "```"
      while text.contains(fence) { fence += "`" }
      return [fence + (language == "text" ? "" : language)] + lines + [fence]
    case .restructuredText:
      return [".. code-block:: \(language)", ""] + lines.map { $0.isEmpty ? "" : "   " + $0 }
    case .comment(let opener): return lines.map { $0.isEmpty ? "" : "\(opener) \($0)" }
    }
  }

  /// Markdown that stands by itself where the file is Markdown.
  private func plain(_ text: String) -> [String] {
    guard case .markdown = surroundings else { return block(text) }
    return text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func mermaid(of chain: ChainSpec, in spec: ProtocolSpec) throws -> [String] {
    guard case .markdown = surroundings else {
      throw WrongUsage("\(path):\(line): mermaid is drawn in Markdown alone; leave out --format")
    }
    return block(String(Drawing.mermaid(of: chain, in: spec).dropLast()), language: "mermaid")
  }
}

extension Substring {
  /// Without blanks round it.
  fileprivate var trimmed: Substring {
    var rest = drop { $0 == " " || $0 == "\t" || $0 == "\r" }
    while let last = rest.last, last == " " || last == "\t" || last == "\r" { rest = rest.dropLast() }
    return rest
  }
}
