import ZMQWire

/// Which workers offer what, and which of them are free: whoever has been free for the longest time is next.
actor Roster {
  private typealias Request = (number: Int, continuation: CheckedContinuation<RoutingID?, Never>)

  private var services: [RoutingID: String] = [:]
  private var free: [String: [RoutingID]] = [:]
  private var waiting: [String: [Request]] = [:]
  private var requests = 0

  /// A worker offers a service, and is free.
  ///
  /// - Returns: false where it has done so before, and not left since.
  func enter(_ worker: RoutingID, service: String) -> Bool {
    if knows(worker) { return false }
    services[worker] = service
    offer(worker)
    return true
  }

  /// A worker is gone.
  func leave(_ worker: RoutingID) {
    guard let service = services.removeValue(forKey: worker) else { return }
    free[service]?.removeAll { $0 == worker }
  }

  /// Whether a worker has offered a service and not left.
  func knows(_ worker: RoutingID) -> Bool { services[worker] != nil }

  /// A worker is free again.
  func offer(_ worker: RoutingID) {
    guard let service = services[worker] else { return }
    if let request = waiting[service]?.first {
      waiting[service]?.removeFirst()
      request.continuation.resume(returning: worker)
    } else {
      free[service, default: []].append(worker)
    }
  }

  /// A free worker that offers a service; waits for one, and gives nil where none has become free in time.
  func take(for service: String, within limit: Duration) async -> RoutingID? {
    if let worker = free[service]?.first {
      free[service]?.removeFirst()
      return worker
    }
    requests += 1
    let number = requests
    return await withCheckedContinuation { continuation in
      waiting[service, default: []].append((number, continuation))
      Task {
        try? await Task.sleep(for: limit)
        giveUp(number, for: service)
      }
    }
  }

  private func giveUp(_ number: Int, for service: String) {
    guard let place = waiting[service]?.firstIndex(where: { $0.number == number }) else { return }
    waiting[service]?.remove(at: place).continuation.resume(returning: nil)
  }
}
