import SpecModel

/// How to read the page, in a few lines under the title.
///
/// ```
/// **How to read it.** `IN` is what goes to `send_multipart`, `OUT` is what comes out of `recv_multipart` at the
/// other side. Text in single quotation marks is JSON: `'ping, count'` stands for `["ping",5]`. …
/// ```
struct ReadingSection {
  /// The protocol.
  let spec: ProtocolSpec

  /// The lines.
  var text: String {
    var lines = [
      "**How to read it.** `IN` is what goes to `send_multipart`, `OUT` is what comes out of `recv_multipart` at the"
        + " other side;",
      "a message's number is the same in the drawing and below it. " + quotes,
    ]
    let symbols = spec.chains.flatMap { spec.frames(of: $0) }.flatMap(\.hops).flatMap { $0.sent + $0.received }
    if symbols.contains(.delimiter) { lines.append("`''` is an empty frame.") }
    if symbols.contains(.topic) { lines.append("`topic` is the frame by which subscribers choose.") }
    for (name, owners) in routingIDs(in: symbols) {
      lines.append("\(Markdown.code(name)) is the routing id of \(Markdown.list(owners)), without quotation marks.")
    }
    return lines.joined(separator: "\n")
  }

  /// With the first message of the first chain as example.
  private var quotes: String {
    let first = spec.chains.first { !$0.steps.isEmpty }?.steps.first?.message ?? spec.messageIDs.first
    guard let message = first.map({ spec[$0] }) else { return "Text in single quotation marks is JSON." }
    let notation = Markdown.code(message.bodyFrames(in: spec).map(\.notation).joined(separator: ", "))
    return
      "Text in single quotation marks\nis JSON: \(notation) stands for \(Markdown.code(message.sampleBody(in: spec)))."
  }

  /// The routing ids among some frames, each with the processes that have it.
  private func routingIDs(in symbols: [FrameSymbol]) -> [(name: String, owners: [String])] {
    var names: [String] = []
    for case .routingID(let name) in symbols where !names.contains(name) { names.append(name) }
    return names.map { name in
      let owners = spec.processes.filter { process in process.sockets.contains { $0.shownAs == name } }
      return (name, owners.map { Markdown.code($0.name.text) })
    }
  }
}
