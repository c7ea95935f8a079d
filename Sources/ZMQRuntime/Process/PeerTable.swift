/// The peers of a ROUTER that have spoken, when, and whether they are still there.
///
/// Of other sockets, whose peers ZeroMQ does not tell apart, one entry without a routing id stands for all of them.
///
/// Each message looks its sender up here, so that costs no allocation: the bytes are compared where they lie. Two lists
/// run through the entries, each with whoever was heard last at its end: peers that talk, and peers that have fallen
/// silent. So the silent are found, and the oldest forgotten, without a look at all the others.
final class PeerTable {
  /// A peer that has spoken.
  struct Entry {
    /// Its routing id.
    let id: [UInt8]
    let firstSeen: ContinuousClock.Instant
    fileprivate(set) var lastSeen: ContinuousClock.Instant
    /// Whether a message could not be sent to it, and it has not been heard since.
    fileprivate(set) var isLost = false
    /// Whether somebody has been told that it is silent, or nobody would be.
    fileprivate(set) var isSilent = false
    /// How often it was heard again after it was lost or silent.
    fileprivate(set) var returns = 0

    fileprivate var hash: Int = 0
    // Places of other entries: in the list, and in the same bucket; 0 and 1 are the lists' own.
    fileprivate var before = 0, after = 0, chained = 0
  }

  /// With more peers than this, the one that has been away for the longest time is forgotten: a peer can make up any
  /// number of ids.
  static let capacity = 100_000
  private static let (talking, silent) = (0, 1)

  @exclusivity(unchecked) private var entries: [Entry]
  @exclusivity(unchecked) private var buckets = [Int](repeating: 0, count: 16)
  private var free: [Int] = []
  // Peers choose their ids, and must not be able to choose the same bucket for all of them.
  private let seed = UInt64.random(in: .min ... .max) | 1
  private let memory: Duration

  /// - Parameter memory: Who has said nothing for so long is forgotten.
  init(memory: Duration) {
    self.memory = memory
    let now = ContinuousClock.now
    entries = (0...1).map { list in
      var entry = Entry(id: [], firstSeen: now, lastSeen: now)
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
  var oldest: ContinuousClock.Instant? {
    let first = entries[Self.talking].after
    return first == Self.talking ? nil : entries[first].lastSeen
  }

  /// Notes that a peer has spoken, or that one is expected to.
  func note(_ id: UnsafeBufferPointer<UInt8>, at time: ContinuousClock.Instant) {
    let hash = hash(of: id)
    let place = find(id, hash)
    guard place != 0 else { return add(Array(id), hash, at: time) }
    entries[place].lastSeen = time
    if entries[place].isLost || entries[place].isSilent {
      entries[place].returns += 1
      entries[place].isLost = false
      entries[place].isSilent = false
    } else if entries[place].after == Self.talking {
      return
    }
    unlink(place)
    append(place, to: Self.talking)
  }

  func note(_ id: [UInt8], at time: ContinuousClock.Instant) {
    id.withUnsafeBufferPointer { note($0, at: time) }
  }

  /// Notes that a peer could not be reached.
  ///
  /// - Parameter isWatched: Whether somebody will be told of its silence when its time has passed.
  func lose(_ id: [UInt8], isWatched: Bool) {
    let place = id.withUnsafeBufferPointer { find($0, hash(of: $0)) }
    guard place != 0 else { return }
    entries[place].isLost = true
    if !isWatched, !entries[place].isSilent { silence(place) }
  }

  /// The peers that have said nothing since `time`, each once until it speaks again.
  func takeSilent(since time: ContinuousClock.Instant) -> [[UInt8]] {
    var taken: [[UInt8]] = []
    while case let place = entries[Self.talking].after, place != Self.talking, entries[place].lastSeen <= time {
      taken.append(entries[place].id)
      silence(place)
    }
    return taken
  }

  private func silence(_ place: Int) {
    entries[place].isSilent = true
    unlink(place)
    append(place, to: Self.silent)
  }

  // MARK: Entries

  private func add(_ id: [UInt8], _ hash: Int, at time: ContinuousClock.Instant) {
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
    var entry = Entry(id: id, firstSeen: time, lastSeen: time)
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
  }

  private func forget(_ place: Int) {
    unlink(place)
    let bucket = entries[place].hash & (buckets.count - 1)
    if buckets[bucket] == place {
      buckets[bucket] = entries[place].chained
    } else {
      var other = buckets[bucket]
      while entries[other].chained != place { other = entries[other].chained }
      entries[other].chained = entries[place].chained
    }
    free.append(place)
  }

  private func find(_ id: UnsafeBufferPointer<UInt8>, _ hash: Int) -> Int {
    var place = buckets[hash & (buckets.count - 1)]
    while place != 0 {
      if entries[place].hash == hash, entries[place].id.elementsEqual(id) { return place }
      place = entries[place].chained
    }
    return 0
  }

  private func hash(of id: UnsafeBufferPointer<UInt8>) -> Int {
    var hash = seed
    var word: UInt64 = UInt64(id.count)
    for (index, byte) in id.enumerated() {
      word = word << 8 | UInt64(byte)
      if index & 7 == 7 {
        hash = mixed(hash ^ word)
        word = 0
      }
    }
    return Int(truncatingIfNeeded: mixed(hash ^ word) >> 1)
  }

  private func mixed(_ word: UInt64) -> UInt64 {
    let product = word.multipliedFullWidth(by: seed)
    return product.high ^ product.low
  }

  private func chain(_ place: Int) {
    let bucket = entries[place].hash & (buckets.count - 1)
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
