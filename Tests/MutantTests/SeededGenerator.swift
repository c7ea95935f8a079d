/// SplitMix64: random, and the same on every run.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  /// A sequence of its own for each seed, neighbours included.
  init(seed: UInt64) { state = seed &* 0xD134_2543_DE82_EF95 &+ 0x2545_F491_4F6C_DD1D }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var word = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
    word = (word ^ (word >> 27)) &* 0x94D0_49BB_1331_11EB
    return word ^ (word >> 31)
  }

  /// One of some things; nil where there are none.
  mutating func pick<Item>(_ items: some RandomAccessCollection<Item>) -> Item? { items.randomElement(using: &self) }
}
