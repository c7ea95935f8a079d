/// A value on its way from the program that made it to the loop that will own it: put in once, taken once.
///
/// A handler need not be `Sendable`; the compiler proves that whoever hands it over keeps no way to it.
final class Handover<Value>: Sendable {
  private let box: Locked<Value?>

  init(_ value: sending Value) {
    box = Locked(value)
  }

  /// The value, the first time.
  func take() -> sending Value? {
    box.withLock { box in
      let value = box
      box = nil
      return value
    }
  }
}
