import MajordomoProtocol
import ZMQRuntime
import ZMQWire

/// What the broker does with each message, from both sides.
struct Foreman: Majordomo.Broker.ClientsHandler, Majordomo.Broker.WorkersHandler {
  /// A client waits 2.5 s for its reply; what takes longer need not be done any more.
  private static let patience = Duration.milliseconds(2500)

  let broker: Majordomo.Broker.Running
  private let roster = Roster()

  init(broker: Majordomo.Broker.Running) { self.broker = broker }

  // MARK: Clients

  func request(service: String, body: [[UInt8]], origin: Origin) async throws -> Majordomo.Reply {
    guard let client = origin.routingID, let worker = await roster.take(for: service, within: Self.patience) else {
      throw NobodyIsFree(service: service)
    }
    do {
      let reply = try await broker.workers.workerRequest(to: worker, body: body, client: client, within: Self.patience)
      await roster.offer(worker)
      return Majordomo.Reply(service: service, body: reply.body)
    } catch {
      // The client hears nothing, and asks again.
      await roster.leave(worker)
      throw error
    }
  }

  // MARK: Workers

  func ready(service: String, origin: Origin) async {
    if let worker = origin.routingID { await roster.enter(worker, service: service) }
  }

  func heartbeat(origin: Origin) async throws {
    guard let worker = origin.routingID, await roster.knows(worker) else { throw Majordomo.Disconnect() }
  }

  func disconnect(origin: Origin) async {
    if let worker = origin.routingID { await roster.leave(worker) }
  }

  func silent(peer: RoutingID) async { await roster.leave(peer) }
}

/// Nobody offers a service, or all who do are busy.
struct NobodyIsFree: Error, CustomStringConvertible {
  let service: String
  var description: String { "nobody is free who offers '\(service)'" }
}
