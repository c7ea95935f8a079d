import SpecModel

/// The code that tells which message has arrived, on a socket that receives messages with layouts of the file's own.
///
/// One function for each layout: constants first, then the type, else the number of frames. It is not linear in the
/// number of types, and a layout that does not fit costs a comparison.
struct LayoutRecognition {
  let process: ProcessEmitter
  let receptions: [SocketProjection.Reception]

  private var spec: ProtocolSpec { process.spec }

  /// The functions of a dispatcher; none where all layouts are built in.
  ///
  /// ```swift
  /// private func recognize(_ incoming: IncomingMessage) throws(WireError) -> Received {
  ///   if let received = recognizeWorker(incoming) { return received }
  ///   throw incoming.unrecognized()
  /// }
  /// ```
  func functions() -> [Code] {
    if process.hasReader(receptions) { return [] }
    let functions =
      probes().map { probe in
        (name: "recognize\(SwiftName.type(probe.layout.name.text))", body: probe.statements())
      } + builtIn
    return [
      .blank,
      .block(
        "private func recognize(_ incoming: IncomingMessage) throws(WireError) -> Received",
        functions.map { .line("if let received = \($0.name)(incoming) { return received }") }
          + [.line("throw incoming.unrecognized()")]),
    ]
      + functions.flatMap { name, body -> [Code] in
        [
          .blank,
          .block(
            "private func \(name)(_ incoming: IncomingMessage) -> Received?",
            [.closure("incoming.recognize", parameters: "body throws(WireError) -> Received", body)]),
        ]
      }
  }

  /// What is looked for, one probe for all layouts that begin alike.
  private func probes() -> [LayoutProbe] {
    var probes: [LayoutProbe] = []
    for (index, layout) in spec.layouts.enumerated() {
      let members = receptions.filter { spec[$0.message].layout.declared == LayoutID(index) }
      if members.isEmpty { continue }
      let probe = LayoutProbe(process: process, layout: layout, messages: members.map(\.message))
      if !probes.indices.contains(where: { probes[$0].merge(probe) }) { probes.append(probe) }
    }
    return probes.filter(\.hasMark) + probes.filter { !$0.hasMark }
  }

  private var builtIn: [(name: String, body: [Code])] {
    let builtIn = receptions.filter { spec[$0.message].layout.builtIn != nil }
    if builtIn.isEmpty { return [] }
    let body: [Code] = [
      .line("try body.expect(frames: 1)"),
      .closure(
        "return try body.peekJSON", parameters: "reader, bytes throws(JSONFault) -> Received",
        process.recognizing(builtIn)),
    ]
    return [("recognizeBuiltIn", body)]
  }
}
