import ZMQWire

/// The peers of a ROUTER that have spoken, when, and whether they are still there.
///
/// Of other sockets, whose peers ZeroMQ does not tell apart, one entry without a routing id stands for all of them.
///
/// Each message looks its sender up here, so that costs no allocation: a short id is two words. Two lists
/// run through the entries, each with whoever was heard last at its end: peers that talk, and peers that have fallen
/// silent. So the silent are found, and the oldest forgotten, without a look at all the others.
///
/// A transport tells which connections have begun and ended, and of a message, where it is asked, on which it has come.
/// Every peer is asked about once, and once more after others have connected: it may have connected anew.
final class PeerTable {
  /// A peer that has spoken.
  struct Entry {
    let routingID: RoutingID
    /// The routing id's bytes.
    var id: [UInt8] { routingID.bytes }
    let firstSeen: Moment
    fileprivate(set) var lastSeen: Moment
    /// Whether its connection has ended, or a message could not be sent to it, and it has not been heard since.
    fileprivate(set) var isLost = false
    /// Whether somebody has been told that it is silent, or nobody would be.
    fileprivate(set) var isSilent = false
    /// How often it was heard again after it was lost or silent, or on another connection.
    fileprivate(set) var returns = 0

    /// The connection on which it was heard, as far as it is known to stand.
    fileprivate var connection: Int?
    /// The table's epoch when it was asked on which connection it was heard; 0: it is to be asked.
    fileprivate var epoch = 0
    /// The round of connections on one of which it may have been heard since; 0: it has not been.
    fileprivate var doubt = 0

    fileprivate var hash: UInt64 = 0
    // Places of other entries: in the list, and in the same bucket; 0 and 1 are the lists' own.
    fileprivate var before = 0, after = 0, chained = 0
  }

  /// With more peers than this, the one that has been away for the longest time is forgotten: a peer can make up any
  /// number of ids.
  static let capacity = 100_000
  // Computed, since a stored one is looked up at each use.
  private static var talking: Int { 0 }
  private static var silent: Int { 1 }

  @exclusivity(unchecked) private var entries: [Entry]
  @exclusivity(unchecked) private var buckets = [Int](repeating: 0, count: 16)
  private var free: [Int] = []
  // Peers choose their ids, and must not be able to choose the same bucket for all of them.
  private let seed = UInt64.random(in: .min ... .max) | 1
  private let memory: Duration
  /// Whether somebody will be told of the silence of whoever is lost, when its time has passed.
  var isWatched: Bool
  /// Which entry was heard on a connection.
  private var connections: [Int: Int] = [:]
  /// Connections of which was learned at one look.
  private struct Round {
    /// Those on which nobody has been heard yet.
    var unheard: Set<Int> = []
    /// Places of peers whose connection has ended, and who may have been heard on one of these.
    var doubted: [Int] = []
  }
  /// Rounds in which something is open, by the epoch that they began.
  private var rounds: [Int: Round] = [:]
  /// In which round an unheard connection began.
  private var unheard: [Int: Int] = [:]
  /// Rounds that may have come to an end.
  private var touched: Set<Int> = []
  /// How often others have connected: who was asked before that is asked again.
  @exclusivity(unchecked) private var epoch = 1

  /// - Parameter memory: Who has said nothing for so long is forgotten.
  init(memory: Duration, isWatched: Bool = false) {
    self.memory = memory
    self.isWatched = isWatched
    let now = Moment(.now)
    entries = (0...1).map { list in
      var entry = Entry(routingID: RoutingID(received: []), firstSeen: now, lastSeen: now)
      (entry.before, entry.after) = (list, list)
      return entry
    }
  }

  /// How many are known.
  var count: Int { entries.count - 2 - free.count }

  /// Those that are there, as far as anybody can tell.
  var present: [Entry] { list(Self.talking).filter { !$0.isLost } }

  /// All that are known, those that were heard last behind the others.
  var all: [Entry] { list(Self.silent) + list(Self.talking) }

  /// When the peer was heard that has been quiet for the longest time and of whom nobody has been told.
  var oldest: Moment? {
    let first = entries[Self.talking].after
    return first == Self.talking ? nil : entries[first].lastSeen
  }

