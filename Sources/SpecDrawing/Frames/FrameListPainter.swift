import SpecModel

/// Paints a frame list as text: the article's, extended just enough.
///
/// ```
///     1 IN : ['', 'ping, count']              PingProc DEALER  delimiter: true
///     1 OUT: [ping_uuid, '', 'ping, count']   PongProc ROUTER  + ping_uuid
/// ```
///
/// Where things stand, by the drawings of Docs/Diagrams.md:
///
/// * A blank line parts two messages, as in the article; it is left out where sockets are named and no message has
///   more than its IN and its OUT, since the names then say what belongs together (drawing 2).
/// * The right-hand column begins 40 columns behind the margin or, where that would leave less than 3 blanks behind
///   the longest line, 9 further, and so on: adding a message seldom moves it (drawings 1 to 4).
/// * Names of processes and types of sockets are columns of their own, a type taking at least 4 (drawing 4); 2 blanks
///   further follows what the socket did.
struct FrameListPainter {
  /// What is painted.
  let list: FrameList

  /// The lines of the list.
  func lines() -> [String] {
    let lines = list.blocks.flatMap(\.lines)
    let isParted = !list.namesSockets || list.blocks.contains { $0.lines.count > 2 }
    let longest = lines.map { TextWidth.columns(of: $0.text) }.max() ?? 0
    var side = 40
    while side < longest + 3 { side += 9 }
    let process = lines.compactMap { $0.socket.map { TextWidth.columns(of: $0.process) } }.max() ?? 0
    let type = max(4, lines.compactMap { $0.socket?.type.count }.max() ?? 0)
    var painted: [String] = []
    for (index, block) in list.blocks.enumerated() {
      if index > 0, isParted { painted.append("") }
      for line in block.lines {
        var row = TextRow()
        row.put(line.text, at: Page.margin)
        var note = Page.margin + side
        if let socket = line.socket {
          row.put(socket.process, at: note)
          row.put(socket.type, at: note + process + 1)
          // `SUB "report."`: the prefixes belong to the socket.
          row.put(socket.prefixes, at: note + process + 1 + socket.type.count + 1)
          note += process + 1 + type + 2
        }
        row.put(line.note, at: note)
        painted.append(row.text)
      }
    }
    return painted
  }
}
