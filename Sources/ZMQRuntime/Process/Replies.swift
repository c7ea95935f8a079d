/// The answers to a request that has many: elements one by one, then the last message.
///
/// ```swift
/// let replies = try await server.icanhaz(subtree: "/")
/// for try await pair in replies { table[pair.key] = pair.value }
/// let end = try await replies.last
/// ```
///
/// Elements wait in the socket until they are taken, a few of them decoded; so whoever sends them is slowed down when
/// they are taken slowly. Letting go of the stream gives the request up: what still comes is counted and thrown away.
public struct Replies<Element: Sendable, Last: Sendable>: AsyncSequence, Sendable {
  fileprivate let lease: StreamLease

  init(lease: StreamLease) { self.lease = lease }

  /// The elements that nobody has taken yet; one task at a time.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(lease: lease) }

  /// Takes one element after the other, a few at each visit to the loop.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let lease: StreamLease
    private var batch: ArraySlice<Element> = []

    fileprivate init(lease: StreamLease) { self.lease = lease }

    /// The next element; nil when the last message has come.
    ///
    /// - Throws: `RequestError` when none came within the limit or the process was stopped; `WireError` when it is
    ///   malformed; a declared message that refuses the request; `CancellationError`. The request is given up then.
    public mutating func next() async throws -> Element? {
      if batch.isEmpty {
        guard let elements = try await lease.loop.elements(of: lease, as: Element.self, until: Last.self) else {
          return nil
        }
        batch = elements[...]
      }
      return batch.popFirst()
    }
  }

  /// The message that closes the stream; elements that nobody has taken are thrown away.
  ///
  /// - Throws: As the iterator.
  public var last: Last {
    get async throws {
      while try await lease.loop.elements(of: lease, as: Element.self, until: Last.self) != nil {}
      return try await lease.loop.last(of: lease, after: Element.self, as: Last.self)
    }
  }
}

/// One message of a stream.
public enum StreamPart<Element: Sendable, Last: Sendable>: Sendable {
  /// More will come.
  case element(Element)
  /// That was all.
  case last(Last)
}

/// Keeps what the loop knows of a stream as long as somebody can ask for it.
final class StreamLease: Sendable {
  let loop: EventLoop
  let id: Int
  let limit: Duration

  init(loop: EventLoop, id: Int, limit: Duration) {
    self.loop = loop
    self.id = id
    self.limit = limit
  }

  deinit {
    let (loop, id) = (loop, id)
    Task { await loop.abandonStream(id) }
  }
}
