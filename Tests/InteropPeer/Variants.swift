import ZMQRuntime
import ZMQSockets

// The same lines for each generated protocol: whatever differs on the wire, a program does not see it.

extension PongLogic: ReqRepPair.PongProc.PingsHandler {
  func ping(count: Int, origin: Origin) -> ReqRepPair.Pong { .init(count: answer(count)) }
}

extension ReqRepPair: Variant {
  static func pong(
    _ logic: sending PongLogic, at endpoint: String, _ body: (RunningProcess) async throws -> Void
  ) async throws {
    var pong = PongProc(pings: logic)
    pong.sockets.pings.bind = [endpoint]
    try await pong.run(on: ZMQTransport()) { try await body($0.process) }
  }

  static func ping(at endpoint: String, _ body: (Asking) async throws -> Void) async throws {
    var ping = PingProc()
    ping.sockets.pongs.connect = [endpoint]
    try await ping.run(on: ZMQTransport()) { running in
      try await body(
        Asking(
          process: running.process, ping: { try await running.pongs.ping(count: $0).count },
          plzdiekthxbye: running.pongs.plzdiekthxbye))
    }
  }
}

extension PongLogic: ReqRepTriple.PongProc.PingsHandler {
  func ping(count: Int, origin: Origin) -> ReqRepTriple.Pong { .init(count: answer(count)) }
}

extension ReqRepTriple: Variant {
  static func pong(
    _ logic: sending PongLogic, at endpoint: String, _ body: (RunningProcess) async throws -> Void
  ) async throws {
    var pong = PongProc(pings: logic)
    pong.sockets.pings.bind = [endpoint]
    try await pong.run(on: ZMQTransport()) { try await body($0.process) }
  }

  static func ping(at endpoint: String, _ body: (Asking) async throws -> Void) async throws {
    var ping = PingProc()
    ping.sockets.pongs.connect = [endpoint]
    try await ping.run(on: ZMQTransport()) { running in
      try await body(
        Asking(
          process: running.process, ping: { try await running.pongs.ping(count: $0).count },
          plzdiekthxbye: running.pongs.plzdiekthxbye))
    }
  }
}

extension PongLogic: ReqRepPairRefused.PongProc.PingsHandler {
  func ping(count: Int, origin: Origin) -> ReqRepPairRefused.Pong { .init(count: answer(count)) }
}

extension ReqRepPairRefused: Variant {
  static func pong(
    _ logic: sending PongLogic, at endpoint: String, _ body: (RunningProcess) async throws -> Void
  ) async throws {
    var pong = PongProc(pings: logic)
    pong.sockets.pings.bind = [endpoint]
    try await pong.run(on: ZMQTransport()) { try await body($0.process) }
  }

  static func ping(at endpoint: String, _ body: (Asking) async throws -> Void) async throws {
    var ping = PingProc()
    ping.sockets.pongs.connect = [endpoint]
    try await ping.run(on: ZMQTransport()) { running in
      try await body(
        Asking(
          process: running.process, ping: { try await running.pongs.ping(count: $0).count },
          plzdiekthxbye: running.pongs.plzdiekthxbye))
    }
  }
}

extension PongLogic: ReqRouterPair.PongProc.PingsHandler {
  func ping(count: Int, origin: Origin) -> ReqRouterPair.Pong { .init(count: answer(count)) }
}

extension ReqRouterPair: Variant {
  static func pong(
    _ logic: sending PongLogic, at endpoint: String, _ body: (RunningProcess) async throws -> Void
  ) async throws {
    var pong = PongProc(pings: logic)
    pong.sockets.pings.bind = [endpoint]
    try await pong.run(on: ZMQTransport()) { try await body($0.process) }
  }

  static func ping(at endpoint: String, _ body: (Asking) async throws -> Void) async throws {
    var ping = PingProc()
    ping.sockets.pongs.connect = [endpoint]
    try await ping.run(on: ZMQTransport()) { running in
      try await body(
        Asking(
          process: running.process, ping: { try await running.pongs.ping(count: $0).count },
          plzdiekthxbye: running.pongs.plzdiekthxbye))
    }
  }
}

extension PongLogic: ReqRouterTriple.PongProc.PingsHandler {
  func ping(count: Int, origin: Origin) -> ReqRouterTriple.Pong { .init(count: answer(count)) }
}

extension ReqRouterTriple: Variant {
  static func pong(
    _ logic: sending PongLogic, at endpoint: String, _ body: (RunningProcess) async throws -> Void
  ) async throws {
    var pong = PongProc(pings: logic)
    pong.sockets.pings.bind = [endpoint]
    try await pong.run(on: ZMQTransport()) { try await body($0.process) }
  }

  static func ping(at endpoint: String, _ body: (Asking) async throws -> Void) async throws {
    var ping = PingProc()
    ping.sockets.pongs.connect = [endpoint]
    try await ping.run(on: ZMQTransport()) { running in
      try await body(
        Asking(
          process: running.process, ping: { try await running.pongs.ping(count: $0).count },
          plzdiekthxbye: running.pongs.plzdiekthxbye))
    }
  }
}

extension PongLogic: ReqRouterTripleRefused.PongProc.PingsHandler {
  func ping(count: Int, origin: Origin) -> ReqRouterTripleRefused.Pong { .init(count: answer(count)) }
}

extension ReqRouterTripleRefused: Variant {
  static func pong(
    _ logic: sending PongLogic, at endpoint: String, _ body: (RunningProcess) async throws -> Void
  ) async throws {
    var pong = PongProc(pings: logic)
    pong.sockets.pings.bind = [endpoint]
    try await pong.run(on: ZMQTransport()) { try await body($0.process) }
  }

