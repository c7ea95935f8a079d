import Foundation
import Synchronization

/// Ports below those that the system gives to outgoing connections, each handed out once, none that is bound.
enum FreePorts {
  private static let last = Atomic<UInt16>(UInt16.random(in: 10_000..<32_000))

  /// The next port that nobody has bound.
  static func next() -> UInt16 {
    while true {
      let port = 10_000 + last.wrappingAdd(1, ordering: .relaxed).newValue % 22_000
      if isFree(port) { return port }
    }
  }

  private static func isFree(_ port: UInt16) -> Bool {
    #if canImport(Darwin)
      let stream = SOCK_STREAM
    #else
      let stream = Int32(SOCK_STREAM.rawValue)
    #endif
    let descriptor = socket(AF_INET, stream, 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    return withUnsafePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        bind(descriptor, address, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }
}
