import Foundation
import ZMQRuntime
import ZMQSockets

/// The transports that every test of this target runs on.
enum TestTransport: String, CaseIterable, Sendable {
  case memory, tcp, ipc

  func make(time: VirtualTime? = nil) -> any Transport {
    self == .memory ? InMemoryTransport(time: time) : ZMQTransport(time: time)
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