  static func ping(at endpoint: String, _ body: (Asking) async throws -> Void) async throws {
    var ping = PingProc()
    ping.sockets.pongs.connect = [endpoint]
    try await ping.run(on: ZMQTransport()) { running in
      try await body(
        Asking(
          process: running.process, ping: { try await running.pongs.ping(count: $0).count },
          plzdiekthxbye: running.pongs.plzdiekthxbye))
    }
  }
}

extension PongLogic: DealerRepPair.PongProc.PingsHandler {
  func ping(count: Int, origin: Origin) -> DealerRepPair.Pong { .init(count: answer(count)) }
}

extension DealerRepPair: Variant {
  static func pong(
    _ logic: sending PongLogic, at endpoint: String, _ body: (RunningProcess) async throws -> Void
  ) async throws {
    var pong = PongProc(pings: logic)
    pong.sockets.pings.bind = [endpoint]
    try await pong.run(on: ZMQTransport()) { try await body($0.process) }
  }

  static func ping(at endpoint: String, _ body: (Asking) async throws -> Void) async throws {
    var ping = PingProc()
    ping.sockets.pongs.connect = [endpoint]
    try await ping.run(on: ZMQTransport()) { running in
      try await body(
        Asking(
          process: running.process, ping: { try await running.pongs.ping(count: $0).count },
          plzdiekthxbye: running.pongs.plzdiekthxbye))
    }
  }
}

extension PongLogic: DealerRepTriple.PongProc.PingsHandler {
  func ping(count: Int, origin: Origin) -> DealerRepTriple.Pong { .init(count: answer(count)) }
}

extension DealerRepTriple: Variant {
  static func pong(
    _ logic: sending PongLogic, at endpoint: String, _ body: (RunningProcess) async throws -> Void
  ) async throws {
    var pong = PongProc(pings: logic)
    pong.sockets.pings.bind = [endpoint]
    try await pong.run(on: ZMQTransport()) { try await body($0.process) }
  }

  static func ping(at endpoint: String, _ body: (Asking) async throws -> Void) async throws {
    var ping = PingProc()
    ping.sockets.pongs.connect = [endpoint]
    try await ping.run(on: ZMQTransport()) { running in
      try await body(
        Asking(
          process: running.process, ping: { try await running.pongs.ping(count: $0).count },
          plzdiekthxbye: running.pongs.plzdiekthxbye))
    }
  }
}

extension PongLogic: DealerRouterPair.PongProc.PingsHandler {
  func ping(count: Int, origin: Origin) -> DealerRouterPair.Pong { .init(count: answer(count)) }
}

extension DealerRouterPair: Variant {
  static func pong(
    _ logic: sending PongLogic, at endpoint: String, _ body: (RunningProcess) async throws -> Void
  ) async throws {
    var pong = PongProc(pings: logic)
    pong.sockets.pings.bind = [endpoint]
    try await pong.run(on: ZMQTransport()) { try await body($0.process) }
  }

  static func ping(at endpoint: String, _ body: (Asking) async throws -> Void) async throws {
    var ping = PingProc()
    ping.sockets.pongs.connect = [endpoint]
    try await ping.run(on: ZMQTransport()) { running in
      try await body(
        Asking(
          process: running.process, ping: { try await running.pongs.ping(count: $0).count },
          plzdiekthxbye: running.pongs.plzdiekthxbye))
    }
  }
}

extension PongLogic: DealerRouterTriple.PongProc.PingsHandler {
  func ping(count: Int, origin: Origin) -> DealerRouterTriple.Pong { .init(count: answer(count)) }
}

extension DealerRouterTriple: Variant {
  static func pong(
    _ logic: sending PongLogic, at endpoint: String, _ body: (RunningProcess) async throws -> Void
  ) async throws {
    var pong = PongProc(pings: logic)
    pong.sockets.pings.bind = [endpoint]
    try await pong.run(on: ZMQTransport()) { try await body($0.process) }
  }

  static func ping(at endpoint: String, _ body: (Asking) async throws -> Void) async throws {
    var ping = PingProc()
    ping.sockets.pongs.connect = [endpoint]
    try await ping.run(on: ZMQTransport()) { running in
      try await body(
        Asking(
          process: running.process, ping: { try await running.pongs.ping(count: $0).count },
          plzdiekthxbye: running.pongs.plzdiekthxbye))
    }
  }
}

extension PongLogic: DealerRouterPairRefused.PongProc.PingsHandler {
  func ping(count: Int, origin: Origin) -> DealerRouterPairRefused.Pong { .init(count: answer(count)) }
}

extension DealerRouterPairRefused: Variant {
  static func pong(
    _ logic: sending PongLogic, at endpoint: String, _ body: (RunningProcess) async throws -> Void
  ) async throws {
    var pong = PongProc(pings: logic)
    pong.sockets.pings.bind = [endpoint]
    try await pong.run(on: ZMQTransport()) { try await body($0.process) }
  }

  static func ping(at endpoint: String, _ body: (Asking) async throws -> Void) async throws {
    var ping = PingProc()
    ping.sockets.pongs.connect = [endpoint]
    try await ping.run(on: ZMQTransport()) { running in
      try await body(
        Asking(
          process: running.process, ping: { try await running.pongs.ping(count: $0).count },
          plzdiekthxbye: running.pongs.plzdiekthxbye))
    }
  }
}
