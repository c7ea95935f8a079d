import MajordomoProtocol
import ZMQRuntime
import ZMQWire

/// What the broker does with each message, from both sides.
struct Foreman: Majordomo.Broker.ClientsHandler, Majordomo.Broker.WorkersHandler {
  /// A client waits 2.5 s for its reply; what takes longer need not be done any more.
  private static let patience = Duration.milliseconds(2500)

  let broker: Majordomo.Broker.Running
  let roster: Roster

  // MARK: Clients

  func request(service: String, body: [[UInt8]], origin: Origin) async throws -> Majordomo.Reply {
    guard let client = origin.routingID else { throw NobodyIsFree(service: service) }
    let deadline = ContinuousClock.now + Self.patience
    while let worker = await roster.take(for: service, within: deadline - .now) {
      do {
        let reply = try await broker.workers.workerRequest(to: worker, body: body, client: client)
        await roster.offer(worker)
        return Majordomo.Reply(service: service, body: reply.body)
      } catch let error as RequestError where error.reason == .unroutable {
        // It has gone without a word, and has not been asked: let the next one do it.
        await roster.leave(worker)
      } catch {
        // The client hears nothing, and asks again.
        await roster.leave(worker)
        throw error
      }
    }
    throw NobodyIsFree(service: service)
  }

  // MARK: Workers

  func ready(service: String, origin: Origin) async throws {
    guard let worker = origin.routingID, await roster.enter(worker, service: service) else {
      throw Majordomo.Disconnect()
    }
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
