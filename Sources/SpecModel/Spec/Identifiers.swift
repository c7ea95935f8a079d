// References between the parts of a protocol are resolved to these, so that nothing after the
// resolver looks a name up, and looking at one costs the same among ten messages and ten thousand.

/// A process, by its place in `ProtocolSpec.processes`.
public struct ProcessID: Sendable, Hashable, Encodable {
  /// The place in the order of declaration.
  public let index: Int

  /// The process at this place in the order of declaration.
  public init(_ index: Int) { self.index = index }
}

/// A socket, by its process and its place among that process's sockets.
public struct SocketID: Sendable, Hashable, Encodable {
  /// The process that owns the socket.
  public let process: ProcessID
  /// The place in the order of declaration within the process.
  public let index: Int

  /// The socket at this place among those of a process.
  public init(_ process: ProcessID, _ index: Int) {
    self.process = process
    self.index = index
  }
}

/// A message, by its place in `ProtocolSpec.messages`.
public struct MessageID: Sendable, Hashable, Encodable {
  /// The place in the order of declaration.
  public let index: Int

  /// The message at this place in the order of declaration.
  public init(_ index: Int) { self.index = index }
}

/// A declared type, by its place in `ProtocolSpec.types`.
public struct TypeID: Sendable, Hashable, Encodable {
  /// The place in the order of declaration.
  public let index: Int

  /// The type at this place in the order of declaration.
  public init(_ index: Int) { self.index = index }
}

/// A layout of the file's own, by its place in `ProtocolSpec.layouts`.
public struct LayoutID: Sendable, Hashable, Encodable {
  /// The place in the order of declaration.
  public let index: Int

  /// The layout at this place in the order of declaration.
  public init(_ index: Int) { self.index = index }
}
