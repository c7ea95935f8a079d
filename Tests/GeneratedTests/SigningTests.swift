import GeneratedProtocols
import Testing
import ZMQRuntime
import ZMQWire

/// Signed messages: made and checked by a signer that the program gives, before anything else is read.
@Suite(.timeLimit(.minutes(1)))
struct SigningTests {
  /// A sum over a key, the bytes and where frames end; for tests, where nobody forges but the test.
  struct Checksum: Signer {
    let key: UInt64

    func signature(of frames: borrowing SignedFrames) -> [UInt8] {
      var sum = key &* 0x9e37_79b9_7f4a_7c15
      frames.forEach { frame in
        for index in frame.indices { sum = (sum ^ UInt64(frame[index])) &* 0x100_0000_01b3 }
        sum = (sum ^ 0x100) &* 0x100_0000_01b3
      }
      return (0..<8).map { UInt8(truncatingIfNeeded: sum >> (8 * UInt64($0))) }
    }
  }

  struct Locked: Signer {
    struct Failure: Error {}
    func signature(of frames: borrowing SignedFrames) throws -> [UInt8] { throw Failure() }
  }

  static let signer = Checksum(key: 42)
  static let session = UUIDValue(high: 1, low: 2)
  static let owner = Kernel.Owner(name: "me", since: Kernel.Version())
  static let execute = Kernel.Execute(
    code: "1 + 1", id: "a", session: session, user: "me", sent: Timestamp(clampingMicroseconds: 0), buffers: [[1], [2]])

  // MARK: Codecs

  @Test("the signature is that of the covered frames as they stand, in hexadecimal digits or as bytes")
  func made() throws {
    let frames = try Self.execute.bodyFrames(signer: Self.signer)
    #expect(frames.count == 8)
    #expect(frames[3] == Array("{}".utf8))
    let digits = try Self.signer.signature(of: Array(frames[2...5])).map { byte in
      (byte < 16 ? "0" : "") + String(byte, radix: 16)
    }
    #expect(String(decoding: frames[1], as: UTF8.self) == digits.joined())

    let audit = try Kernel.Audit(lines: ["a", "", "b"], owner: Self.owner).bodyFrames(signer: Self.signer)
    #expect(audit.count == 6)
    #expect(try audit[5] == Self.signer.signature(of: Array(audit[..<5])))
  }

  @Test("a message with a good signature is read, and holds it")
  func good() throws {
    let frames = try Self.execute.bodyFrames(signer: Self.signer)
    let message = try #require(try Kernel.Execute.decode(StoredFrames(frames, signer: Self.signer)))
    var expected = Self.execute
    expected.signature = String(decoding: frames[1], as: UTF8.self)
    #expect(message == expected)
    // Whoever has one that is signed already passes it on as it is.
    #expect(try message.bodyFrames() == frames)
  }

