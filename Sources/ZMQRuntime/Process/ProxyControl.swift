/// A proxy of a running process: it can be held for a while and looked into, as zmq_proxy_steerable(3) allows.
///
/// ```swift
/// let proxy = desk.process.proxy("askers")
/// await proxy.capture { print($0.socket, $0.frames.count) }
/// await proxy.pause()
/// ```
///
/// How much it has passed on stands in the ledgers of its two sockets; it ends with its process.
public struct ProxyControl: Sendable {
  let loop: EventLoop
  let process: ProcessID
  let socket: String

  /// Passes nothing on until `resume`: what comes waits in libzmq's queues, and slows down whoever sends.
  public func pause() async { await loop.steer(self) { $0.pause() } }

  /// Passes on what has come meanwhile, and what comes.
  public func resume() async { await loop.steer(self) { $0.resume() } }

  /// Shows every message that is passed on from now on to `tap`, on the loop, with its frames copied; nil: to nobody.
  public func capture(_ tap: (@Sendable (CapturedMessage) -> Void)?) async {
    await loop.steer(self) { $0.capture(tap) }
  }
}

/// A message that a proxy has passed on.
public struct CapturedMessage: Sendable, Equatable {
  /// The socket that it came from, `Process.socket`.
  public let socket: String
  /// All its frames.
  public let frames: [[UInt8]]

  init(_ message: any ReceivedMessage, from source: SocketDriver) {
    socket = source.name
    frames = (0..<message.frameCount).map { Array(message.frame($0)) }
  }
}

extension EventLoop {
  fileprivate func steer(_ control: ProxyControl, _ action: @Sendable (Proxy) -> Void) {
    guard let process = processes[control.process],
      let driver = process.drivers.first(where: { $0.name == control.socket })?.driver,
      let proxy = process.proxies.first(where: { $0.joins(driver) })
    else { return }
    action(proxy)
  }
}
