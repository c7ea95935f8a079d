import Foundation
import ZMQRuntime

/// Ports of this machine, each handed out once in this program, and to no other one meanwhile.
///
/// The system chooses each, and a socket holds it that does not listen. While that is there, the system gives the port to
/// nobody who has not asked for it by its number, as libzmq then does: both say that they share it (`SO_REUSEADDR`).
/// macOS lets nobody share, so there it is only hoped that the port stays free until it is bound.
enum FreePorts {
  /// The sockets that hold the latest ports. Those of before have been bound, or are not wanted any more.
  private static let held = Locked<[Int32]>([])
  private static let limit = 64

  /// The next port that nobody has.
  static func next() -> UInt16 {
    #if canImport(Darwin)
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #else
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #endif
    var isShared: Int32 = 1
    setsockopt(descriptor, SOL_SOCKET, SO_REUSEADDR, &isShared, socklen_t(MemoryLayout<Int32>.size))
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var size = socklen_t(MemoryLayout<sockaddr_in>.size)
    withUnsafeMutablePointer(to: &address) { address in
      address.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        _ = bind(descriptor, address, size)
        _ = getsockname(descriptor, address, &size)
      }
    }
    #if os(Linux)
      held.withLock { held in
        held.append(descriptor)
        if held.count > limit { close(held.removeFirst()) }
      }
    #else
      close(descriptor)
    #endif
    return UInt16(bigEndian: address.sin_port)
  }
}
