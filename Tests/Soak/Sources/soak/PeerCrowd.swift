import Foundation
import SoakProtocol
import ZMQRuntime
import ZMQSockets
import ZMQWire

/// Ten thousand DEALERs on one ROUTER: each is heard, each gets its answer, and each costs the same memory.
enum PeerCrowd {
  /// The process with the ROUTER, which gives every frame back.
  static func listener(endpoint: String) async throws {
    let configuration = SocketConfiguration(.router, bind: [endpoint], options: ["backlog": 1000])
    let plan = ProcessPlan(
      name: "Listener", settings: ProcessSettings(label: "soak.Listener"),
      sockets: [.init("in", configuration, handler: HandlerSource(frames: Mirror()))])
    let peers = try await plan.run(on: ZMQTransport()) { listener in
      await listener.untilStopped()
      return await listener.ledger().sockets[0].peers
    }
    print("listener \(peers)")
  }

  private struct Mirror: FrameHandler {
    func receive(_ body: [[UInt8]], origin: Origin) -> [[UInt8]]? { body }
  }

  /// So many peers that stay, each with a request that is answered; then waits to be stopped.
  static func peers(endpoint: String, count: Int) throws {
    let context = try BareContext()
    var peers: [BareSocket] = []
    for number in 0..<count {
      let peer = try BareSocket(.dealer, in: context, routingID: Array("\(getpid())-\(number)".utf8))
      try peer.connect(endpoint)
      let frame = Array("\(number)".utf8)
      guard peer.send([frame], within: .seconds(60)) == .sent, try peer.receive(within: .seconds(60)) == [frame] else {
        print("peer \(number) has no answer")
        exit(1)
      }
      peers.append(peer)
    }
    print("ready")
    fflush(nil)
    withExtendedLifetime(peers) { _ = sigsuspendForever() }
  }

  private static func sigsuspendForever() -> Int32 { pause() }
}
