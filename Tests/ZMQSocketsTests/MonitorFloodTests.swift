import Foundation
import Testing
import ZMQWire

@testable import ZMQRuntime
@testable import ZMQSockets

/// More events than a queue of libzmq's holds by itself, while the loop does something else.
///
/// The test's own thread is the loop's.
@Suite(.blocking, .serialized, .timeLimit(.minutes(1)))
struct MonitorFloodTests {
  /// Each is at least two events: it begins, and ends.
  private static let knocks = 1500

  /// Connections begin and end before anybody asks for events.
  private func flooded() throws -> (reactor: any Reactor, socket: any TransportSocket) {
    let reactor = try ReactorTests.make(.best)
    var configuration = SocketConfiguration(
      .router, bind: ["tcp://127.0.0.1:*"], options: ["backlog": 4096])
    configuration.events = SocketEvents()
    let socket = try reactor.open(configuration)
    let port = try #require(socket.boundEndpoints.first?.split(separator: ":").last.flatMap { UInt16($0) })
    for number in 0..<Self.knocks where !knock(at: port) {
      Issue.record("libzmq takes no connection after \(number)")
      break
    }
    return (reactor, socket)
  }

  /// Connects, and goes at once; false where nobody lets it in for ten seconds.
  private func knock(at port: UInt16) -> Bool {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    defer { close(descriptor) }
    var limit = timeval(tv_sec: 10, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &limit, socklen_t(MemoryLayout<timeval>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    return withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  @Test("a socket whose events nobody has taken is closed")
  func closing() throws {
    let (reactor, socket) = try flooded()
    socket.close()
    reactor.shutDown()
  }

  @Test("they are taken over several turns of the loop, and all of them")
  func turns() throws {
    let (reactor, socket) = try flooded()
    defer { reactor.shutDown() }
    var (begun, most) = (0, 0)
    socket.onConnections = { changes in
      begun += changes.count { if case .begun = $0 { true } else { false } }
      most = max(most, changes.count)
    }
    let deadline = ContinuousClock.now + .seconds(20)
    while begun < Self.knocks, ContinuousClock.now < deadline { reactor.wait(until: .now + .milliseconds(20)) }
    #expect(begun == Self.knocks)
    #expect(most <= 256)
  }
}
