import SpecModel

/// The drawing of a scene that fits the width, out of those that can be made.
///
/// The order is that of Docs/Diagrams.md, rule 9: shrink gaps; drop the messages' names, their numbers stay; shorten the
/// processes' names to initials, with a key; the compact form. Where nothing fits, the narrowest is drawn, whole.
struct DiagramChoice {
  /// What is drawn.
  let scene: Scene
  /// How.
  let options: DrawingOptions

  /// The diagram in the style of the options, and what is doubtful about it.
  func diagram() -> (lines: [String], problems: [String]) {
    let model = CompactModel(scene)
    switch options.style {
    case .auto:
      // What the compact form leaves out must not get lost because a diagram is wide.
      guard model != nil, scene.isMessagesAlone else { return best(ladders()) }
      return best((isCompact ? compacts().prefix(1) : []) + ladders() + compacts())
    case .ladder: return best(ladders())
    case .compact: return compactOrLadder()
    case .both:
      let first = compactOrLadder()
      guard model != nil else { return first }
      let second = best(ladders())
      return (first.lines + [""] + second.lines, first.problems + second.problems)
    }
  }

  /// Whether the compact form is what a style of `auto` takes first.
  var isCompact: Bool {
    scene.isMessagesAlone && (CompactModel(scene)?.rowsPerDirection ?? .max) <= 2
  }

  private func compactOrLadder() -> (lines: [String], problems: [String]) {
    if CompactModel(scene) != nil { return best(compacts()) }
    let reason = scene.hasTime ? "more than messages happens" : "its sockets do not form a line"
    let ladder = best(ladders())
    return (ladder.lines, ["it has no compact form, because \(reason)"] + ladder.problems)
  }

  /// A drawing that could be made.
  private struct Candidate {
    /// The columns it takes.
    var width: Int
    /// Makes it.
    var lines: () -> [String]
  }

  /// The first drawing that fits, or the narrowest with a warning; no other is painted.
  private func best(_ candidates: [() -> Candidate]) -> (lines: [String], problems: [String]) {
    var narrowest: Candidate?
    for candidate in candidates.lazy.map({ $0() }) {
      if candidate.width <= options.width { return (candidate.lines(), []) }
      if candidate.width < narrowest?.width ?? .max { narrowest = candidate }
    }
    guard let narrowest else { return ([], []) }
    return (
      narrowest.lines(), ["its diagram takes \(narrowest.width) columns, and \(options.width) are allowed"]
    )
  }

  /// The ladder, from the widest to the narrowest.
  private func ladders() -> [() -> Candidate] {
    [
      { ladder(scene, .normal, named: true) },
      { ladder(scene, .tight, named: true) },
      { ladder(scene, .tight, named: false) },
      { withKey { ladder($0, .tight, named: false) } },
    ]
  }

  /// The compact form, from the widest to the narrowest.
  private func compacts() -> [() -> Candidate] { [{ compact(scene) }, { withKey(compact) }] }

  private func ladder(_ scene: Scene, _ spacing: LadderSpacing, named: Bool) -> Candidate {
    let layout = LadderLayout(
      scene, spacing: spacing, named: named, isAiry: options.isAiry, isTight: options.isTight, width: options.width)
    return Candidate(width: layout.width) {
      LadderPainter(layout: layout, glyphs: Glyphs.of(options.charset)).lines()
    }
  }

  /// The compact form of a scene that has one.
  private func compact(_ scene: Scene) -> Candidate {
    guard let model = CompactModel(scene) else { return Candidate(width: .max) { [] } }
    let lines = CompactPainter(model: model, glyphs: Glyphs.of(options.charset)).lines()
    return Candidate(width: width(of: lines)) { lines }
  }

  private func width(of lines: [String]) -> Int { lines.map { TextWidth.columns(of: $0) }.max() ?? 0 }

  /// A drawing with the processes under their initials, and below it the key.
  ///
  /// ```
  ///     PP1 = PingProc
  ///     PP2 = PongProc
  /// ```
  private func withKey(_ draw: (Scene) -> Candidate) -> Candidate {
    let (short, key) = scene.abbreviated()
    let margin = String(repeating: " ", count: Page.margin)
    let lines = key.isEmpty ? [] : [""] + key.map { margin + $0 }
    let drawing = draw(short)
    return Candidate(width: max(drawing.width, width(of: lines))) { drawing.lines() + lines }
  }
}
