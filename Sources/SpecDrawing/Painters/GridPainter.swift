import SpecModel

/// Paints the grid of a ladder as JSON: an object for each thing in it, with the column and the row where the text has
/// it.
///
/// ```
/// {
///   "chain": "rendering", "heading": "Rendering", "columns": 53, "rows": 12,
///   "processes": [{"name":"Client","column":4,"sockets":[0]}, …],
///   "sockets": [{"process":"Client","socket":"broker","type":"REQ","column":7}, …],
///   "events": [{"row":2,"kind":"message","number":"1a","name":"render","from":0,"to":[1],"lost":false}, …],
///   "groups": [{"title":"alt: a worker is ready","depth":0,"left":2,"right":58,"top":3,"bottom":15}, …]
/// }
/// ```
///
/// Rows count from 0, which is that of the names. Whoever draws it needs no other rule of the language.
struct GridPainter {
  /// Where everything stands.
  let layout: LadderLayout
  /// The chain.
  let chain: ChainSpec
  /// Its protocol.
  let spec: ProtocolSpec

  /// The grid, without a line end behind it.
  func text() -> String {
    let scene = layout.scene
    let processes = zip(scene.participants, layout.names).map { participant, column in
      object([
        ("name", string(participant.name)), ("column", "\(column)"),
        ("sockets", JSONText.array(participant.lifelines.map { "\($0)" })),
      ])
    }
    let sockets = zip(scene.lifelines, layout.lifelines).map { lifeline, column in
      object([
        ("process", string(spec[lifeline.socket.process].name.text)),
        ("socket", string(spec[lifeline.socket].name.text)),
        ("type", string(lifeline.type)), ("column", "\(column)"),
      ])
    }
    let (events, groups, rows) = placed()
    return """
      {
        "chain": \(string(chain.name.text)), "heading": \(string(chain.heading)), "columns": \(layout.width), "rows": \(rows),
        "processes": \(list(processes)),
        "sockets": \(list(sockets)),
        "events": \(list(events)),
        "groups": \(list(groups))
      }
      """
  }

  private func placed() -> (events: [String], groups: [String], rows: Int) {
    var arrows = layout.scene.arrows[...]
    var groups: [Int: (title: String, branches: [String], top: Int, bottom: Int)] = [:]
    var events: [String] = []
    var row = 2
    for line in layout.lines {
      switch line.row {
      case .arrow(let spans) where spans.first?.isHandOff == true: events += spans.map { handOff($0, row: row) }
      case .arrow, .loop, .lost:
        if let arrow = arrows.popFirst() { events.append(message(arrow, row: row)) }
      case .work(let lifeline, let text):
        events.append(event(row, "work", [("socket", "\(lifeline)"), ("text", string(text))]))
      case .plain(let isPause):
        if !line.remark.isEmpty || isPause {
          events.append(event(row, isPause ? "pause" : "note", [("text", string(line.remark))]))
        }
      case .frame(let index, .opening(let title)): groups[index] = (unbracketed(title), [], row, row)
      case .frame(let index, .separator(let title)):
        groups[index]?.branches.append(object([("title", string(unbracketed(title))), ("row", "\(row)")]))
      case .frame(let index, .closing): groups[index]?.bottom = row
      }
      row += line.row.rows
    }
    let frames = layout.frames.enumerated().compactMap { index, frame -> String? in
      guard let group = groups[index] else { return nil }
      return object([
        ("title", string(group.title)), ("depth", "\(frame.depth)"), ("left", "\(frame.left)"),
        ("right", "\(frame.right)"), ("top", "\(group.top)"), ("bottom", "\(group.bottom)"),
        ("branches", JSONText.array(group.branches)),
      ])
    }
    return (events, frames, row)
  }

  private func message(_ arrow: Arrow, row: Int) -> String {
    event(
      row, "message",
      [
        ("number", string(arrow.number)), ("name", string(arrow.name)), ("from", "\(arrow.sender)"),
        ("to", JSONText.array(arrow.receivers.map { "\($0)" })), ("lost", "\(arrow.isLost)"),
      ] + (arrow.remark.map { [("remark", string($0))] } ?? []))
  }

  private func handOff(_ span: LadderRow.Span, row: Int) -> String {
    let (from, to) = span.pointsLeft ? (span.right, span.left) : (span.left, span.right)
    return event(
      row, "hand-off", [("from", "\(from)"), ("to", "\(to)")] + (span.label.map { [("text", string($0))] } ?? []))
  }

  private func event(_ row: Int, _ kind: String, _ members: [(String, String)]) -> String {
    object([("row", "\(row)"), ("kind", string(kind))] + members)
  }

  /// `[alt: a worker is ready]` without its brackets.
  private func unbracketed(_ title: String) -> String { String(title.dropFirst().dropLast()) }

  private func string(_ text: String) -> String { JSONText.string(text) }

  private func object(_ members: [(String, String)]) -> String {
    JSONText.object(members.map { JSONText.member($0.0, $0.1) })
  }

  /// An object a line.
  private func list(_ elements: [String]) -> String {
    elements.isEmpty ? "[]" : "[\n    " + elements.joined(separator: ",\n    ") + "\n  ]"
  }
}

extension LadderRow {
  /// The rows of text that it takes.
  fileprivate var rows: Int {
    switch self {
    case .loop: 2
    case .work: 3
    case .arrow, .lost, .plain, .frame: 1
    }
  }
}
