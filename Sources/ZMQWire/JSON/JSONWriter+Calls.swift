// What stands before a value, and the value: in protocols of many messages one call for both.

extension JSONWriter {
  /// Appends a literal as it stands.
  @inline(never)
  public mutating func add(_ literal: StaticString) { raw(literal) }

  /// Appends a literal and `true` or `false`.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: Bool) {
    raw(literal)
    write(value)
  }

  /// Appends a literal and an integer.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: Int) {
    raw(literal)
    write(value)
  }

  /// Appends a literal and an integer.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: Int8) {
    raw(literal)
    write(value)
  }

  /// Appends a literal and an integer.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: Int16) {
    raw(literal)
    write(value)
  }

  /// Appends a literal and an integer.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: Int32) {
    raw(literal)
    write(value)
  }

  /// Appends a literal and an integer.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: Int64) {
    raw(literal)
    write(value)
  }

  /// Appends a literal and an integer.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: UInt8) {
    raw(literal)
    write(value)
  }

  /// Appends a literal and an integer.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: UInt16) {
    raw(literal)
    write(value)
  }

  /// Appends a literal and an integer.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: UInt32) {
    raw(literal)
    write(value)
  }

  /// Appends a literal and an integer.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: UInt64) {
    raw(literal)
    write(value)
  }

  /// Appends a literal and a number.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: Double) throws(UnencodableValue) {
    raw(literal)
    try write(value)
  }

  /// Appends a literal and a number.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: Float) throws(UnencodableValue) {
    raw(literal)
    try write(value)
  }

  /// Appends a literal and a string.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: String) {
    raw(literal)
    write(value)
  }

  /// Appends a literal and a list of Booleans.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: [Bool]) throws(UnencodableValue) {
    raw(literal)
    try write(value)
  }

  /// Appends a literal and a list of integers.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: [Int]) throws(UnencodableValue) {
    raw(literal)
    try write(value)
  }

  /// Appends a literal and a list of numbers.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: [Double]) throws(UnencodableValue) {
    raw(literal)
    try write(value)
  }

  /// Appends a literal and a list of strings.
  @inline(never)
  public mutating func add(_ literal: StaticString, _ value: [String]) throws(UnencodableValue) {
    raw(literal)
    try write(value)
  }
}

extension FrameWriter {
  /// Finishes the frame that is under way with a literal.
  @inline(never)
  public mutating func endFrame(with literal: StaticString) {
    json.raw(literal)
    endFrame()
  }
}