  /// Notes that whoever has spoken last, and often speaks next, has spoken again.
  ///
  /// - Returns: false, and nothing is noted, where it may have been somebody else: call `hear` then.
  @inline(__always)
  func hearAgain(_ id: RoutingID.Words, at time: Moment) -> Bool {
    let last = entries[Self.talking].before
    // The list itself is of no epoch.
    guard id.areAll, entries[last].epoch == epoch, entries[last].routingID.words == id else { return false }
    entries[last].lastSeen = time
    return true
  }

  /// Notes that a peer has spoken of whom nothing new is to be learned.
  ///
  /// - Returns: false, and nothing is noted, where it must be asked on which connection: call `note` then.
  func hear(_ id: RoutingID, at time: Moment) -> Bool {
    let place = find(id, id.hash(seed: seed))
    guard place != 0, entries[place].epoch == epoch else { return false }
    entries[place].lastSeen = time
    if entries[place].after != Self.talking { move(place, to: Self.talking) }
    return true
  }

  /// Notes that a peer has spoken, or that one is expected to.
  func note(_ id: RoutingID, at time: Moment, on connection: Connection = .unknown) {
    let hash = id.hash(seed: seed)
    var place = find(id, hash)
    if place == 0 {
      place = add(id, hash, at: time)
    } else {
      entries[place].lastSeen = time
      if entries[place].isLost || entries[place].isSilent || hasMoved(place, to: connection) {
        entries[place].returns += 1
        entries[place].isLost = false
        entries[place].isSilent = false
      }
      move(place, to: Self.talking)
    }
    entries[place].epoch = epoch
    entries[place].doubt = 0
    detach(place)
    switch connection {
    case .unknown: break
    case .ended: lose(place)
    case .open(let number):
      // Who had it before has lost it, or it could not be another's.
      lose(connection: number)
      entries[place].connection = number
      connections[number] = place
      heard(number)
      settle()
    }
  }

  func note(_ id: [UInt8], at time: Moment) {
    let id = RoutingID(received: id)
    if !hear(id, at: time) { note(id, at: time) }
  }

  /// Notes that a peer could not be reached.
  func lose(_ id: [UInt8]) {
    let id = RoutingID(received: id)
    let place = find(id, id.hash(seed: seed))
    if place != 0 { lose(place) }
  }

  private func lose(_ place: Int) {
    entries[place].isLost = true
    entries[place].doubt = 0
    entries[place].epoch = 0
    detach(place)
    if !isWatched, !entries[place].isSilent { silence(place) }
  }

  /// The peers that have said nothing since `time`, each once until it speaks again.
  func takeSilent(since time: Moment) -> [[UInt8]] {
    var taken: [[UInt8]] = []
    while case let place = entries[Self.talking].after, place != Self.talking, entries[place].lastSeen <= time {
      taken.append(entries[place].id)
      silence(place)
    }
    return taken
  }

  /// Whether a peer is known that has said nothing since it was told of.
  func isSilent(_ id: [UInt8]) -> Bool {
    let id = RoutingID(received: id)
    let place = find(id, id.hash(seed: seed))
    return place != 0 && entries[place].isSilent
  }

  private func silence(_ place: Int) {
    entries[place].isSilent = true
    entries[place].epoch = 0
    move(place, to: Self.silent)
  }

  // MARK: Connections

  /// Notes that connections have begun and ended.
  ///
  /// - Parameter time: When all that had happened until then had been noted. Whoever was heard later may have been heard
  ///   on a connection of which nobody knew yet, so where some have begun the end of its old one tells nothing by itself.
  func note(_ changes: [ConnectionChange], lastLook time: Moment) {
    if changes.contains(where: { if case .begun = $0 { true } else { false } }) {
      epoch += 1
      var place = entries[Self.talking].before
      while place != Self.talking, entries[place].lastSeen >= time {
        entries[place].doubt = epoch
        place = entries[place].before
      }
    }
    for change in changes {
      switch change {
      case .begun(let connection):
        unheard[connection] = epoch
        rounds[epoch, default: Round()].unheard.insert(connection)
      case .ended(let connection):
        heard(connection)
        lose(connection: connection)
      }
    }
    settle()
  }

  /// Looks for connections that have ended without a word, where that ends a doubt.
  func doubt(_ stands: (_ connection: Int) -> Bool) {
    for (number, round) in rounds where round.doubted.contains(where: { isLost($0, after: number) }) {
      for connection in round.unheard where !stands(connection) { heard(connection) }
    }
    settle()
  }

