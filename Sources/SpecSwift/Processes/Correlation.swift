import SpecModel

/// By what the answers to a request say which one they answer: a field of the request that is new each time, and a copy
/// of it in each of them.
struct Correlation {
  /// The request's field, whose source is `fresh`.
  let field: FieldSpec
  /// The place of the copy among the layout's fields, for each message that may answer.
  let copies: [MessageID: Int]
}

extension SwiftSpec {
  /// How the requests of a socket that asks for many things at a time find their answers; requests without are known by
  /// the order of their answers.
  ///
  /// A field that is not `fresh` may have the same value twice, so it tells nothing: it is only compared.
  func correlations(of socket: SocketID) -> [MessageID: Correlation] {
    guard [.dealer, .router, .pair].contains(spec[socket].type) else { return [:] }
    let asking = projections[socket]?.emissions.filter { $0.isSpoken && !$0.answers.isEmpty } ?? []
    var correlations: [MessageID: Correlation] = [:]
    var others: Set<MessageID> = []
    for emission in asking {
      let answers = emission.answers.all + emission.refusals
      if let correlation = correlation(of: emission.message, with: answers) {
        correlations[emission.message] = correlation
      } else {
        others.formUnion(answers)
      }
    }
    // A message that has no id of its own request could not be told from an answer to another.
    return correlations.values.contains { !others.isDisjoint(with: $0.copies.keys) } ? [:] : correlations
  }

  private func correlation(of request: MessageID, with answers: [MessageID]) -> Correlation? {
    let fresh = headers(of: spec[request]).filter { $0.source?.kind == .fresh }
    for field in fresh {
      var copies: [MessageID: Int] = [:]
      for answer in answers {
        guard let layout = spec[answer].layout.declared else { break }
        copies[answer] = spec[layout].fields.firstIndex {
          $0.source?.kind == .cause([field.name.text]) && $0.type == field.type
        }
      }
      if copies.count == Set(answers).count { return Correlation(field: field, copies: copies) }
    }
    return nil
  }
}

extension ProcessEmitter {
  /// ```swift
  /// /// The id by which an answer on `server` says which request it answers.
  /// private static func serverCorrelation(_ incoming: IncomingMessage) throws(WireError) -> CorrelationID? {
  ///   try incoming.correlation { body throws(WireError) in
  ///     …
  ///   }
  /// }
  /// ```
  func correlationFunctions() -> [[Code]] {
    sending.compactMap { id in
      let readings = correlationReadings(of: id)
      if readings.isEmpty { return nil }
      return [
        .doc("The id by which an answer on `\(spec[id].name)` says which request it answers."),
        .function(
          "private static func \(correlationName(of: id))(", ["_ incoming: IncomingMessage"],
          ") throws(WireError) -> CorrelationID?",
          looking("try incoming.correlation", for: readings, "CorrelationID")),
      ]
    }
  }

  /// `correlation: Self.serverCorrelation`, or nothing.
  func correlationArgument(of socket: SocketID) -> String? {
    correlationReadings(of: socket).isEmpty ? nil : "correlation: Self.\(correlationName(of: socket))"
  }

  /// How the requests of a socket find their answers; none where one of the answers cannot be looked into.
  func correlations(of socket: SocketID) -> [MessageID: Correlation] {
    correlationReadings(of: socket).isEmpty ? [:] : names.correlations(of: socket)
  }

  private func correlationName(of socket: SocketID) -> String { SwiftName.member("\(spec[socket].name)-correlation") }

  /// For each layout of an answer the statements that read its id.
  private func correlationReadings(of socket: SocketID) -> [(layout: LayoutSpec, body: [Code])] {
    let hasHandler = !receptions(of: socket).isEmpty
    var copies: [MessageID: Int] = [:]
    for correlation in names.correlations(of: socket).values { copies.merge(correlation.copies) { first, _ in first } }
    var readings: [(layout: LayoutSpec, body: [Code])] = []
    for (index, layout) in spec.layouts.enumerated() {
      let answers = copies.keys.filter { spec[$0].layout.declared == LayoutID(index) }.sorted { $0.index < $1.index }
      guard let field = answers.first.flatMap({ copies[$0] }) else { continue }
      let probe = LayoutProbe(process: self, layout: layout, messages: answers)
      guard let body = probe.correlation(by: field, checksType: hasHandler) else { return [] }
      readings.append((layout, body))
    }
    return readings
  }
}
