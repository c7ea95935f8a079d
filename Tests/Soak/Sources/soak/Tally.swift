/// What a process has handled: so many numbers, and two sums that no two sets of numbers are likely to share.
struct Tally: Equatable {
  var count: UInt64 = 0
  var sum: UInt64 = 0
  var squares: UInt64 = 0

  /// Of `count` numbers from `first` on.
  init(from first: UInt64 = 0, count: UInt64 = 0) {
    for number in first..<(first + count) { add(number) }
  }

  mutating func add(_ number: UInt64) {
    count += 1
    sum &+= number
    squares &+= number &* number
  }

  static func + (a: Tally, b: Tally) -> Tally {
    var total = a
    total.count += b.count
    total.sum &+= b.sum
    total.squares &+= b.squares
    return total
  }
}
