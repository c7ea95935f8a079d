import SpecModel

/// A scene with columns: where names, boxes, lifelines and frames stand, and what each row shows.
///
/// ```
///     Client               Broker                Worker      names, centred over their lifelines
///      [REQ]          [ROUTER] [DEALER]           [REP]      boxes, centred on theirs
///        |                |        |                |        lifelines
/// ```
///
/// A lifeline stands at the start of its box and half the box's width, rounded down. Two lifelines stand as far apart
/// as the longest label that begins at the left one, and 8, and further where names or boxes need it. A label begins
/// at the left end of its line, so no label ever stands over a lifeline that its line passes.
struct LadderLayout {
  /// What is laid out.
  let scene: Scene
  /// One for each event, or more.
  private(set) var lines: [LadderLine] = []
  /// The frames of all groups, in the order in which they begin.
  private(set) var frames: [LadderFrame]
  /// The column of each lifeline.
  private(set) var lifelines: [Int] = []
  /// The first column of each participant's name.
  private(set) var names: [Int] = []
  /// The first column of each lifeline's box.
  var boxes: [Int] { zip(scene.lifelines, lifelines).map { $1 - $0.box.count / 2 } }
  /// The last column that the header takes.
  private var headerEnd = 0

  /// Lays a scene out.
  ///
  /// - Parameters:
  ///   - scene: What is shown.
  ///   - spacing: How far things stand apart.
  ///   - named: Whether labels carry the message's name beside its number.
  ///   - isAiry: Whether a row without anything parts what happens.
  ///   - isTight: Whether frames go round the lifelines that their messages touch alone.
  ///   - width: The columns that notes keep to, as long as that leaves them enough.
  init(
    _ scene: Scene, spacing: LadderSpacing, named: Bool, isAiry: Bool = false, isTight: Bool = false, width: Int = 80
  ) {
    self.scene = scene
    let rows = LadderRows(scene, named: named, isAiry: isAiry, isTight: isTight)
    frames = rows.frames
    placeLifelines(rows, spacing: spacing)
    for line in rows.lines { lines += wrapped(line, width: width) }
    closeFrames()
  }

  // MARK: Lifelines

  private mutating func placeLifelines(_ rows: LadderRows, spacing: LadderSpacing) {
    var distances = LadderLayout.distances(of: rows.lines, lifelines: scene.lifelines.count, spacing: spacing)
    makeRoomForFrames(&distances)
    var nameEnd = 0
    var boxEnd = 0
    for (index, participant) in scene.participants.enumerated() {
      let offsets = offsets(of: participant, distances: distances, spacing: spacing)
      guard let last = offsets.last else { continue }
      let name = last / 2 - TextWidth.columns(of: participant.name) / 2
      let firstBox = scene.lifelines[participant.lifelines.lowerBound].box.count
      var column = Page.margin + rows.indent - min(name, -(firstBox / 2))
      if index > 0, let previous = lifelines.last {
        column = max(
          nameEnd + spacing.names - name, boxEnd + spacing.boxes + firstBox / 2,
          previous + distances[participant.lifelines.lowerBound - 1])
      } else {
        for frame in frames where frame.cover?.lowerBound ?? 0 == 0 {
          column = max(column, frame.cover == nil ? frame.left + 3 : 2 + frame.distance)
        }
      }
      lifelines += offsets.map { column + $0 }
      names.append(column + name)
      nameEnd = column + name + TextWidth.columns(of: participant.name)
      let lastBox = scene.lifelines[participant.lifelines.upperBound - 1].box.count
      boxEnd = column + last - lastBox / 2 + lastBox
    }
    headerEnd = max(nameEnd, boxEnd) - 1
  }

  /// How far each lifeline must stand from the next for the labels that begin at it.
  private static func distances(of lines: [LadderLine], lifelines: Int, spacing: LadderSpacing) -> [Int] {
    var distances = Array(repeating: 0, count: lifelines)
    for label in lines.lazy.flatMap(\.row.labels) {
      distances[label.lifeline] = max(distances[label.lifeline], label.distance(spacing))
    }
    return distances
  }

  /// Between two lifelines, where the edge of a frame stands, a blank on both its sides.
  private func makeRoomForFrames(_ distances: inout [Int]) {
    for frame in frames {
      guard let cover = frame.cover else { continue }
      for gap in [cover.lowerBound - 1, cover.upperBound] where distances.indices.dropLast().contains(gap) {
        distances[gap] = max(distances[gap], frame.distance + 2)
      }
    }
  }

