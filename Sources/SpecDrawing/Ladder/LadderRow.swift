/// A row of a ladder, or two: what stands between which lifelines.
enum LadderRow: Hashable {
  /// One message, or a hand-off; its spans touch each other.
  ///
  /// ```
  /// |---1 report--->|------->|------>|        three spans
  /// |       |.......>|                        one of dots
  /// ```
  case arrow([Span])

  /// A message to the socket that it leaves.
  ///
  /// ```
  /// |---1 hello--.
  /// |<-----------'
  /// ```
  case loop(lifeline: Int, label: String)

  /// A message that reaches no socket at all.
  ///
  /// ```
  /// |---1 hello--x
  /// ```
  case lost(lifeline: Int, label: String)

  /// Work inside a process.
  ///
  /// ```
  /// |--.
  /// |  | rasterise()
  /// |<-'
  /// ```
  case work(lifeline: Int, text: String)

  /// Nothing but lifelines, with a text at the right; with colons where time passes.
  ///
  /// ```
  /// |                |
  /// :                :  2.5 s
  /// ```
  case plain(isPause: Bool)

  /// A line of the frame at this place of `LadderLayout.frames`.
  case frame(Int, FrameLine)

  /// The lines that a frame has across all lifelines.
  enum FrameLine: Hashable {
    /// `+--- [alt: a worker is ready] ---+`
    case opening(String)
    /// `+- - [else: unknown service] - - +`
    case separator(String)
    /// `+---------------------------------+`
    case closing
  }

  /// A line between two lifelines.
  struct Span: Hashable {
    /// The lifeline at its left end.
    var left: Int
    /// The lifeline at its right end.
    var right: Int
    /// Whether the message arrives at the left end, and not at the right.
    var pointsLeft: Bool
    /// Whether it is a hand-off inside a process.
    var isHandOff = false
    /// Whether it ends in an `x` that does not touch: `|---6 request--x |`.
    var isLost = false
    /// What stands on it, behind the left end.
    var label: String?

    /// How many columns behind the left end the label begins.
    var offset: Int { isHandOff ? (pointsLeft ? 3 : 2) : 4 }
  }

  /// The row of a message under this label.
  init(_ arrow: Arrow, label: String) {
    let others = arrow.receivers.filter { $0 != arrow.sender }
    if others.isEmpty {
      self =
        arrow.receivers.isEmpty || arrow.isLost
        ? .lost(lifeline: arrow.sender, label: label) : .loop(lifeline: arrow.sender, label: label)
      return
    }
    var toLeft = others.filter { $0 < arrow.sender } + [arrow.sender]
    var toRight = [arrow.sender] + others.filter { $0 > arrow.sender }
    if arrow.isLost {
      // It passes whoever does not get it, up to the last of them.
      if toLeft.count > 1 { toLeft = [toLeft[0], arrow.sender] }
      if let last = toRight.last, toRight.count > 1 { toRight = [arrow.sender, last] }
    }
    var spans: [Span] = []
    for (left, right) in zip(toLeft, toLeft.dropFirst()) {
      spans.append(Span(left: left, right: right, pointsLeft: true, isLost: arrow.isLost))
    }
    let labelled = toRight.count > 1 ? spans.count : 0
    for (left, right) in zip(toRight, toRight.dropFirst()) {
      spans.append(Span(left: left, right: right, pointsLeft: false, isLost: arrow.isLost))
    }
    spans[labelled].label = label
    self = .arrow(spans)
  }

  /// The labels behind lifelines.
  var labels: [LadderLabel] {
    switch self {
    case .arrow(let spans):
      spans.compactMap { span in
        span.label.map {
          LadderLabel(
            lifeline: span.left, text: $0, offset: span.offset,
            kind: span.isHandOff ? .handOff : span.isLost ? .open : .arrow)
        }
      }
    case .loop(let lifeline, let label), .lost(let lifeline, let label):
      [LadderLabel(lifeline: lifeline, text: label, offset: 4, kind: .open)]
    case .work(let lifeline, let text): [LadderLabel(lifeline: lifeline, text: text, offset: 5, kind: .work)]
    case .plain, .frame: []
    }
  }
}
