import ZMQRuntime
import ZMQWire

/// The steps of a chain while they are played, one after the other.
struct PlayedSteps {
  private let play: ChainPlay
  private let process: RunningProcess
  /// Routing ids and request numbers by the names that frame lists show.
  private var ids: [String: [UInt8]]
  /// What was said in each step.
  private var said: [Int: any PlayedMessage] = [:]
  /// In which envelope a step has arrived at a socket.
  private var envelopes: [Int: (socket: String, frames: [[UInt8]])] = [:]
  /// How many messages each socket of the process was sent.
  private var sent: [String: Int] = [:]

  private var script: ChainScript { play.script }

  init(_ play: ChainPlay, _ process: RunningProcess, ids: [String: [UInt8]]) {
    self.play = play
    self.process = process
    self.ids = ids
  }

  mutating func run() async throws {
    for (index, step) in script.steps.enumerated() {
      // What the process that is tested says after a pause, it says when it thinks that the time has passed.
      if step.pause > .zero, let first = step.hops.first, !isOwn(first.sender) {
        await play.pass(step.pause)
      }
      for (number, hop) in step.hops.enumerated() {
        // What the process says in vain is taken, and nobody hears of it; a PUB has nobody who takes it.
        let isLost = step.isLost && number == step.hops.count - 1
        if isLost, !isOwn(hop.sender) || script.publishes(hop.sender) { continue }
        if isOwn(hop.sender) {
          for receiver in hop.receivers where !isOwn(receiver) { try await expect(index, hop, at: receiver) }
        } else if hop.receivers.contains(where: isOwn) {
          try await send(index, hop, isFirst: number == 0)
        }
      }
      // What others say to each other may be asked for later.
      if said[index] == nil { said[index] = try message(index) }
    }
    try await untilTaken()
  }

  private func isOwn(_ socket: String) -> Bool { socket.hasPrefix(play.subject + ".") }

  private func message(_ index: Int) throws -> any PlayedMessage {
    let step = script.steps[index]
    let message = try step.message()
    guard let request = step.request.flatMap({ said[$0] }) else { return message }
    return step.copy(message, request)
  }

  // MARK: Sending

  private mutating func send(_ index: Int, _ hop: ChainHop, isFirst: Bool) async throws {
    let step = script.steps[index]
    guard let socket = play.played(hop.sender) else { return }
    let message = try said[index] ?? self.message(index)
    said[index] = message
    let frames = try envelope(of: index, hop, message, isFirst: isFirst) + message.bodyFrames()
    let receivers = hop.receivers.filter(isOwn)
    if script.publishes(hop.sender) {
      try await untilSubscribed(frames, index, through: socket, by: receivers)
    }
    do {
      try await socket.send(frames, within: step.within)
    } catch {
      throw PlayFailure(script, at: index, "\(hop.sender) cannot send \(step.name): \(error)")
    }
    for receiver in receivers { sent[receiver, default: 0] += 1 }
  }

  private func envelope(
    of index: Int, _ hop: ChainHop, _ message: any PlayedMessage, isFirst: Bool
  ) -> [[UInt8]] {
    let step = script.steps[index]
    if isFirst, let request = step.request, let arrived = envelopes[request], arrived.socket == hop.sender {
      return arrived.frames
    }
    return hop.sent.map { slot in
      switch slot {
      case .id(let name): ids[name] ?? Array(name.utf8)
      case .delimiter: []
      case .topic: Array((step.topic(message) ?? "").utf8)
      }
    }
  }

  /// What is published before a subscription has arrived is lost.
  private func untilSubscribed(
    _ frames: [[UInt8]], _ index: Int, through socket: PlayedSocket, by receivers: [String]
  ) async throws {
    let step = script.steps[index]
    let topic = frames.first.flatMap { String(validating: $0, as: UTF8.self) } ?? ""
    let client = socket.process.client(socket.socket.name)
    let deadline = ContinuousClock.now + step.within
    // By the system's time, also where the test has another.
    while try await client.subscribers(of: topic) < receivers.count {
      guard ContinuousClock.now < deadline else {
        throw PlayFailure(
          script, at: index, "\(receivers.joined(separator: ", ")) has not subscribed to it", mark: "not wanted",
          details: ["published \(FrameText.text(of: frames))"])
      }
      try await Task.sleep(for: .milliseconds(1))
    }
  }

