/// Somebody who reads and writes the payloads.
///
/// A body is decoded into values that own their strings and arrays, and encoded into a buffer that the contestant
/// uses again where its interface has such a thing.
protocol Contestant {
  /// Takes in the bodies that the rounds go through, in the contestant's own format, before any time is taken.
  init(bodies: [[UInt8]], of payload: Payload) throws
  /// Decodes each body once.
  ///
  /// - Returns: something of every value, so that nothing can be left out as unused.
  func decode() throws -> Int
  /// Encodes each value once.
  ///
  /// - Returns: how many bytes came out.
  func encode() throws -> Int
}

/// The four payloads of performance: 15 B, 200 B, 2 KB, 1 MB.
enum Payload: String, CaseIterable {
  case ping, order, scene, dataset
}
