import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// The gallery's protocols as a user would write their programs, on every transport with one test body.
@Suite(.timeLimit(.minutes(1)))
struct GalleryTests {
  // MARK: Weather

  struct Wall: Weather.Display.ReportsHandler {
    let shown: Probe<String>
    func report(
      city: String, sky: Weather.Sky, temperature: Double, at: Timestamp, wind: Weather.Wind?, origin: Origin
    ) {
      shown.note("\(origin.topic ?? "-"): \(sky) in \(city), \(temperature) degrees, \(wind?.speed ?? 0) m/s")
    }
  }

  final class Archive: Weather.Logger.ReportsHandler {
    let kept: Probe<Weather.Report>
    init(_ kept: Probe<Weather.Report>) { self.kept = kept }
    func report(
      city: String, sky: Weather.Sky, temperature: Double, at: Timestamp, wind: Weather.Wind?, origin: Origin
    ) async throws {
      await Task.yield()
      kept.note(Weather.Report(city: city, sky: sky, temperature: temperature, at: at, wind: wind))
    }
  }

  @Test("a PUB tells every SUB, by topic", arguments: TestTransport.allCases)
  func weather(kind: TestTransport) async throws {
    let transport = kind.make()
    let endpoint = kind.endpoint()
    let shown = Probe(of: String.self)
    let kept = Probe(of: Weather.Report.self)
    var station = Weather.Station()
    station.sockets.reports.bind = [endpoint]
    try await beside {
      var display = Weather.Display(reports: Wall(shown: shown))
      display.sockets.reports.connect = [endpoint]
      display.sockets.reports.subscriptions = [Array("weather.Olden".utf8)]
      try await display.run(on: transport)
    } _: {
      try await beside {
        var logger = Weather.Logger(reports: Archive(kept))
        logger.sockets.reports.connect = [endpoint]
        try await logger.run(on: transport)
      } _: {
        try await station.run(on: transport) { station in
          // Both want Oldenburg, and one of them everything.
          try await station.reports.waitForSubscribers(2, to: "weather.Oldenburg", within: patience)
          for _ in 0..<2 {
            try await station.reports.report(city: "Bremen", sky: .fog, temperature: 3, at: .earliest)
            try await station.reports.report(
              city: "Oldenburg", sky: .rain, temperature: 11.5, at: .latest,
              wind: Weather.Wind(degrees: 270, speed: 4.5))
          }
          let expected = "weather.Oldenburg: rain in Oldenburg, 11.5 degrees, 4.5 m/s"
          #expect(await shown.next(2) == [expected, expected])
          #expect(Set(await kept.next(4).map(\.city)) == ["Bremen", "Oldenburg"])
        }
      }
    }
  }

  // MARK: Ventilator

  /// Needs the process's own client, so it is made when the process starts.
  struct Worker: Ventilator.Worker.TasksHandler {
    let running: Ventilator.Worker.Running
    func task(id: UInt32, workload: Duration, origin: Origin) async throws {
      try await running.results.result(id: id)
    }
  }

  final class Sink: Ventilator.Sink.ResultsHandler {
    let finished: Probe<Set<UInt32>>
    var expected: UInt32 = .max
    var seen: Set<UInt32> = []
    init(_ finished: Probe<Set<UInt32>>) { self.finished = finished }

    func batch(tasks: UInt32, origin: Origin) {
      expected = tasks
      look()
    }

    func result(id: UInt32, origin: Origin) {
      seen.insert(id)
      look()
    }

    private func look() { if seen.count >= expected { finished.note(seen) } }
  }

  @Test("PUSH deals out, PULL gathers, and a handler sends", arguments: TestTransport.allCases)
  func ventilator(kind: TestTransport) async throws {
    let transport = kind.make()
    let (tasks, results) = (kind.endpoint(), kind.endpoint())
    let finished = Probe(of: Set<UInt32>.self)
    try await beside {
      var sink = Ventilator.Sink(results: Sink(finished))
      sink.sockets.results.bind = [results]
      try await sink.run(on: transport)
    } _: {
      try await beside {
        var worker = Ventilator.Worker { Worker(running: $0) }
        worker.sockets.tasks.connect = [tasks]
        worker.sockets.results.connect = [results]
        try await worker.run(on: transport)
      } _: {
        var ventilator = Ventilator.Ventilator()
        ventilator.sockets.tasks.bind = [tasks]
        ventilator.sockets.sink.connect = [results]
        try await ventilator.run(on: transport) { ventilator in
          try await ventilator.sink.batch(tasks: 20)
          for id in 1...20 { try await ventilator.tasks.task(id: UInt32(id), workload: .milliseconds(1)) }
          #expect(await finished.next(1) == [Set(1...20)])
        }
      }
    }
  }

  // MARK: Ping-pong over a ROUTER, and as triples

  struct RouterPongs: PingPongRouter.PongProc.PingsHandler {
    func ping(count: Int, origin: Origin) async throws -> PingPongRouter.Pong {
      await Task.yield()
      #expect(origin.routingID != nil)
      return PingPongRouter.Pong(count: count + 1)
    }
    func plzdiekthxbye(origin: Origin) async {}
  }

  @Test("one word differs, REP or ROUTER, and no line of Swift", arguments: TestTransport.allCases)
  func router(kind: TestTransport) async throws {
    let transport = kind.make()
    var pongProc = PingPongRouter.PongProc(pings: RouterPongs())
    pongProc.sockets.pings.bind = [kind.endpoint()]
    try await pongProc.run(on: transport) { pong in
      var pingProc = PingPongRouter.PingProc()
      pingProc.sockets.pongs.connect = pong.endpoints(of: .pings)
      try await pingProc.run(on: transport) { ping in
        // The protocol's two seconds are for a machine that does nothing else.
        for count in 1...5 { #expect(try await ping.pongs.ping(count: count, within: patience).count == count + 1) }
        try await ping.pongs.plzdiekthxbye()
      }
      await pong.untilStopped()
    }
  }

  struct TriplePongs: PingPongTriple.PongProc.PingsHandler {
    func ping(count: Int, origin: Origin) -> PingPongTriple.Pong { PingPongTriple.Pong(count: count) }
    func plzdiekthxbye(origin: Origin) {}
  }

  @Test("a struct with sync methods is a handler", arguments: TestTransport.allCases)
  func triple(kind: TestTransport) async throws {
    let transport = kind.make()
    let endpoint = kind.endpoint()
    var pongProc = PingPongTriple.PongProc(pings: TriplePongs())
    pongProc.sockets.pings.bind = [endpoint]
    var pingProc = PingPongTriple.PingProc()
    pingProc.sockets.pongs.connect = [endpoint]
    try await pongProc.run(on: transport) { pong in
      try await pingProc.run(on: transport) { ping in
        #expect(try await ping.pongs.ping(count: 7, within: patience).count == 7)
        try await ping.pongs.plzdiekthxbye()
      }
      await pong.untilStopped()
      #expect(pong.endpoints(of: .pings).count == 1)
    }
  }

  @Test("a handler is tested with a call")
  func call() {
    #expect(TriplePongs().ping(count: 5, origin: Origin()) == PingPongTriple.Pong(count: 5))
  }
}
