import SpecModel

/// Emits the methods that play chains, one for each process that takes part in one.
struct PlayEmitter {
  let names: SwiftSpec

  /// ```swift
  /// extension PingPong {
  ///   public nonisolated(nonsending) static func play(
  ///     _ chain: Chain, against process: PongProc, on transport: some Transport = InMemoryTransport(),
  ///     while body: (nonisolated(nonsending) (PongProc.Running) async throws -> Void)? = nil
  ///   ) async throws { … }
  /// }
  /// ```
  func declarations() -> [Code] {
    let chains = names.spec.chains.filter { !$0.steps.isEmpty }
    let sockets = chains.flatMap(\.steps).flatMap(\.hops).flatMap { [$0.sender] + $0.receivers }
    let taking = Set(sockets.map(\.process))
    let processes = names.spec.processIDs.filter(taking.contains)
    if processes.isEmpty { return [] }
    return [
      .blank,
      .block("extension \(names.namespace)", Array(processes.map(play).joined(separator: [.blank]))),
    ]
  }

  private func play(_ id: ProcessID) -> [Code] {
    let process = names.spec[id]
    let type = names.type(of: id)
    let isSeveral = names.spec.chains.contains { names.spec.several(in: $0).contains(id) }
    let wiring = process.sockets.map { socket -> Code in
      let property = names.property(of: socket)
      return .call(
        "process.sockets.\(property) = play.wired(",
        ["process.sockets.\(property)", SwiftLiteral.string(socket.name.text)])
    }
    let run = Code.closure(
      "try await process.run(on: transport)", parameters: "running",
      [
        .statement(
          "try await play.perform(with: running.process, hasProgram: body != nil)", "try await body?(running)")
      ])
    return [
      .doc(
        """
        Plays everybody else of a chain against \(process.name).

        What the chain says that \(process.name) sends must come, in the order of the chain, each within the time that the \
        protocol gives it; and nothing else may.

        - Parameters:
        \(isSeveral ? "  - instance: Which it is where it speaks to another of its type.\n" : "")\
          - body: What its program does meanwhile.
        - Throws: `PlayFailure` with the drawing up to the arrow that failed; what `body` throws.
        """),
      .function(
        "public nonisolated(nonsending) static func play(",
        [
          "_ chain: \(names.chainType)", "against process: \(type)",
        ] + (isSeveral ? ["as instance: ChainInstance = .first"] : []) + [
          "on transport: some Transport = InMemoryTransport()",
          "while body: (nonisolated(nonsending) (\(type).Running) async throws -> Void)? = nil",
        ], ") async throws",
        [
          .closure(
            "try await ChainPlay.stage(chain.script, against: \(SwiftLiteral.string(process.name.text)), "
              + "\(isSeveral ? "as: instance, " : "")on: transport)",
            parameters: "play",
            [.line("var process = process"), .line("process.settings.stopSignals = []")] + wiring + [run])
        ]),
    ]
  }
}
