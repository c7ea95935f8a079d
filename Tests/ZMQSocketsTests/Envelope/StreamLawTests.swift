import Testing
import ZMQSockets
import ZMQWire

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

/// The last row of the table: a STREAM and a plain TCP program. Source: man zmq_socket, ZMQ_STREAM.
@Suite(.blocking, .timeLimit(.minutes(1)))
struct StreamLawTests {
  typealias Rule = EnvelopeRule<[UInt8]>

  @Test("a STREAM tells of a connection, passes bytes both ways with an id in front, and tells of the end")
  func plainTCP() throws {
    let stream = try BareSocket(.stream, in: try BareContext())
    let endpoint = try stream.bind("tcp://127.0.0.1:*")
    let port = try #require(UInt16(endpoint.split(separator: ":").last ?? ""))
    let peer = try #require(PlainTCP(port: port))

    // It is there: its id, and nothing.
    let hello = try #require(try stream.receive(within: .seconds(5)))
    let id = try #require(hello.first)
    #expect(id.count == 5 && Rule.arrive([[]], at: .stream, from: id) == .received(hello, kept: []))

    peer.send("GET /")
    #expect(try stream.receive(within: .seconds(5)) == [id, "GET /"])
    #expect(Rule.arrive(["GET /"], at: .stream, from: id) == .received([id, "GET /"], kept: []))

    #expect(Rule.depart([id, "200 OK"], from: .stream) == .addressed(to: id, wire: ["200 OK"]))
    #expect(stream.send([id, "200 OK"], within: .seconds(5)) == .sent)
    #expect(peer.receive(6, pumping: stream) == "200 OK")

    peer.close()
    #expect(try stream.receive(within: .seconds(5)) == [id, []])
  }

  @Test("an empty frame behind the id closes the connection; an unknown id is refused")
  func closing() throws {
    let stream = try BareSocket(.stream, in: try BareContext())
    let endpoint = try stream.bind("tcp://127.0.0.1:*")
    let port = try #require(UInt16(endpoint.split(separator: ":").last ?? ""))
    let peer = try #require(PlainTCP(port: port))
    defer { peer.close() }
    let id = try #require(try stream.receive(within: .seconds(5))?.first)
    #expect(stream.send(["nobody", "x"], within: .zero) == .expired)
    #expect(stream.send([id, ""], within: .seconds(5)) == .sent)
    // The other side reads the end of the file, as soon as libzmq has taken the end in.
    #expect(peer.receive(1, pumping: stream) == "")
  }
}

/// A TCP connection with nothing of ZeroMQ in it.
private final class PlainTCP {
  private let descriptor: Int32

  init?(port: UInt16) {
    #if canImport(Darwin)
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    if status != 0 {
      close()
      return nil
    }
    // A read comes back after a while, so that the other side can be pumped and a test cannot hang.
    var pause = timeval(tv_sec: 0, tv_usec: 10_000)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &pause, socklen_t(MemoryLayout<timeval>.size))
  }

  func send(_ text: String) {
    let bytes = Array(text.utf8)
    #expect(write(descriptor, bytes, bytes.count) == bytes.count)
  }

  /// So many bytes, or fewer where the connection ends; nil where neither comes.
  func receive(_ count: Int, pumping stream: BareSocket) -> String? {
    var bytes: [UInt8] = []
    let deadline = ContinuousClock.now + .seconds(5)
    while bytes.count < count {
      stream.pump()
      var buffer = [UInt8](repeating: 0, count: count - bytes.count)
      let got = read(descriptor, &buffer, buffer.count)
      if got == 0 { break }
      if got > 0 { bytes += buffer.prefix(got) }
      if ContinuousClock.now > deadline { return nil }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  func close() { closeDescriptor(descriptor) }
}

private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
