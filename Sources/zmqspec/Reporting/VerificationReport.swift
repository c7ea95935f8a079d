import SpecModel
import ZMQSockets
import ZMQVerify

/// What `zmqspec verify` prints about a file.
///
/// ```
/// sending-pings
///   1 IN : ['["ping",1]']                  PingProc.pongs
///   1 OUT: ['["ping",1]']                  PongProc.pings  as predicted
///
/// protocols/ping-pong.yaml: 2 chains, 3 hops as predicted, by libzmq 4.3.4 over tcp
/// ```
struct VerificationReport {
  let file: CompiledFile
  let verification: Verification
  let transport: VerificationTransport
  let isQuiet: Bool

  var text: String {
    var text = ""
    for chain in verification.chains {
      for (number, way) in chain.ways.enumerated() where !isQuiet || !way.isAsPredicted {
        text += heading(chain, way: number) + "\n"
        for line in lines(way, of: file.spec.chains[chain.index]) { text += line + "\n" }
        text += "\n"
      }
    }
    return text + summary + "\n"
  }

  private func heading(_ chain: Verification.Chain, way: Int) -> String {
    let name = file.spec.chains[chain.index].name.text
    return chain.ways.count > 1 ? "\(name), way \(way + 1) of \(chain.ways.count)" : name
  }

  private var summary: String {
    let hops = verification.chains.flatMap(\.ways).flatMap(\.hops)
    let wrong = hops.count { !$0.isAsPredicted }
    let chains = Tally.counted(verification.chains.count, "chain")
    let verdict =
      wrong == 0
      ? "\(Tally.counted(hops.count, "hop")) as predicted"
      : "\(wrong) of \(Tally.counted(hops.count, "hop")) not as predicted"
    return
      "\(Printable.line(file.input.name)): \(chains), \(verdict), by libzmq \(libraryVersion) over \(transport.rawValue)"
  }

  // MARK: Hops

  private func lines(_ way: Verification.Way, of chain: ChainSpec) -> [String] {
    var rows: [(text: String, socket: String, verdict: String)] = []
    for hop in way.hops {
      let spec = chain.steps[hop.step].hops[hop.hop]
      let receivers = spec.receivers.map(name).joined(separator: ", ")
      rows.append(("  \(hop.label) IN : \(notation(hop.sent))", name(spec.sender), ""))
      switch hop.outcome {
      case .delivered(let frames) where hop.isAsPredicted:
        rows.append(("  \(hop.label) OUT: \(notation(frames))", receivers, "as predicted"))
      case .delivered(let frames):
        rows.append(("  \(hop.label) OUT: \(notation(frames))", receivers, "NOT AS PREDICTED"))
        rows.append(("  predicted: \(notation(hop.predicted))", "", ""))
      case .nothing:
        rows.append(("  \(hop.label) OUT: nothing", receivers, "NOT AS PREDICTED"))
        rows.append(("  predicted: \(notation(hop.predicted))", "", ""))
      case .unheard(let receivers):
        for id in receivers {
          rows.append(("  \(hop.label) OUT: nothing", name(id), "NOT PLAYED: it subscribes to \(prefixes(of: id))"))
        }
        rows.append(("  give the field in the first frame an `example` that begins with one of these", "", ""))
      case .refused(let reason): rows.append(("  \(hop.label) OUT: nothing", receivers, "REFUSED: \(reason)"))
      case .lost: rows.append(("  \(hop.label) OUT: nothing", receivers, "lost, as the chain says; not played"))
      case .notPlayed: rows.append(("  \(hop.label) OUT: nothing", receivers, "not played, because of the above"))
      }
    }
    let width = min(60, rows.map { TextWidth.columns(of: $0.text) }.max() ?? 0)
    let sockets = rows.map { TextWidth.columns(of: $0.socket) }.max() ?? 0
    return rows.map { row in
      let line = padded(row.text, to: width) + "  " + padded(row.socket, to: sockets) + "  " + row.verdict
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }

  private func padded(_ text: String, to width: Int) -> String {
    text + String(repeating: " ", count: max(0, width - TextWidth.columns(of: text)))
  }

  /// `"pos", "eng"`
  private func prefixes(of id: SocketID) -> String {
    guard case .prefixes(let prefixes) = file.spec[id].subscription else { return "everything" }
    return prefixes.map { Printable.line(JSONText.string($0)) }.joined(separator: ", ")
  }

  private func name(_ id: SocketID) -> String { "\(file.spec[id.process].name).\(file.spec[id].name)" }

  /// `[client, '', '["render",["scene"],{}]']`, `0xAAA101` for what is no text, `…` for what libzmq makes up.
  private func notation(_ frames: [[UInt8]?]) -> String {
    "[" + frames.map { $0.map(notation) ?? "…" }.joined(separator: ", ") + "]"
  }

  private func notation(_ frame: [UInt8]) -> String {
    if frame.isEmpty { return "''" }
    let text = String(decoding: frame, as: UTF8.self)
    if Array(text.utf8) == frame, !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control }) {
      return text.hasPrefix("[") || text.hasPrefix("{") ? "'\(text)'" : text
    }
    let digits = frame.prefix(24).map { byte in byte < 16 ? "0" + String(byte, radix: 16) : String(byte, radix: 16) }
    return "0x" + digits.joined() + (frame.count > 24 ? "… (\(frame.count) bytes)" : "")
  }
}
