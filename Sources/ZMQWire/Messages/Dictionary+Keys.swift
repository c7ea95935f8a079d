extension Dictionary where Key == String {
  /// Puts a value under a key, and tells why it must not be there; nil where nothing is wrong.
  ///
  /// To a `Dictionary` two Strings are one key if they are canonically equivalent for Unicode. Peers tell keys apart by
  /// their bytes: of two that differ in those, both count for a peer and only one has a place here.
  @inlinable @inline(__always)
  mutating func put(_ value: Value, under key: String, lastKeyWins: Bool) -> JSONFault.Reason? {
    if updateValue(value, forKey: key) == nil { return nil }
    return collision(with: key, lastKeyWins: lastKeyWins)
  }

  @usableFromInline @inline(never)
  func collision(with key: String, lastKeyWins: Bool) -> JSONFault.Reason? {
    // The key that came first stays, whatever has been put under it.
    guard let place = index(forKey: key), keys[place].utf8.elementsEqual(key.utf8) else { return .equivalentKey }
    return lastKeyWins ? nil : .duplicateKey
  }
}