  @Test("every bit of every covered frame, and of the signature, is looked at; what is not covered is not")
  func forged() throws {
    let frames = try Self.execute.bodyFrames(signer: Self.signer)
    for frame in 1...5 {
      for byte in frames[frame].indices {
        var forged = frames
        forged[frame][byte] ^= 1 << UInt8(byte % 8)
        let error = #expect(throws: WireError.self) {
          try Kernel.Execute.decode(StoredFrames(forged, signer: Self.signer))
        }
        #expect(error?.reason == .badSignature, "frame \(frame), byte \(byte)")
        #expect(error?.frame == 1)
      }
    }
    var unsigned = frames
    unsigned[7] = [3]
    #expect(try Kernel.Execute.decode(StoredFrames(unsigned, signer: Self.signer))?.buffers == [[1], [3]])
  }

  @Test("no signature, capital digits, a frame moved over the border of a list: refused")
  func forms() throws {
    func reason(_ frames: [[UInt8]]) -> WireError.Reason? {
      #expect(throws: WireError.self) { try Kernel.Execute.decode(StoredFrames(frames, signer: Self.signer)) }?.reason
    }
    var frames = try Self.execute.bodyFrames(signer: Self.signer)
    let signature = frames[1]
    frames[1] = []
    #expect(reason(frames) == .badSignature)
    frames[1] = Array(String(decoding: signature, as: UTF8.self).uppercased().utf8)
    #expect(frames[1] != signature)
    #expect(reason(frames) == .badSignature)
    frames[1] = Array(signature.dropLast())
    #expect(reason(frames) == .badSignature)

    var audit = try Kernel.Audit(lines: ["a", "b"], owner: Self.owner).bodyFrames(signer: Self.signer)
    audit[2...3] = [Array("ab".utf8)]
    #expect(
      #expect(throws: WireError.self) { try Kernel.Audit.decode(StoredFrames(audit, signer: Self.signer)) }?.reason
        == .badSignature)
  }

  @Test("nothing is decoded before: broken JSON under a wrong signature is a wrong signature")
  func order() throws {
    var frames = try Self.execute.bodyFrames(signer: Self.signer)
    frames[2] = Array("{".utf8)
    #expect(
      #expect(throws: WireError.self) { try Kernel.Execute.decode(StoredFrames(frames, signer: Self.signer)) }?.reason
        == .badSignature)
  }

  @Test("without a signer, nothing that has a signature is read")
  func withoutSigner() throws {
    let frames = try Self.execute.bodyFrames(signer: Self.signer)
    let error = #expect(throws: WireError.self) { try Kernel.Execute.decode(StoredFrames(frames)) }
    #expect(error?.description == "expected a signer that knows the signature, found none")
  }

  @Test("what a signer cannot sign is not sent")
  func cannotSign() {
    let error = #expect(throws: UnencodableValue.self) { try Self.execute.bodyFrames(signer: Locked()) }
    #expect(error?.description == "execute.signature: expected a signature, found Failure()")
  }

  // MARK: Processes

  final class Computer: Kernel.Kernel.ShellHandler, Kernel.Kernel.AuditHandler {
    let seen: Probe<String>

    init(seen: Probe<String> = Probe()) { self.seen = seen }

    func execute(
      code: String, silent: Bool, session: UUIDValue, user: String, buffers: [[UInt8]], origin: Origin
    ) -> Kernel.ExecuteReply {
      seen.note("\(user) \(session == SigningTests.session) \(code)")
      return code.isEmpty ? .failed(Kernel.Failed(trace: ["empty"])) : .executed(Kernel.Executed(count: code.count))
    }

    nonisolated(nonsending) func history(
      n: Int, session: UUIDValue, user: String, buffers: [[UInt8]], origin: Origin, send: SendElement<Kernel.Entry>
    ) async throws -> Kernel.HistoryEnd {
      for number in 0..<n { try await send(Kernel.Entry(code: "\(number)")) }
      return Kernel.HistoryEnd()
    }

    func otherwise(frames: [[UInt8]], reason: any Error, origin: Origin) {
      seen.note("otherwise \((reason as? WireError)?.reason.rawValue ?? "?") \(frames.count)")
    }

    func audit(lines: [String], owner: Kernel.Owner, origin: Origin) throws -> Kernel.AuditDone {
      if lines.isEmpty { throw Kernel.NotAudited(reason: "nothing to see") }
      return Kernel.AuditDone(count: lines.count)
    }
  }

  struct Watcher: Kernel.Console.StatusHandler {
    let seen: Probe<String>

    func status(state: String, session: UUIDValue, origin: Origin) {
      seen.note("\(state) \(session == SigningTests.session)")
    }
  }

  private func kernel(_ kind: TestTransport, _ computer: sending Computer = Computer()) -> Kernel.Kernel {
    var kernel = Kernel.Kernel(session: Self.session, owner: Self.owner, signer: Self.signer, handler: computer)
    kernel.sockets.shell.bind = [kind.endpoint()]
    kernel.sockets.status.bind = [kind.endpoint()]
    kernel.sockets.audit.bind = [kind.endpoint()]
    return kernel
  }

  private func console(
    of kernel: Kernel.Kernel, _ signer: any Signer = SigningTests.signer, seen: Probe<String> = Probe()
  ) -> Kernel.Console {
    var console = Kernel.Console(
      session: Self.session, user: "me", owner: Self.owner, signer: signer, status: Watcher(seen: seen))
    console.sockets.shell.connect = kernel.sockets.shell.bind
    console.sockets.status.connect = kernel.sockets.status.bind
    console.sockets.audit.connect = kernel.sockets.audit.bind
    return console
  }

  @Test("requests, streams, refusals, periodic messages: all are signed", arguments: TestTransport.allCases)
  func signed(kind: TestTransport) async throws {
    let transport = kind.make()
    let (seen, told) = (Probe(of: String.self), Probe(of: String.self))
    let kernel = kernel(kind, Computer(seen: seen))
    let console = console(of: kernel, seen: told)
    try await kernel.run(on: transport) { kernel in
      try await console.run(on: transport) { console in
        guard case .executed(let done) = try await console.shell.execute(code: "1+1") else { throw WrongReply() }
        #expect(done.count == 3 && done.session == Self.session)
        #expect(await seen.next(1) == ["me true 1+1"])
        guard case .failed(let failed) = try await console.shell.execute(code: "") else { throw WrongReply() }
        #expect(failed.trace == ["empty"])
        let history = try await console.shell.history(n: 100)
        var codes: [String] = []
        for try await entry in history { codes.append(entry.code) }
        #expect(codes == (0..<100).map { "\($0)" })
        #expect(try await console.audit.audit(lines: ["a", "b"]).count == 2)
        let refusal = await #expect(throws: Kernel.NotAudited.self) { _ = try await console.audit.audit() }
        #expect(refusal?.reason == "nothing to see")
        #expect(await told.next(1) == ["idle true"])
        #expect(await kernel.counters(of: .shell).refused.isEmpty)
        #expect(await console.counters(of: .shell).refused.isEmpty)
      }
    }
  }

  @Test("a console with another key is refused, told to `otherwise`, and counted", arguments: TestTransport.allCases)
  func otherKey(kind: TestTransport) async throws {
    let time = VirtualTime()
    let transport = kind.make(time: time)
    let seen = Probe(of: String.self)
    let kernel = kernel(kind, Computer(seen: seen))
    let console = console(of: kernel, Checksum(key: 43))
    try await kernel.run(on: transport) { kernel in
      try await console.run(on: transport) { console in
        let asking = Task { try await console.shell.execute(code: "1+1", within: patience) }
        // The ROUTER's id of the peer, and seven frames less the buffers.
        #expect(await seen.next(1) == ["otherwise badSignature 7"])
        await time.advance(by: patience)
        await #expect(throws: RequestError.self) { _ = try await asking.value }
        #expect(await kernel.counters(of: .shell).refused == [.badSignature: 1])
        // Signed with the right key, the refusal is none for whoever has another.
        let error = await #expect(throws: WireError.self) { _ = try await console.audit.audit(lines: ["a"]) }
        #expect(error?.reason == .badSignature)
      }
    }
  }

  private struct Raw: Dispatcher {
    let seen: Probe<[[UInt8]]>

    nonisolated(nonsending) func dispatch(_ message: IncomingMessage) async throws -> Dispatched {
      seen.note(message.frames)
      return .handled
    }
  }

  @Test(
    "a forged answer is thrown away and counted, and the request goes on waiting", arguments: TestTransport.allCases)
  func forgedAnswer(kind: TestTransport) async throws {
    let transport = kind.make()
    let seen = Probe(of: [[UInt8]].self)
    let kernel = kernel(kind)
    let console = console(of: kernel)
    let plan = ProcessPlan(
      name: "Raw", settings: ProcessSettings(label: "raw"),
      sockets: [
        ProcessPlan.Socket(
          "shell", SocketConfiguration(.router, bind: kernel.sockets.shell.bind),
          handler: HandlerSource(Raw(seen: seen)))
      ])
    try await plan.run(on: transport) { server in
      try await console.run(on: transport) { console in
        let answer = Task { try await console.shell.execute(code: "1+1") }
        let request = try #require(await seen.next(1).first)
        let asked = try #require(try Kernel.Execute.decode(StoredFrames(Array(request[1...]), signer: Self.signer)))
        let socket = server.client("shell")
        for (signer, count) in [(Checksum(key: 1), 1), (Self.signer, 2)] {
          let frames = try Kernel.Executed(count: count, parent: asked.id).bodyFrames(signer: signer)
          try await socket.send { writer in for frame in [request[0]] + frames { writer.frame(frame) } }
        }
        guard case .executed(let done) = try await answer.value else { throw WrongReply() }
        #expect(done.count == 2)
        let counters = await console.counters(of: .shell)
        #expect(counters.refused == [.badSignature: 1])
        #expect(counters.awaited == 1)
      }
    }
  }

  private struct WrongReply: Error {}
}
