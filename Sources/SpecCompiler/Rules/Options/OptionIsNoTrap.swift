import SpecModel
import ZMQWire

/// An option does not make libzmq lose messages, wait for ever or eat up memory.
///
/// A warning: each of them has its uses. Source: man zmq_setsockopt; measured where said.
struct OptionIsNoTrap: Rule {
  static let code: DiagnosticCode = "ZS1113"

  static func check(_ spec: ProtocolSpec) -> [Diagnostic] {
    spec.socketIDs.flatMap { id -> [Diagnostic] in
      let values = Dictionary(
        spec[id].options.map { ($0.name.text, $0.value) }, uniquingKeysWith: { first, _ in first })
      return spec[id].options.compactMap { option in
        guard case .int(let value) = option.value, let (effect, help) = trap(option.name.text, value, values, spec[id])
        else { return nil }
        return warning(at: option.valueRange, "`\(option.name): \(shown(option, value))` \(effect)", help: help)
      }
    }
  }

  private static func shown(_ option: OptionSpec, _ value: Int) -> String {
    OptionKey.byName[option.name.text]?.kind == .flag ? (value == 0 ? "false" : "true") : "\(value)"
  }

  private static func trap(
    _ name: String, _ value: Int, _ all: [String: OptionSpec.Value], _ socket: SocketSpec
  ) -> (effect: String, help: String)? {
    switch (name, value) {
    case ("linger", -1):
      (
        "keeps the program from ending as long as a peer does not take what was sent",
        "write how long it may take, such as `linger: 1s`"
      )
    case ("sndhwm", 0), ("rcvhwm", 0):
      (
        "sets no limit: what a slow peer does not take fills the memory",
        "write a number of messages; libzmq's own is 1000"
      )
    case ("router_mandatory", 0):
      (
        "lets libzmq drop what goes to a peer that is not there, or not fast enough, without a word",
        "remove it: the send then fails, and the caller learns of it"
      )
    case ("req_relaxed", 1) where all["req_correlate"] != .int(1):
      (
        "lets the reply to an earlier request, which was given up, pass for the reply to the next (measured)",
        "write `req_correlate: true` beside it"
      )
    case ("immediate", 0) where socket.type.roundRobins && socket.connect.count > 1:
      (
        "sends every other message to an endpoint where nobody listens yet (measured)",
        "remove it: with several endpoints, only connections that stand get messages"
      )
    case ("immediate", 1) where socket.connect.count == 1 && socket.bind.isEmpty:
      (
        "throws away what is queued whenever the connection is lost; without it, libzmq keeps it for the next one",
        "remove it: it helps only where there are several endpoints"
      )
    case ("maxmsgsize", 0..<25):
      (
        "refuses libzmq's own handshake, which has 25 bytes and more: no peer ever gets through (measured)",
        "write the size of the largest message that makes sense, such as `maxmsgsize: 1MiB`"
      )
    case ("maxmsgsize", -1):
      (
        "takes messages of any size: one of them can fill the memory",
        "write the size of the largest that makes sense, such as `maxmsgsize: 1MiB`"
      )
    case ("heartbeat_ivl", 0) where (socket.bind + socket.connect).contains { $0.transport == "tcp" }:
      (
        "leaves a peer unnoticed that vanishes without a word: its tcp connection stays half open",
        "write an interval, such as `heartbeat_ivl: 5s`, or leave the option out"
      )
    case ("xpub_manual", 1):
      (
        "lets no subscription in until the program says so, and generated programs do not: nobody is sent anything",
        "remove it"
      )
    case ("reconnect_ivl", -1...0):
      (
        "never connects again: after the first interruption the socket is deaf and dumb (measured)",
        "write an interval, such as `reconnect_ivl: 100ms`"
      )
    default: nil
    }
  }
}
