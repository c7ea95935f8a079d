import Foundation
import ZMQRuntime
import ZMQSockets

/// The transports that every test of this target runs on.
enum TestTransport: String, CaseIterable, Sendable {
  case memory, tcp, ipc

  func make() -> any Transport {
    self == .memory ? InMemoryTransport() : ZMQTransport()
  }

  /// An endpoint that no other test uses.
  func endpoint() -> String {
    let unique = UUID().uuidString.prefix(8)
    switch self {
    case .memory: return "memory://\(unique)"
    case .ipc: return "ipc:///tmp/zmqspec-\(unique)"
    case .tcp: return "tcp://127.0.0.1:\(FreePorts.next())"
    }
  }
}
