#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

/// Half a message, byte by byte, as no library would send it.
enum TornMessage {
  /// Speaks ZMTP 3.0 as a DEALER up to the first of two frames, and stays there.
  static func send(toPort port: UInt16) {
    #if canImport(Glibc)
      let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    #else
      let descriptor = socket(AF_INET, SOCK_STREAM, 0)
    #endif
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
    let connected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard connected == 0 else { return Main.say("failed: \(errno)") }
    // RFC 23: the greeting, READY with the socket type, then a frame that says that another follows.
    let mechanism: [UInt8] = Array("NULL".utf8) + [UInt8](repeating: 0, count: 16)
    let signature: [UInt8] = [0xFF, 0, 0, 0, 0, 0, 0, 0, 0, 0x7F]
    let greeting = signature + [3, 0] + mechanism + [UInt8](repeating: 0, count: 32)
    let property: [UInt8] = [11] + Array("Socket-Type".utf8) + [0, 0, 0, 6] + Array("DEALER".utf8)
    let ready: [UInt8] = [5] + Array("READY".utf8) + property
    // Step by step, as the handshake wants it: 64 bytes of greeting, then READY, then the message.
    let isReady =
      write(greeting, to: descriptor) && read(64, from: descriptor)
      && write([4, UInt8(ready.count)] + ready, to: descriptor) && read(2, from: descriptor)
    guard isReady, write([1, 0, 1, 4] + Array("half".utf8), to: descriptor) else {
      return Main.say("failed: \(errno)")
    }
    Main.say("torn")
    _ = readLine()
  }

  private static func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    #if canImport(Glibc)
      Glibc.write(descriptor, bytes, bytes.count) == bytes.count
    #elseif canImport(Darwin)
      Darwin.write(descriptor, bytes, bytes.count) == bytes.count
    #else
      Musl.write(descriptor, bytes, bytes.count) == bytes.count
    #endif
  }

  /// Waits for so many bytes.
  private static func read(_ count: Int, from descriptor: Int32) -> Bool {
    var buffer = [UInt8](repeating: 0, count: count)
    return recv(descriptor, &buffer, count, Int32(MSG_WAITALL)) == count
  }
}
