import Foundation

/// Starts the processes, watches their memory, and adds up what they say.
struct Conductor {
  let messages: UInt64
  private let folder = FileManager.default.temporaryDirectory.appendingPathComponent("soak-\(getpid())")

  init(messages: UInt64) { self.messages = messages }

  /// - Returns: Whether everything is as it should be.
  func run() throws -> Bool {
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let crowd = try peers(10_000)
    let flow = try requests()
    return crowd && flow
  }

  // MARK: Requests

  private func requests() throws -> Bool {
    let (clientsEnd, workersEnd) = (endpoint("clients"), endpoint("workers"))
    let broker = try Child("broker", clientsEnd, workersEnd)
    let workers = try (0..<2).map { _ in try Child("worker", workersEnd) }
    let half = messages / 2
    let start = Date()
    let clients = [
      try Child("client", clientsEnd, "0", "\(half)"),
      try Child("client", clientsEnd, "\(half)", "\(messages - half)"),
    ]
    let watch = MemoryWatch([broker] + workers + clients)
    let answers = clients.map { $0.words() }
    watch.end()
    let seconds = Date().timeIntervalSince(start)
    for child in workers { child.stop() }
    let work = workers.map { $0.words() }
    broker.stop()
    let passed = broker.words()

    let asked = Tally(count: messages)
    let answered = answers.map { tally($0) }.reduce(Tally(), +)
    let worked = work.map { tally($0) }.reduce(Tally(), +)
    let isSound =
      answered == asked && worked == asked
      && answers.allSatisfy { $0.suffix(2) == ["0", "true"] }
      && passed == ["broker"] + Array(repeating: "\(messages)", count: 4) + ["true"]
    print(
      """
      | what | result |
      |---|---|
      | requests, two clients with 64 under way each, through a broker to two workers | \(messages) |
      | answers that were right | \(answered.count) |
      | requests that workers have seen, each once | \(worked == asked ? "all" : "NOT: \(worked.count)") |
      | sums of every ledger exact | \(isSound ? "yes" : "NO: \(answers + work + [passed])") |
      | time | \(Int(seconds)) s, \(Int(Double(messages) / seconds)) a second |
      """)
    for line in watch.lines(named: ["broker", "worker 1", "worker 2", "client 1", "client 2"]) { print(line) }
    return isSound && watch.isFlat
  }

  private func tally(_ words: [String]) -> Tally {
    var tally = Tally()
    let numbers = words.dropFirst().prefix(3).compactMap { UInt64($0) }
    guard numbers.count == 3 else { return tally }
    (tally.count, tally.sum, tally.squares) = (numbers[0], numbers[1], numbers[2])
    return tally
  }

  // MARK: Peers

  private func peers(_ count: Int) throws -> Bool {
    let end = endpoint("peers")
    let listener = try Child("listener", end)
    let step = 500
    var sizes: [Int] = []
    var crowd: [Child] = []
    for _ in 0..<(count / step) {
      let child = try Child("peers", end, "\(step)")
      child.waitForLine()
      crowd.append(child)
      sizes.append(Memory.resident(of: listener.identifier))
    }
    listener.stop()
    let words = listener.words()
    for child in crowd { child.stop() }
    for child in crowd { _ = child.words() }
    // From the first fifth on, when what every process needs is there.
    let (early, middle, late) = (sizes[sizes.count / 5 - 1], sizes[sizes.count * 3 / 5 - 1], sizes[sizes.count - 1])
    let perPeer = (middle - early, late - middle)
    let isLinear = perPeer.1 * 10 <= perPeer.0 * 13
    let peers = count * 2 / 5
    print(
      """
      | what | result |
      |---|---|
      | peers of one ROUTER that have had their answer and are connected | \(words.last ?? "none") |
      | memory for each, peers \(count / 5) to \(count * 3 / 5) | \(perPeer.0 / peers) bytes |
      | memory for each, peers \(count * 3 / 5) to \(count) | \(perPeer.1 / peers) bytes |

      """)
    return isLinear && words == ["listener", "\(count)"]
  }

  private func endpoint(_ name: String) -> String { "ipc://\(folder.path)/\(name)" }
}