  private func haveArrived(at sockets: [String], until deadline: ContinuousClock.Instant) async throws -> Bool {
    while true {
      var missing = 0
      for socket in sockets {
        let counters = await process.counters(of: String(socket.dropFirst(play.subject.count + 1)))
        if counters.received < sent[socket, default: 0] { missing += 1 }
      }
      if missing == 0 { return true }
      if ContinuousClock.now >= deadline { return false }
      try await Task.sleep(for: .milliseconds(1))
    }
  }

  /// Waits until the process has received what it was sent last, and has ended where the chain says so.
  private func untilTaken() async throws {
    guard let last = script.steps.indices.last else { return }
    if try await !haveArrived(at: Array(sent.keys), until: .now + script.steps[last].within) {
      throw PlayFailure(script, at: last, "\(play.subject) has not received everything that it was sent")
    }
    guard script.steps[last].final == play.subject else { return }
    let process = process
    let hasEnded = await withTaskGroup(of: Bool.self) { group in
      group.addTask {
        await process.untilStopped()
        return !Task.isCancelled
      }
      group.addTask { [limit = script.steps[last].within] in
        try? await Task.sleep(for: limit)
        return false
      }
      defer { group.cancelAll() }
      return await group.next() ?? false
    }
    if !hasEnded {
      throw PlayFailure(script, at: last, "\(play.subject) does not end with it", mark: "it should end here")
    }
  }

  // MARK: Expecting

  private mutating func expect(_ index: Int, _ hop: ChainHop, at receiver: String) async throws {
    let step = script.steps[index]
    guard let socket = play.played(receiver) else { return }
    let limit = step.within + step.pause
    let deadline = play.now + limit
    while true {
      guard let arrival = await play.next(at: socket, within: max(.zero, deadline - play.now)) else {
        throw PlayFailure(
          script, at: index, "\(hop.sender) sends no \(step.name) within \(limit)", mark: "nothing came",
          details: await play.trouble(of: process) ?? [])
      }
      if try await accept(arrival, index, hop, at: socket) { return }
    }
  }

  /// - Returns: false for a sign of life, which may come at any time.
  private mutating func accept(
    _ frames: [[UInt8]], _ index: Int, _ hop: ChainHop, at socket: PlayedSocket
  ) async throws -> Bool {
    let step = script.steps[index]
    let name = socket.socket.name
    let envelope = Array(frames.prefix(hop.received.count))
    let body = Array(frames.dropFirst(hop.received.count))
    var reason = "it is another message"
    let found: (any PlayedMessage)?
    do {
      found = try step.decode(body)
    } catch {
      found = nil
      reason = "\(error)"
    }
    guard let found else {
      if script.signs[name]?.contains(where: { $0(frames) }) == true { return false }
      throw PlayFailure(
        script, at: index, "\(hop.sender) sends no \(step.name): \(reason)",
        details: ["expected \(step.name)", "found    \(FrameText.text(of: frames))"]
          + (await play.trouble(of: process) ?? []))
    }
    var expected = said[index] ?? step.given ?? found
    if let request = step.request.flatMap({ said[$0] }) { expected = step.copy(expected, request) }
    expected = step.adopt(expected, found)
    guard Self.isEqual(expected, found) else {
      throw PlayFailure(
        script, at: index, "\(hop.sender) sends another \(step.name)",
        details: [
          "expected \(FrameText.text(of: try expected.bodyFrames()))", "found    \(FrameText.text(of: body))",
        ])
    }
    for case (.delimiter, let frame) in zip(hop.received, envelope) where !frame.isEmpty {
      throw PlayFailure(
        script, at: index, "\(hop.sender) sends no delimiter in front of \(step.name)",
        details: ["found    \(FrameText.text(of: frames))"])
    }
    said[index] = found
    envelopes[index] = (name, envelope)
    for case (.id(let name), let bytes) in zip(hop.received, envelope) { ids[name] = bytes }
    return true
  }

  private static func isEqual<Message: PlayedMessage>(_ message: Message, _ other: any PlayedMessage) -> Bool {
    (other as? Message) == message
  }
}
