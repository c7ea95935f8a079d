import SpecModel

/// A scene with columns: where names, boxes and lifelines stand, and what each row shows.
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
  /// One for each event.
  let rows: [LadderRow]
  /// The column of each lifeline.
  private(set) var lifelines: [Int] = []
  /// The first column of each participant's name.
  private(set) var names: [Int] = []
  /// The first column of each lifeline's box.
  var boxes: [Int] { zip(scene.lifelines, lifelines).map { $1 - $0.box.count / 2 } }

  /// Lays a scene out.
  ///
  /// - Parameters:
  ///   - scene: What is shown.
  ///   - spacing: How far things stand apart.
  ///   - named: Whether labels carry the message's name beside its number.
  init(_ scene: Scene, spacing: LadderSpacing, named: Bool) {
    self.scene = scene
    rows = scene.arrows.map { LadderRow($0, label: named ? "\($0.number) \($0.name)" : $0.number) }
    let distances = LadderLayout.distances(of: rows, lifelines: scene.lifelines.count, spacing: spacing)
    var nameEnd = 0
    var boxEnd = 0
    for (index, participant) in scene.participants.enumerated() {
      let offsets = offsets(of: participant, distances: distances, spacing: spacing)
      guard let last = offsets.last else { continue }
      let name = last / 2 - TextWidth.columns(of: participant.name) / 2
      let firstBox = scene.lifelines[participant.lifelines.lowerBound].box.count
      var column = Page.margin - min(name, -(firstBox / 2))
      if index > 0, let previous = lifelines.last {
        column = max(
          column, nameEnd + spacing.names - name, boxEnd + spacing.boxes + firstBox / 2,
          previous + distances[participant.lifelines.lowerBound - 1])
      }
      lifelines += offsets.map { column + $0 }
      names.append(column + name)
      nameEnd = column + name + TextWidth.columns(of: participant.name)
      let lastBox = scene.lifelines[participant.lifelines.upperBound - 1].box.count
      boxEnd = column + last - lastBox / 2 + lastBox
    }
  }

  /// How far each lifeline must stand from the next for the labels that begin at it.
  private static func distances(of rows: [LadderRow], lifelines: Int, spacing: LadderSpacing) -> [Int] {
    var distances = Array(repeating: 0, count: lifelines)
    for label in rows.flatMap(\.labels) {
      let width = TextWidth.columns(of: label.text) + (label.isOpen ? spacing.openLabel : spacing.label)
      distances[label.lifeline] = max(distances[label.lifeline], width)
    }
    return distances
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
}
