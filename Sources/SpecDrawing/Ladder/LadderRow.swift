/// A row of a ladder: what stands between which lifelines.
enum LadderRow: Hashable {
  /// One message; its spans touch each other.
  ///
  /// ```
  /// |---1 report--->|------->|------>|        three spans
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

  /// A line between two lifelines.
  struct Span: Hashable {
    /// The lifeline at its left end.
    var left: Int
    /// The lifeline at its right end.
    var right: Int
    /// Whether the message arrives at the left end, and not at the right.
    var pointsLeft: Bool
    /// What stands on it, behind the left end.
    var label: String?
  }

  /// The row of a message under this label.
  init(_ arrow: Arrow, label: String) {
    if arrow.receivers == [arrow.sender] {
      self = .loop(lifeline: arrow.sender, label: label)
      return
    }
    let toLeft = arrow.receivers.filter { $0 < arrow.sender } + [arrow.sender]
    let toRight = [arrow.sender] + arrow.receivers.filter { $0 > arrow.sender }
    var spans: [Span] = []
    for (left, right) in zip(toLeft, toLeft.dropFirst()) {
      spans.append(Span(left: left, right: right, pointsLeft: true))
    }
    let labelled = toRight.count > 1 ? spans.count : 0
    for (left, right) in zip(toRight, toRight.dropFirst()) {
      spans.append(Span(left: left, right: right, pointsLeft: false))
    }
    if spans.indices.contains(labelled) {
      spans[labelled].label = label
      self = .arrow(spans)
    } else {
      self = .lost(lifeline: arrow.sender, label: label)
    }
  }

  /// The labels, each with the lifeline behind which it stands.
  var labels: [(lifeline: Int, text: String, isOpen: Bool)] {
    switch self {
    case .arrow(let spans):
      spans.compactMap { span in span.label.map { (span.left, $0, false) } }
    case .loop(let lifeline, let label), .lost(let lifeline, let label): [(lifeline, label, true)]
    }
  }
}
