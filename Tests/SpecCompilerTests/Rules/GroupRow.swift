import SpecModel

@testable import SpecCompiler

/// A chain of many groups one behind the other, all alike.
struct GroupRow {
  /// What the groups are; in groups in groups, the outer one first.
  enum Kind: String, CaseIterable, Sendable {
    case plain, opt, alt, timedAlt, loop, par, `break`, optAlt, loopOpt, parOpt, loopBreak, mixed
  }

  /// What is said in each.
  enum Talk: String, CaseIterable, Sendable {
    case asked, told, lockstep, pushed, published, toldByMany, lost, regular, silent
  }

  let kind: Kind
  let talk: Talk
  let count: Int

  init(_ kind: Kind, _ talk: Talk, count: Int) {
    (self.kind, self.talk, self.count) = (kind, talk, count)
  }

  /// The protocol, without the rules' opinion of it; nil where it cannot be read.
  var spec: ProtocolSpec? { try? Resolved.spec(text) }

  private var text: String {
    """
    zmqspec: 1
    protocol: row
    processes:
    \(processes)
    messages: { q: {}, r: {}, h: {} }
    chains:
      row:
        steps:

    """ + (0..<count).map { Self.text(of: group(kind, $0), by: 6) }.joined()
  }

  private var processes: String {
    let (client, server): (String, String)
    switch talk {
    case .asked, .told, .lost, .regular: (client, server) = ("sockets: { s: DEALER }", "ROUTER")
    case .lockstep: (client, server) = ("sockets: { s: REQ }", "REP")
    case .toldByMany: (client, server) = ("count: many, sockets: { s: DEALER }", "ROUTER")
    case .silent: (client, server) = ("sockets: { s: DEALER }", "ROUTER, silence: 3s, otherwise: drop")
    case .pushed, .published:
      let (out, into) = talk == .pushed ? ("PUSH", "PULL") : ("PUB", "SUB")
      return """
          A: { sockets: { s: { type: \(out), bind: "tcp://*:5555" } } }
          B: { sockets: { s: \(into), t: { type: \(out), bind: "tcp://*:5556" } } }
          C: { sockets: { t: \(into) } }
        """
    }
    return """
        A: { \(client) }
        B: { sockets: { s: { type: \(server), bind: "tcp://*:5555" } } }
      """
  }

  private var said: [String] {
    switch talk {
    case .asked, .lockstep: ["- A -> B: q", "- A <- B: r"]
    case .told, .toldByMany, .silent: ["- A -> B: q", "- B -> A: r"]
    case .pushed, .published: ["- A -> B: q", "- B -> C: r"]
    case .lost: ["- A -> B: q", "- B -> A: r", "  lost: true", "- B -> A: r"]
    case .regular: ["- A -> B: h", "  every: 1s", "- A -> B: q", "- B -> A: r"]
    }
  }

  private func group(_ kind: Kind, _ number: Int) -> [String] {
    func headed(_ head: String, _ inner: [String]) -> [String] { [head] + inner.map { "    " + $0 } }
    func beside(_ inner: [String]) -> [String] {
      ["- par:"] + (0..<2).flatMap { _ in ["    -"] + inner.map { "        " + $0 } }
    }
    func alternative(_ inner: [String], _ other: [String]) -> [String] {
      headed("- alt one:", inner) + headed("  else other:", other)
    }
    switch kind {
    case .plain: return said
    case .opt: return headed("- opt now:", said)
    case .alt: return alternative(said, said)
    case .timedAlt: return alternative(said, ["- pause: 1s"])
    case .loop: return headed("- loop again:", said)
    case .par: return beside(said)
    case .break: return headed("- break now:", said)
    case .optAlt: return headed("- opt now:", group(.alt, number))
    case .loopOpt: return headed("- loop again:", group(.opt, number))
    case .parOpt: return beside(group(.opt, number))
    case .loopBreak: return headed("- loop again:", said + group(.break, number))
    case .mixed: return group([.opt, .loop, .alt, .par, .break, .timedAlt][number % 6], number)
    }
  }

  private static func text(of lines: [String], by blanks: Int) -> String {
    lines.map { String(repeating: " ", count: blanks) + $0 + "\n" }.joined()
  }
}
