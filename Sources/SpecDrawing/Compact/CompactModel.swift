/// A scene whose sockets form a line, so that the compact form says all of it but the messages' names.
///
/// ```
/// stations   [REQ]        [ROUTER|DEALER]        [REP]
/// gaps             1, 4                   2, 3
/// ```
struct CompactModel {
  /// The places of the line.
  private(set) var stations: [CompactStation] = []
  /// What goes between each station and the next, in the order of time.
  private(set) var gaps: [[CompactArrow]] = []

  /// The scene as a line; nil where it is none.
  ///
  /// It is one when there are no groups and no pauses, nothing is lost, every message goes from a process to its neighbour in the order of declaration, all messages
  /// between two neighbours use one pair of sockets, and no two neighbours are silent. Processes that receive exactly
  /// the same messages with the same type of socket and the same subscriptions, and send nothing, count as one; not those
  /// of which there may be many, because `x 3` would be wrong.
  init?(_ scene: Scene) {
    guard !scene.hasTime else { return nil }
    let groups = CompactModel.groups(of: scene)
    guard groups.count > 1 else { return nil }
    var stationOf = Array(repeating: 0, count: scene.lifelines.count)
    for (index, group) in groups.enumerated() {
      for lifeline in group.flatMap({ scene.participants[$0].lifelines }) { stationOf[lifeline] = index }
    }
    gaps = Array(repeating: [], count: groups.count - 1)
    var pairs: [Set<[Int]>] = Array(repeating: [], count: gaps.count)
    for arrow in scene.arrows {
      guard let receiver = arrow.receivers.first else { return nil }
      let (from, to) = (stationOf[arrow.sender], stationOf[receiver])
      guard abs(from - to) == 1, arrow.receivers.count == groups[to].count else { return nil }
      let gap = min(from, to)
      gaps[gap].append(CompactArrow(number: arrow.number, pointsRight: from < to))
      pairs[gap].insert(from < to ? [arrow.sender, receiver] : [receiver, arrow.sender])
    }
    guard pairs.allSatisfy({ $0.count == 1 }) else { return nil }
    let ends = pairs.compactMap(\.first)
    for (index, group) in groups.enumerated() {
      let left = index > 0 ? ends[index - 1][1] : nil
      let right = index < ends.count ? ends[index][0] : nil
      stations.append(CompactModel.station(of: group, left: left, right: right, in: scene))
    }
  }

  /// The most messages that go one way between two neighbours: the rows that a reader must pair in mind.
  var rowsPerDirection: Int {
    gaps.map { gap in
      let right = gap.filter(\.pointsRight).count
      return max(right, gap.count - right)
    }.max() ?? 0
  }

  /// The participants, those that are alike together.
  private static func groups(of scene: Scene) -> [[Int]] {
    var groups: [[Int]] = []
    var last: [Int]?
    for (index, participant) in scene.participants.enumerated() {
      let received = received(by: participant, in: scene)
      if let received, received == last, let other = groups.last?.first,
        scene.areAlike(participant, scene.participants[other])
      {
        groups[groups.count - 1].append(index)
      } else {
        groups.append([index])
      }
      last = received
    }
    return groups
  }

  /// The places of the arrows that reach a participant; nil for one that sends or has several sockets.
  private static func received(by participant: Participant, in scene: Scene) -> [Int]? {
    guard participant.lifelines.count == 1, let lifeline = participant.lifelines.first else { return nil }
    var received: [Int] = []
    for (index, arrow) in scene.arrows.enumerated() {
      if arrow.sender == lifeline { return nil }
      if arrow.receivers.contains(lifeline) { received.append(index) }
    }
    return received
  }

  /// The station of some participants, whose sockets towards the left and the right are given.
  private static func station(of group: [Int], left: Int?, right: Int?, in scene: Scene) -> CompactStation {
    let facing = [left, right].compactMap { $0 }
    let types = facing.count == 2 && left == right ? Array(facing.prefix(1)) : facing
    let box = "[" + types.map { scene.lifelines[$0].type }.joined(separator: "|") + "]"
    return CompactStation(
      lifelines: group.flatMap { scene.participants[$0].lifelines },
      name: group.map { scene.participants[$0].name }.joined(separator: ", "),
      box: group.count > 1 ? "\(box) x \(group.count)" : box)
  }
}

extension Scene {
  /// Whether something happens that a line of sockets cannot show at all: groups, pauses, losses.
  var hasTime: Bool {
    events.contains { event in
      switch event {
      case .message(let arrow): arrow.isLost
      case .pause, .opening, .separator, .closing: true
      case .handOff, .work, .note: false
      }
    }
  }

  /// Whether messages are all that there is to show: no work, no remarks. The compact form leaves those out.
  var isMessagesAlone: Bool {
    events.allSatisfy { event in
      switch event {
      case .message(let arrow): arrow.remark == nil
      case .handOff(_, _, let work): work == nil
      case .work, .pause, .note, .opening, .separator, .closing: false
      }
    }
  }

  /// Whether there is one each of two participants, and their only sockets have one type and one set of subscriptions.
  fileprivate func areAlike(_ a: Participant, _ b: Participant) -> Bool {
    guard !a.isMany, !b.isMany else { return false }
    let (a, b) = (lifelines[a.lifelines.lowerBound], lifelines[b.lifelines.lowerBound])
    return a.type == b.type && a.subscription == b.subscription
  }
}
