/// A stretch of bytes with what takes its place.
struct Edit {
  var range: Range<Int>
  var replacement: [UInt8]

  init(_ range: Range<Int>, _ replacement: [UInt8] = []) {
    self.range = range
    self.replacement = replacement
  }

  init(_ range: Range<Int>, _ replacement: String) { self.init(range, Array(replacement.utf8)) }
}