  /// The columns of a participant's lifelines, counted from its first.
  private func offsets(of participant: Participant, distances: [Int], spacing: LadderSpacing) -> [Int] {
    var offsets: [Int] = []
    for lifeline in participant.lifelines {
      guard let last = offsets.last else {
        offsets.append(0)
        continue
      }
      let left = scene.lifelines[lifeline - 1].box.count
      let boxes = left - left / 2 + spacing.socketBoxes + scene.lifelines[lifeline].box.count / 2
      offsets.append(last + max(boxes, distances[lifeline - 1]))
    }
    return offsets
  }

  // MARK: Remarks

  /// The column of what stands at the right of a row.
  func remarkColumn(of row: LadderRow) -> Int { max((lifelines.last ?? 0) + 3, end(of: row) + 2) }

  /// The column behind what a row has behind its last lifeline, or 0.
  private func end(of row: LadderRow) -> Int {
    switch row {
    case .loop, .lost, .work: row.labels.map { lifelines[$0.lifeline] + $0.reach }.max() ?? 0
    case .arrow, .plain, .frame: 0
    }
  }

  /// A line, or for a note as many as it takes.
  private func wrapped(_ line: LadderLine, width: Int) -> [LadderLine] {
    guard line.row == .plain(isPause: false), !line.remark.isEmpty else { return [line] }
    let room = width - remarkColumn(of: line.row) - 2 * line.depth
    return Wrapping.lines(of: line.remark, columns: min(40, max(24, room))).map {
      LadderLine(row: line.row, remark: $0, depth: line.depth)
    }
  }

  // MARK: Frames

  /// Puts the right edge of each frame where header, titles, texts and inner frames leave off.
  private mutating func closeFrames() {
    for index in frames.indices {
      if let cover = frames[index].cover {
        frames[index].left = lifelines[cover.lowerBound] - frames[index].distance
        frames[index].right = lifelines[cover.upperBound] + frames[index].distance
      } else {
        frames[index].right = headerEnd + 5
      }
    }
    var open: [Int] = []
    // What stands at the right of all lifelines is in a frame that reaches so far.
    var texts = Array(repeating: 0, count: frames.count)
    for line in lines {
      switch line.row {
      case .frame(let frame, .opening(let title)):
        open.append(frame)
        widen(frame, title: title)
      case .frame(let frame, .separator(let title)): widen(frame, title: title)
      case .frame(let frame, .closing):
        open.removeLast()
        settle(frame, text: texts[frame])
        guard let outer = open.last else { continue }
        frames[outer].right = max(frames[outer].right, frames[frame].right + 2)
        texts[outer] = max(texts[outer], texts[frame] == 0 ? 0 : texts[frame] + 2)
      case .arrow, .loop, .lost, .work, .plain:
        guard let innermost = open.last else { continue }
        let text = line.remark.isEmpty ? 0 : remarkColumn(of: line.row) + TextWidth.columns(of: line.remark)
        texts[innermost] = max(texts[innermost], text)
        // A line that ends behind the last lifeline keeps a blank from the edge; a text need not (drawing 5).
        frames[innermost].right = max(frames[innermost].right, end(of: line.row) + 1)
      }
    }
  }

  private mutating func widen(_ frame: Int, title: String) {
    let end = frames[frame].title + TextWidth.columns(of: title) - 1
    frames[frame].right = max(frames[frame].right, end + frames[frame].behindTitle)
  }

  /// Moves the right edge of a frame behind the lifelines that it would touch, and behind texts at the right where it
  /// goes round the last of them.
  private mutating func settle(_ frame: Int, text: Int) {
    if let cover = frames[frame].cover {
      for column in lifelines[cover.upperBound...].dropFirst()
      where (column - 1..<column + 3).contains(frames[frame].right) {
        frames[frame].right = column + 3
      }
    }
    if frames[frame].right > lifelines.last ?? 0 { frames[frame].right = max(frames[frame].right, text) }
  }

  /// The columns that the drawing takes.
  var width: Int {
    let texts = lines.map { line in
      line.remark.isEmpty
        ? end(of: line.row) : remarkColumn(of: line.row) + TextWidth.columns(of: line.remark)
    }
    return max(headerEnd + 1, (frames.map(\.right).max() ?? -1) + 1, texts.max() ?? 0)
  }
}
