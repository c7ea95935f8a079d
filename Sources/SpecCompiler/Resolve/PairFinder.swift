import SpecModel
import ZMQWire

/// Finds the sockets of a step where they are not named.
///
/// A pair fits if libzmq lets the two types shake hands, the one can send, the other receive, and what they
/// connect to does not exclude it. Among those that fit, pairs that a `connect` puts together come first;
/// then pairs that can speak first: a REP only answers, and a REQ only takes answers.
struct PairFinder {
  /// The sockets of a step.
  struct Found {
    var sender: SocketID
    var receivers: [SocketID]
  }

  struct Pair: Hashable {
    var sender: SocketID
    var receiver: SocketID
  }

  private struct Question: Hashable {
    var sender: ResolvedEnd
    var receiver: ResolvedEnd
  }

  /// Sockets between which a proxy passes everything on; nobody means one who names only the process.
  private var proxied: Set<SocketID> = []
  /// The proxies of each process, both ways.
  private(set) var ways: [[ProxyWay]] = []

  /// How many pairs are looked at for one step; where there are so many sockets, they must be named.
  private static let pairLimit = 1_000

  let syntax: ProtocolSyntax
  /// What a socket's `connect` names, if it names only sockets, and nothing is bound: it reaches nobody else.
  private var reaches: [SocketID: Set<SocketID>] = [:]
  /// What a socket's `connect` names.
  private var connects: [SocketID: Set<SocketID>] = [:]
  private var answers: [Question: [Pair]] = [:]

  /// A finder for a file's processes.
  init(syntax: ProtocolSyntax, declarations: Declarations) {
    self.syntax = syntax
    for (processIndex, process) in syntax.processes.enumerated() {
      let sockets = declarations.sockets[processIndex]
      ways.append(
        process.proxies.flatMap { proxy -> [ProxyWay] in
          guard let front = sockets[proxy.frontend.text], let back = sockets[proxy.backend.text] else { return [] }
          return [ProxyWay(entry: front, exit: back), ProxyWay(entry: back, exit: front)]
        })
      proxied.formUnion(ways[processIndex].map(\.entry))
      for (socketIndex, socket) in process.sockets.enumerated() {
        let id = SocketID(ProcessID(processIndex), socketIndex)
        var named: Set<SocketID> = []
        for case .reference(let process, let name, _) in socket.connect {
          guard let owner = declarations.processes[process.text],
            let target = declarations.sockets[owner.index][name.text]
          else { continue }
          named.insert(target)
        }
        connects[id] = named
        if socket.bind.isEmpty, !named.isEmpty, named.count == socket.connect.count { reaches[id] = named }
      }
    }
  }

  /// What became of the search for the sockets of one hop.
  enum Outcome {
    case found(Found)
    /// No pair fits between the sender and this receiver.
    case none(ResolvedEnd)
    /// These pairs fit.
    case several([Pair])
    /// This socket sends to one receiver only.
    case severalReceivers(SocketID)
    /// A socket is unknown because of an error that has been reported.
    case unknown
  }

  /// The sockets of a step that is sent, or nil after reporting.
  mutating func find(
    from sender: ResolvedEnd, to receivers: [ResolvedEnd], step: StepSyntax, _ findings: inout Findings
  ) -> Found? {
    switch search(from: sender, to: receivers) {
    case .found(let found): return found
    case .unknown: break
    case .none(let receiver): reportNone(from: sender, to: receiver, step, &findings)
    case .several(let pairs): reportSeveral(pairs, step, &findings)
    case .severalReceivers(let socket):
      findings.error(
        Code.severalReceivers, at: step.arrow.range,
        "\(self.socket(socket).type?.withArticle ?? "a socket") sends a message to one receiver, found \(receivers.count)",
        help: "write one step for each receiver, or send it from a PUB")
    }
    return nil
  }

  /// The sockets of one hop.
  mutating func search(from sender: ResolvedEnd, to receivers: [ResolvedEnd]) -> Outcome {
    if hasUnknownSocket(sender) || receivers.contains(where: hasUnknownSocket) { return .unknown }
    var fitting: [[Pair]] = []
    for receiver in receivers {
      let pairs = pairs(from: sender, to: receiver)
      if pairs.isEmpty { return .none(receiver) }
      fitting.append(pairs)
    }
    // All receivers hear one socket.
    var senders: Set<SocketID> = Set(fitting[0].map(\.sender))
    for pairs in fitting.dropFirst() { senders.formIntersection(pairs.map(\.sender)) }
    let left: [[Pair]] = fitting.map { pairs in pairs.filter { senders.contains($0.sender) } }
    guard senders.count == 1, let only = senders.first, left.allSatisfy({ $0.count == 1 }) else {
      return .several(left.first { $0.count > 1 } ?? fitting.flatMap { $0 })
    }
    let type = socket(only).type
    if receivers.count > 1, type != .pub, type != .xpub { return .severalReceivers(only) }
    return .found(Found(sender: only, receivers: left.flatMap { $0.map(\.receiver) }))
  }

