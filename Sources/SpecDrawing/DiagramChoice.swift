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
      guard let model else { return best(ladders()) }
      let first = model.rowsPerDirection <= 2 && scene.isMessagesAlone ? [{ compact(model) }] : []
      return best(first + ladders() + compacts())
    case .ladder: return best(ladders())
    case .compact: return compactOrLadder()
    case .both:
      let first = compactOrLadder()
      guard model != nil else { return first }
      let second = best(ladders())
      return (first.lines + [""] + second.lines, first.problems + second.problems)
    }
  }

  private func compactOrLadder() -> (lines: [String], problems: [String]) {
    if CompactModel(scene) != nil { return best(compacts()) }
    let ladder = best(ladders())
    return (
      ladder.lines,
      [
        "it has no compact form, because \(scene.hasTime ? "more than messages happens" : "its sockets do not form a line")"
      ] + ladder.problems
    )
  }

  /// The first drawing that fits, or the narrowest with a warning.
  private func best(_ drawings: [() -> [String]]) -> (lines: [String], problems: [String]) {
    var narrowest: (lines: [String], width: Int) = ([], .max)
    for drawing in drawings {
      let lines = drawing()
      let width = width(of: lines)
      if width <= options.width { return (lines, []) }
      if width < narrowest.width { narrowest = (lines, width) }
    }
    return (
      narrowest.lines, ["its diagram takes \(narrowest.width) columns, and \(options.width) are allowed"]
    )
  }

  private func width(of lines: [String]) -> Int { lines.map { TextWidth.columns(of: $0) }.max() ?? 0 }

  /// The ladder, from the widest to the narrowest.
  private func ladders() -> [() -> [String]] {
    [
      { ladder(scene, .normal, named: true) },
      { ladder(scene, .tight, named: true) },
      { ladder(scene, .tight, named: false) },
      { withKey { ladder($0, .tight, named: false) } },
    ]
  }

  /// The compact form, from the widest to the narrowest.
  private func compacts() -> [() -> [String]] {
    [
      { CompactModel(scene).map(compact) ?? [] },
      { withKey { CompactModel($0).map(compact) ?? [] } },
    ]
  }

  private func ladder(_ scene: Scene, _ spacing: LadderSpacing, named: Bool) -> [String] {
    let layout = LadderLayout(scene, spacing: spacing, named: named, isAiry: options.isAiry, width: options.width)
    return LadderPainter(layout: layout, glyphs: Glyphs.of(options.charset)).lines()
  }

  private func compact(_ model: CompactModel) -> [String] {
    CompactPainter(model: model, glyphs: Glyphs.of(options.charset)).lines()
  }

  /// A drawing with the processes under their initials, and below it the key.
  ///
  /// ```
  ///     PP1 = PingProc
  ///     PP2 = PongProc
  /// ```
  private func withKey(_ draw: (Scene) -> [String]) -> [String] {
    let (short, key) = scene.abbreviated()
    let margin = String(repeating: " ", count: Page.margin)
    return draw(short) + (key.isEmpty ? [] : [""] + key.map { margin + $0 })
  }
}
