/// A protocol file with one thing changed.
struct Mutant: Sendable {
  /// Its number, from which everything about it follows.
  let number: Int
  /// The protocol that it was made of, by its place in the corpus.
  let file: Int
  /// What was done to it.
  let mutation: Mutation
  /// What the file says now.
  let bytes: [UInt8]
  /// The lines that were changed, counted from 1; where whole lines are gone, those beside the gap.
  let lines: ClosedRange<Int>
  /// Those lines and what stands below them by its indentation, as it did before or as it does now.
  let block: ClosedRange<Int>
  /// The lines that head the declarations in which the change stands: `request:` for one of its arguments.
  let heads: Set<Int>
  /// The names that the change touches, and the keys of the lines that it changes.
  let names: Set<String>

  /// The mutant with a number: of a file of the corpus, and a mutation that finds a place in it.
  init(number: Int, of corpus: Corpus) {
    var random = SeededGenerator(seed: UInt64(number))
    while true {
      let file = Int.random(in: corpus.files.indices, using: &random)
      let text = corpus.files[file].text
      guard let mutation = random.pick(Mutation.allCases), let edit = mutation.edit(text, &random),
        edit.replacement != Array(text.bytes[edit.range])
      else { continue }
      self.init(number: number, file: file, text: text, mutation: mutation, edit: edit)
      return
    }
  }

  private init(number: Int, file: Int, text: ProtocolText, mutation: Mutation, edit: Edit) {
    let new = ProtocolText(
      text.bytes[..<edit.range.lowerBound] + edit.replacement + text.bytes[edit.range.upperBound...])
    self.number = number
    self.file = file
    self.mutation = mutation
    bytes = new.bytes

    let start = edit.range.lowerBound
    let first = text.line(at: start)
    let last = new.line(at: start + edit.replacement.count)
    let isWholeLine = text.lines.indices.contains(first) && text.lines[first].lowerBound == start
    let leavesGap =
      isWholeLine && edit.replacement.isEmpty && edit.range.contains { text.bytes[$0] == UInt8(ascii: "\n") }
    lines = (leavesGap ? max(first, 1) : first + 1)...(last + 1)

    let outer = [text.indentation(first), new.indentation(first)].compactMap { $0 }.min() ?? 0
    var end = last + 1
    while end < new.lines.count, new.indentation(end).map({ $0 > outer }) ?? true { end += 1 }
    block = lines.lowerBound...max(lines.upperBound, end)

    // Of a line that is gone, its own: the next one may belong to another declaration.
    let inner = [text.indentation(first), new.indentation(first)].compactMap { $0 }.max()
    var (heads, width) = (Set<Int>(), inner ?? outer)
    for line in stride(from: min(first, new.lines.count) - 1, through: 0, by: -1) {
      guard let head = new.indentation(line), head < width, head > 0 else { continue }
      heads.insert(line + 1)
      width = head
    }
    self.heads = heads

    let before = text.names(around: edit.range)
    let after = new.names(around: start..<start + edit.replacement.count)
    let keys = [first, first - 1].flatMap(text.keys) + [first, last].flatMap(new.keys)
    names = before.union(after).union(keys)
  }
}
