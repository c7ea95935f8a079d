import Dispatch

/// A thread for a call that blocks and must not hold up the loop.
enum HelperThread {
  /// Runs `body` on a thread of its own; the program may end before it does.
  static func run(_ body: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "zmqspec.context").async(execute: body)
  }
}
