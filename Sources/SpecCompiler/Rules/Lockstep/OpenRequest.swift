/// Which requests may be open on a lockstep socket at some point of a chain.
struct OpenRequest: PathState {
  /// How many requests are told apart; of more, those that stand first in the chain.
  private static let limit = 8

  /// Whether it may be that none is.
  var mayBeIdle = true
  /// The requests of which one may be open, by their places in the chain, in order.
  private(set) var requests: [Int] = []
  /// The requests that were given up for the next one, in order.
  private(set) var givenUp: [Int] = []

  mutating func join(_ other: OpenRequest) {
    mayBeIdle = mayBeIdle || other.mayBeIdle
    requests = OpenRequest.union(requests, other.requests)
    givenUp = OpenRequest.union(givenUp, other.givenUp)
  }

  /// A request opens, and there is only one at a time.
  mutating func open(_ request: Int) {
    mayBeIdle = false
    givenUp.removeAll { $0 == request }
    requests = [request]
  }

  /// Whichever was open is no longer.
  mutating func close() {
    mayBeIdle = true
    requests = []
  }

  /// Whichever was open is not waited for any longer.
  mutating func giveUp() {
    givenUp = OpenRequest.union(givenUp, requests)
    close()
  }

  private static func union(_ a: [Int], _ b: [Int]) -> [Int] {
    a == b ? a : Array(Set(a).union(b).sorted().prefix(limit))
  }
}
