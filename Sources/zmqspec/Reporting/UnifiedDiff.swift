/// What differs between two texts, as `diff -u` shows it.
///
/// ```
/// --- ping.yaml
/// +++ ping.yaml
/// @@ -1,3 +1,3 @@
///  zmqspec: 1
/// -protocol:  ping
/// +protocol: ping
///  processes: {}
/// ```
enum UnifiedDiff {
  /// How many equal lines are shown round a change.
  private static let context = 3
  /// Texts that differ in more lines than this are shown as replaced: finding the least difference takes time, and
  /// memory, with its square.
  private static let limit = 4000

  /// A line of the difference.
  private struct Line {
    var mark: Character
    var text: Substring
    /// How many lines of the old and of the new text come before it.
    var old: Int
    var new: Int
  }

  /// The difference; empty for equal texts.
  static func text(from old: String, to new: String, name: String) -> String {
    let lines = difference(Self.lines(of: old), Self.lines(of: new))
    var text = "--- \(name)\n+++ \(name)\n"
    for hunk in hunks(lines) {
      let (first, part) = (lines[hunk.lowerBound], lines[hunk])
      let (oldCount, newCount) = (part.count { $0.mark != "+" }, part.count { $0.mark != "-" })
      text += "@@ -\(start(first.old, oldCount)) +\(start(first.new, newCount)) @@\n"
      for line in part {
        text.append(line.mark)
        text += line.text
        text += line.text.utf8.last == 0x0A ? "" : "\n\\ No newline at end of file\n"
      }
    }
    return hunks(lines).isEmpty ? "" : text
  }

  /// The lines of a text with their line feeds, so that a missing one at the end is a difference.
  private static func lines(of text: String) -> [Substring] {
    var lines: [Substring] = []
    var start = text.utf8.startIndex
    while start < text.utf8.endIndex {
      let end = text.utf8[start...].firstIndex(of: 0x0A).map { text.utf8.index(after: $0) } ?? text.utf8.endIndex
      lines.append(text[start..<end])
      start = end
    }
    return lines
  }

  private static func start(_ before: Int, _ count: Int) -> String {
    let first = count == 0 ? before : before + 1
    return count == 1 ? "\(first)" : "\(first),\(count)"
  }

  private static func difference(_ old: [Substring], _ new: [Substring]) -> [Line] {
    var head = 0
    while head < old.count, head < new.count, isSame(old[head], new[head]) { head += 1 }
    var tail = 0
    while tail < old.count - head, tail < new.count - head, isSame(old[old.count - 1 - tail], new[new.count - 1 - tail])
    {
      tail += 1
    }
    let (oldMiddle, newMiddle) = (Array(old[head..<old.count - tail]), Array(new[head..<new.count - tail]))
    var (removed, inserted): (Set<Int>, Set<Int>)
    if oldMiddle.count + newMiddle.count > limit {
      (removed, inserted) = (Set(oldMiddle.indices), Set(newMiddle.indices))
    } else {
      let changes = newMiddle.difference(from: oldMiddle, by: isSame)
      (removed, inserted) = ([], [])
      for change in changes {
        switch change {
        case .remove(let offset, _, _): removed.insert(offset)
        case .insert(let offset, _, _): inserted.insert(offset)
        }
      }
    }
    removed = Set(removed.map { $0 + head })
    inserted = Set(inserted.map { $0 + head })
    return merged(old, new, removed, inserted)
  }

  private static func merged(
    _ old: [Substring], _ new: [Substring], _ removed: Set<Int>, _ inserted: Set<Int>
  ) -> [Line] {
    var lines: [Line] = []
    var (o, n) = (0, 0)
    while o < old.count || n < new.count {
      if o < old.count, removed.contains(o) {
        lines.append(Line(mark: "-", text: old[o], old: o, new: n))
        o += 1
      } else if n < new.count, inserted.contains(n) {
        lines.append(Line(mark: "+", text: new[n], old: o, new: n))
        n += 1
      } else {
        lines.append(Line(mark: " ", text: o < old.count ? old[o] : new[n], old: o, new: n))
        (o, n) = (o + 1, n + 1)
      }
    }
    return lines
  }

  /// Byte by byte: texts that differ in their normalisation alone are different files.
  private static func isSame(_ a: Substring, _ b: Substring) -> Bool { a.utf8.elementsEqual(b.utf8) }

  /// The stretches that are shown: each change with the lines round it, neighbours together.
  private static func hunks(_ lines: [Line]) -> [Range<Int>] {
    var hunks: [Range<Int>] = []
    for index in lines.indices where lines[index].mark != " " {
      let range = max(0, index - context)..<min(lines.count, index + context + 1)
      if let last = hunks.last, last.upperBound >= range.lowerBound {
        hunks[hunks.count - 1] = last.lowerBound..<range.upperBound
      } else {
        hunks.append(range)
      }
    }
    return hunks
  }
}
