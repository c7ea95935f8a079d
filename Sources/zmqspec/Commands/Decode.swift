import ArgumentParser
import SpecCompiler
import SpecModel

/// `zmqspec decode`: what is this message?
struct Decode: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Say what a message is, or what is wrong with which frame of it.",
    discussion: """
      EXAMPLES:
        echo '["", "[\\"ping\\",5]"]' | zmqspec decode ping-pong.yaml
        zmqspec decode ping-pong.yaml messages.jsonl --format json
        zmqspec decode majordomo.yaml --socket Broker.workers < messages.jsonl

      A message is a line of JSON: the list of its frames as send_multipart takes or
      recv_multipart gives them, each a text or {"hex": "4d445057"}. An object with
      such a list under "frames" is one, too. Every chain, step and side (IN, OUT) at
      which it can be seen is named, then the envelope and the fields. Of what it is
      not, the nearest three messages are named, and why.
      Exit code: 0 all known, 1 not so, 2 a file cannot be read.
      """)

  /// What comes out.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @Argument(help: "The protocol file.", completion: .file(extensions: ["yaml", "yml"]))
  var file: String

  @Argument(help: "Files of messages, one a line; - or none: standard input.", completion: .file())
  var messages: [String] = []

  @Option(help: "Only as this socket sends or receives it: Process.socket.")
  var socket: String?

  @Flag(help: "The frames are bodies without envelopes, as in 'zmqspec vectors'.")
  var body = false

  @Option(help: "text, or json for one object a line.")
  var format: Format = .text

  @OptionGroup var errors: ErrorFormat

  mutating func validate() throws {
    if file == "-", messages.isEmpty || messages.contains("-") {
      throw ValidationError("the protocol and the messages cannot both come from standard input")
    }
  }

  func run() throws {
    let compiled = try Reporter(format: errors.format, stream: .error).compile([file], verb: "reading")
    var isKnown = true
    for compiled in compiled {
      let sightings = try sightings(in: compiled.spec)
      for name in messages.isEmpty ? ["-"] : messages {
        for message in PastedMessage.messages(in: try Input(argument: name).read()) {
          isKnown = try decode(message, compiled.spec, sightings) && isKnown
        }
      }
    }
    if !isKnown { throw ExitCode(1) }
  }

  /// Prints what a message is; gives back whether it is one.
  private func decode(
    _ message: PastedMessage, _ spec: ProtocolSpec, _ sightings: [MessageSighting]
  ) throws -> Bool {
    switch message.frames {
    case .failure(let trouble):
      switch format {
      case .text: try StandardStream.output.write("line \(message.line): \(trouble.message)\n")
      case .json:
        let members = [
          JSONText.member("line", "\(message.line)"), JSONText.member("error", JSONText.string(trouble.message)),
        ]
        try StandardStream.output.write(JSONText.object(members) + "\n")
      }
      return false
    case .success(let frames):
      let report = DecodingReport(
        spec: spec, line: message.line, frames: frames, decoded: spec.decode(frames, as: sightings))
      try StandardStream.output.write(format == .text ? report.text : report.json + "\n")
      return !report.decoded.matches.isEmpty
    }
  }

  private func sightings(in spec: ProtocolSpec) throws -> [MessageSighting] {
    var all = spec.sightings()
    if body { for index in all.indices { all[index].envelope = [] } }
    guard let socket else { return all }
    let names = spec.socketIDs.map { "\(spec[$0.process].name).\(spec[$0].name)" }
    guard names.contains(socket) else {
      let nearest = Spelling.nearest(to: socket, among: names).map { "did you mean '\($0)'?" }
      throw WrongUsage(
        "\(spec.name) has no socket '\(socket)'; \(nearest ?? "it has \(names.joined(separator: ", "))")")
    }
    return all.filter { "\(spec[$0.socket.process].name).\(spec[$0.socket].name)" == socket }
  }
}