  /// Whoever was heard on this connection is lost, unless it may have another.
  private func lose(connection: Int) {
    guard let place = connections[connection] else { return }
    let doubt = entries[place].doubt
    if doubt == 0 { return lose(place) }
    detach(place)
    rounds[doubt, default: Round()].doubted.append(place)
    touched.insert(doubt)
  }

  /// Notes that nobody else can have been heard on a connection.
  private func heard(_ connection: Int) {
    guard let round = unheard.removeValue(forKey: connection) else { return }
    rounds[round]?.unheard.remove(connection)
    touched.insert(round)
  }

  /// When somebody has been heard on every connection of a round, whoever has been on none of them is lost.
  private func settle() {
    for number in touched {
      guard let round = rounds[number], round.unheard.isEmpty else { continue }
      rounds[number] = nil
      for place in round.doubted where isLost(place, after: number) { lose(place) }
    }
    touched.removeAll()
  }

  /// Whether a peer that was in doubt has not been heard since.
  private func isLost(_ place: Int, after round: Int) -> Bool {
    entries[place].doubt == round && entries[place].connection == nil
  }

  private func detach(_ place: Int) {
    if let connection = entries[place].connection {
      connections[connection] = nil
      entries[place].connection = nil
    }
  }

  private func hasMoved(_ place: Int, to connection: Connection) -> Bool {
    guard let old = entries[place].connection, case .open(let new) = connection else { return false }
    return new != old
  }

  // MARK: Entries

  private func add(_ id: RoutingID, _ hash: UInt64, at time: Moment) -> Int {
    for list in [Self.silent, Self.talking] {
      while case let first = entries[list].after, first != list, entries[first].lastSeen < time - memory {
        forget(first)
      }
    }
    if count >= Self.capacity {
      let silent = entries[Self.silent].after
      forget(silent != Self.silent ? silent : entries[Self.talking].after)
    }
    if count >= buckets.count { spread(over: 2 * buckets.count) }
    var entry = Entry(routingID: id, firstSeen: time, lastSeen: time)
    entry.hash = hash
    let place: Int
    if let reused = free.popLast() {
      entries[reused] = entry
      place = reused
    } else {
      entries.append(entry)
      place = entries.count - 1
    }
    chain(place)
    append(place, to: Self.talking)
    return place
  }

  private func forget(_ place: Int) {
    detach(place)
    entries[place].doubt = 0
    unlink(place)
    let bucket = self.bucket(of: entries[place].hash)
    if buckets[bucket] == place {
      buckets[bucket] = entries[place].chained
    } else {
      var other = buckets[bucket]
      while entries[other].chained != place { other = entries[other].chained }
      entries[other].chained = entries[place].chained
    }
    free.append(place)
  }

  private func find(_ id: RoutingID, _ hash: UInt64) -> Int {
    var place = buckets[bucket(of: hash)]
    while place != 0 {
      if entries[place].routingID == id { return place }
      place = entries[place].chained
    }
    return 0
  }

  private func bucket(of hash: UInt64) -> Int { Int(truncatingIfNeeded: hash) & (buckets.count - 1) }

  private func chain(_ place: Int) {
    let bucket = self.bucket(of: entries[place].hash)
    entries[place].chained = buckets[bucket]
    buckets[bucket] = place
  }

  private func spread(over count: Int) {
    buckets = [Int](repeating: 0, count: count)
    for list in [Self.talking, Self.silent] {
      var place = entries[list].after
      while place != list {
        chain(place)
        place = entries[place].after
      }
    }
  }

  // MARK: Lists

  private func move(_ place: Int, to list: Int) {
    unlink(place)
    append(place, to: list)
  }

  private func append(_ place: Int, to list: Int) {
    let last = entries[list].before
    entries[place].before = last
    entries[place].after = list
    entries[last].after = place
    entries[list].before = place
  }

  private func unlink(_ place: Int) {
    let (before, after) = (entries[place].before, entries[place].after)
    entries[before].after = after
    entries[after].before = before
  }

  private func list(_ list: Int) -> [Entry] {
    var found: [Entry] = []
    var place = entries[list].after
    while place != list {
      found.append(entries[place])
      place = entries[place].after
    }
    return found
  }
}
