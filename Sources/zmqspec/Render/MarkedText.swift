/// A text file, cut at the markers of its regions.
///
/// ```
/// // zmqspec: render ping-pong.yaml --chain stopping
/// //     PingProc      PongProc
/// //      [REQ] ---1--> [REP]
/// // zmqspec: end
/// ```
struct MarkedText {
  /// The regions, from top to bottom.
  private(set) var regions: [MarkedRegion] = []
  private var parts: [Part] = []

  /// What the file is made of.
  private enum Part {
    /// Lines that stay as they are, markers among them.
    case kept([Substring])
    /// What stands between the markers of a region.
    case region(Int)
  }

  /// Finds the regions of a file.
  ///
  /// - Throws: `WrongUsage` for a marker that is wrong, or that another one must follow.
  init(_ text: String, path: String) throws {
    var kept: [Substring] = []
    var open: MarkedRegion?
    var fence: Substring?
    // By bytes, because CR and LF are one character.
    let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { Substring($0) }
    for (index, line) in lines.enumerated() {
      let place = "\(path):\(index + 1)"
      if open == nil, path.hasSuffix(".md") { MarkedText.step(over: line, &fence) }
      let marker = fence == nil ? MarkedRegion.marker(in: line) : nil
      switch (marker, open) {
      case (nil, nil): kept.append(line)
      case (nil, _?): continue
      case ("end"?, let region?):
        parts += [.kept(kept), .region(regions.count)]
        regions.append(region)
        kept = [line]
        open = nil
      case ("end"?, nil):
        throw WrongUsage("\(place): the region that ends here does not begin: write `zmqspec: render FILE` above it")
      case (_?, let region?):
        throw WrongUsage(
          "\(place): a region begins within that of line \(region.line): write `zmqspec: end` behind that one")
      case (let words?, nil):
        open = try MarkedRegion(words, in: line, at: index + 1, of: path)
        kept.append(line)
      }
    }
    if let open {
      throw WrongUsage("\(path):\(open.line): the region has no end: write `zmqspec: end` behind it, as a comment")
    }
    parts.append(.kept(kept))
  }

  /// In Markdown, what stands between fences shows markers and has none.
  private static func step(over line: Substring, _ fence: inout Substring?) {
    let rest = line.drop { $0 == " " }
    for sign in ["`", "~"] as [Character] {
      let run = rest.prefix { $0 == sign }
      if run.count < 3 { continue }
      if let open = fence {
        if run.hasPrefix(open) { fence = nil }
      } else {
        fence = run
      }
      return
    }
  }

  /// The file with the lines of each region as they should be.
  func filled(_ lines: (MarkedRegion) throws -> [String]) throws -> String {
    var all: [String] = []
    for part in parts {
      switch part {
      case .kept(let lines): all += lines.map(String.init)
      case .region(let index): all += try lines(regions[index])
      }
    }
    return all.joined(separator: "\n")
  }
}
