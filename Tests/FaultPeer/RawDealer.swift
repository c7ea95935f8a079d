#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// A DEALER, or a PULL, that is written byte by byte, as no library would: RFC 23, ZMTP 3.0.
///
/// What it has written is the system's at once, so it arrives whatever becomes of this program; a library's I/O thread
/// may die with messages in its hands.
struct RawDealer {
  private let descriptor: Int32

  /// Connects to a ROUTER on this machine and shakes hands; nil where something goes wrong.
  init?(port: UInt16, as type: String = "DEALER") {
    #if canImport(Glibc)
      descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let descriptor = descriptor
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isConnected, shakesHands(as: type) else { return nil }
  }

  /// Step by step, as the handshake wants it: 64 bytes of greeting from both sides, then READY from both.
  private func shakesHands(as type: String) -> Bool {
    let mechanism: [UInt8] = Array("NULL".utf8) + [UInt8](repeating: 0, count: 16)
    let signature: [UInt8] = [0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F]
    let greeting = signature + [3, 0] + mechanism + [UInt8](repeating: 0, count: 32)
    let property: [UInt8] = [11] + Array("Socket-Type".utf8) + [0, 0, 0, UInt8(type.utf8.count)] + Array(type.utf8)
    let ready: [UInt8] = [5] + Array("READY".utf8) + property
    guard write(greeting), read(64) != nil, write([4, UInt8(ready.count)] + ready) else { return false }
    // The other side's READY is short: one byte of flags, one of length.
    guard let head = read(2) else { return false }
    return read(Int(head[1])) != nil
  }

  /// Writes a frame of at most 255 bytes.
  ///
  /// - Parameter more: Whether another one of the same message is said to follow.
  func write(frame: [UInt8], more: Bool) -> Bool {
    write([more ? 1 : 0, UInt8(truncatingIfNeeded: frame.count)] + frame)
  }

  private func write(_ bytes: [UInt8]) -> Bool { send(descriptor, bytes, bytes.count, 0) == bytes.count }

  /// Waits for so many bytes; nil where fewer come.
  func read(_ count: Int) -> [UInt8]? {
    var buffer = [UInt8](repeating: 0, count: count)
    return recv(descriptor, &buffer, count, Int32(MSG_WAITALL)) == count ? buffer : nil
  }
}