  /// Whether a socket that is asked for, or may be meant, has no type or is missing because of an error.
  func hasUnknownSocket(_ end: ResolvedEnd) -> Bool {
    if let socket = end.socket { return self.socket(socket).type == nil }
    return syntax.processes[end.process.index].isIncomplete
  }

  func socket(_ id: SocketID) -> SocketSyntax {
    syntax.processes[id.process.index].sockets[id.index]
  }

  private func candidates(_ end: ResolvedEnd) -> [SocketID] {
    if let socket = end.socket { return [socket] }
    return syntax.processes[end.process.index].sockets.indices.map { SocketID(end.process, $0) }
  }

  // MARK: Fitting

  private mutating func pairs(from sender: ResolvedEnd, to receiver: ResolvedEnd) -> [Pair] {
    let question = Question(sender: sender, receiver: receiver)
    if let known = answers[question] { return known }
    let answer = fittingPairs(candidates(sender), candidates(receiver))
    answers[question] = answer
    return answer
  }

  private func fittingPairs(_ senders: [SocketID], _ receivers: [SocketID]) -> [Pair] {
    // One socket on each side: there is nothing to choose, and the rules tell what is wrong with the two.
    if senders.count == 1, receivers.count == 1 { return [Pair(sender: senders[0], receiver: receivers[0])] }
    var all: [Pair] = []
    let width = max(1, min(receivers.count, Self.pairLimit / max(1, senders.count)))
    for sender in senders.prefix(Self.pairLimit) {
      for receiver in receivers.prefix(width) where fits(sender, receiver) {
        all.append(Pair(sender: sender, receiver: receiver))
      }
    }
    let own = preferred(all) { !proxied.contains($0.sender) && !proxied.contains($0.receiver) }
    return preferred(preferred(own, where: areConnected), where: canSpeakFirst)
  }

  private func preferred(_ pairs: [Pair], where isBetter: (Pair) -> Bool) -> [Pair] {
    guard pairs.count > 1 else { return pairs }
    let better = pairs.filter(isBetter)
    return better.isEmpty ? pairs : better
  }

  func fits(_ sender: SocketID, _ receiver: SocketID) -> Bool {
    guard let from = socket(sender).type, let to = socket(receiver).type else { return false }
    guard from.peers.contains(to), from.canSend, to.canReceive else { return false }
    if sender == receiver, syntax.processes[sender.process.index].count != .many { return false }
    let meets = connects[sender]?.contains(receiver) == true || connects[receiver]?.contains(sender) == true
    return meets || (reaches[sender] == nil && reaches[receiver] == nil)
  }

  private func areConnected(_ pair: Pair) -> Bool { areConnected(pair.sender, pair.receiver) }

  /// Whether the `connect` of one names the other.
  func areConnected(_ a: SocketID, _ b: SocketID) -> Bool {
    connects[a]?.contains(b) == true || connects[b]?.contains(a) == true
  }

  private func canSpeakFirst(_ pair: Pair) -> Bool {
    socket(pair.sender).type != .rep && socket(pair.receiver).type != .req
  }

  // MARK: Reporting

  func reportNone(
    from sender: ResolvedEnd, to receiver: ResolvedEnd, _ step: StepSyntax, _ findings: inout Findings
  ) {
    let (from, to) = (processName(sender), processName(receiver))
    findings.error(
      Code.noPairFits, at: step.arrow.range,
      "no pair of sockets can carry \(Prose.quoted(step.message.text)) from \(Prose.quoted(from)) to \(Prose.quoted(to)): "
        + "\(possessions(sender)), \(possessions(receiver))",
      help:
        "give the two processes sockets that talk to each other, such as REQ and REP, PUSH and PULL, or PUB and SUB",
      notes: [sender, receiver].map {
        Diagnostic.Note(
          "\(Prose.quoted(processName($0))) is declared here", at: syntax.processes[$0.process.index].name.range)
      })
  }

  func reportSeveral(_ pairs: [Pair], _ step: StepSyntax, _ findings: inout Findings) {
    let names = { (pair: Pair) in "`\(fullName(pair.sender)) -> \(fullName(pair.receiver))`" }
    findings.error(
      Code.severalPairsFit, at: step.arrow.range,
      "several pairs of sockets can carry \(Prose.quoted(step.message.text)): \(Prose.list(pairs, names))",
      help: "name the sockets, for example \(pairs.first.map(names) ?? "`A.socket -> B.socket`")")
  }

  func processName(_ end: ResolvedEnd) -> String { syntax.processes[end.process.index].name.text }

  func fullName(_ id: SocketID) -> String {
    "\(syntax.processes[id.process.index].name.text).\(socket(id).name.text)"
  }

  /// `'PingProc' has 'pongs' (REQ)`.
  func possessions(_ end: ResolvedEnd) -> String {
    let sockets = Prose.list(candidates(end)) { id in
      "\(Prose.quoted(socket(id).name.text)) (\(socket(id).type?.rawValue ?? "?"))"
    }
    return "\(Prose.quoted(processName(end))) has \(sockets.isEmpty ? "no sockets" : sockets)"
  }
}
