/// Somebody who reads and writes the payloads.
///
/// A body is decoded into values that own their strings and arrays, and encoded into a buffer that the contestant
/// uses again where its interface has such a thing. Whoever makes a contestant names its types, so that the compiler
/// knows them within both loops, as it does in a program: a class or protocol in between would hide them.
struct Contestant {
  /// Decodes each body once.
  ///
  /// - Returns: something of every value, so that nothing can be left out as unused.
  let decode: () throws -> Int
  /// Encodes each value once.
  ///
  /// - Returns: how many bytes came out.
  let encode: () throws -> Int

  /// Lends one message after the other, as a reference to `const` does in C++: a copy would retain every string.
  ///
  /// Only where there may be no copy does the compiler make none.
  static func lend<Message: ~Copyable>(
    _ messages: Span<Message>, _ body: (borrowing Message) throws -> Void
  ) rethrows {
    for index in messages.indices { try body(messages[index]) }
  }
}

/// The four payloads of performance: 15 B, 200 B, 2 KB, 1 MB.
enum Payload: String, CaseIterable {
  case ping, order, scene, dataset
}
