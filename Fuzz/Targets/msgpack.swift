import ZMQWire

/// MessagePack: our reader against a decoder that is written from the specification as plainly as can be.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  let ours = read(bytes)
  var plain = PlainDecoder(bytes: bytes)
  let tree = plain.value(depth: 0)
  let theirs = plain.position == bytes.count ? tree : nil
  switch ours {
  case .success(let value):
    check(theirs.map { equal(value, $0) } ?? false, "read otherwise than by the plain decoder: \(bytes)")
    let again = packed(value)
    check(read(again) == .success(value), "what is packed is read otherwise: \(bytes)")
    // Zero and minus zero are equal, and packed otherwise.
    if case .success(let back) = read(again) { check(packed(back) == again, "what is packed is not canonical") }
    // A tree holds a float of 32 bits as one of 64, four bytes longer.
    let shortFloats = bytes.count { $0 == 0xCA }
    check(again.count <= bytes.count + 4 * shortFloats, "what is packed is no smallest form: \(bytes)")
  case .failure(let fault):
    check(theirs.map { !$0.isJSON } ?? true, "refused, and not by the plain decoder: \(fault) \(bytes)")
    check(fault.offset >= 0 && fault.offset <= bytes.count, "a fault outside the bytes")
    check(!WireError(fault, frame: 0, in: bytes.span).description.isEmpty, "a fault without a report")
  }
  tryLastWins(bytes, ours)
  check(skips(bytes) == (theirs != nil), "stepped over otherwise than by the plain decoder: \(bytes)")
  return 0
}

/// Where the last value of a key counts: the same as without where no key comes twice, and stepped over if it is read.
private func tryLastWins(_ bytes: [UInt8], _ strict: Result<JSONValue, MessagePackFault>) {
  let limits = CodecLimits(duplicateKeys: .lastWins)
  let lenient = read(bytes, limits)
  if case .success(let value) = lenient {
    check(skips(bytes, limits), "what is read cannot be stepped over where the last value counts: \(bytes)")
    check(read(packed(value)) == .success(value), "a key stands twice although the last value counts: \(bytes)")
    if case .failure(let fault) = strict { check(fault.reason == .duplicateKey, "refused for no key: \(fault)") }
  }
  if case .success = strict { check(lenient == strict, "the last value counts where there is one alone: \(bytes)") }
}

private func read(_ bytes: [UInt8], _ limits: CodecLimits = .default) -> Result<JSONValue, MessagePackFault> {
  do throws(MessagePackFault) {
    var reader = MessagePackReader(limits: limits)
    let value = try reader.readValue(in: bytes.span)
    try reader.end(in: bytes.span)
    return .success(value)
  } catch {
    return .failure(error)
  }
}

private func skips(_ bytes: [UInt8], _ limits: CodecLimits = .default) -> Bool {
  do throws(MessagePackFault) {
    var reader = MessagePackReader(limits: limits)
    try reader.skipValue(in: bytes.span)
    try reader.end(in: bytes.span)
    return true
  } catch {
    return false
  }
}

private func packed(_ value: JSONValue) -> [UInt8] {
  var writer = FrameWriter()
  do { try writer.pack(value) } catch { check(false, "a value that was read cannot be packed: \(error)") }
  writer.endFrame()
  return writer.frames[0]
}

private func equal(_ ours: JSONValue, _ theirs: PlainDecoder.Tree) -> Bool {
  switch (ours, theirs) {
  case (.null, .null): true
  case (.bool(let one), .bool(let other)): one == other
  case (.int(let one), .integer(let other)): Int128(one) == other
  case (.uint(let one), .integer(let other)): Int128(one) == other && one > UInt64(Int64.max)
  case (.double(let one), .float(let other)): one.bitPattern == other.bitPattern
  case (.string(let one), .string(let other)): Array(one.utf8) == other
  case (.array(let one), .array(let other)): one.count == other.count && zip(one, other).allSatisfy { equal($0, $1) }
  case (.object(let one), .map(let other)):
    one.count == other.count
      && zip(one, other).allSatisfy { equal(.string($0.key), $1.key) && equal($0.value, $1.value) }
  default: false
  }
}

/// Reads what the table of the specification says, one byte after the other.
private struct PlainDecoder {
  indirect enum Tree: Hashable {
    case null, bool(Bool), integer(Int128), float(Double), string([UInt8]), binary([UInt8]), extended(UInt8, [UInt8])
    case array([Tree]), map([Pair])

    struct Pair: Hashable {
      let key: Tree
      let value: Tree
    }

    /// Whether JSON has such a value.
    var isJSON: Bool {
      switch self {
      case .binary, .extended: false
      case .float(let number): number.isFinite
      case .array(let elements): elements.allSatisfy(\.isJSON)
      case .map(let pairs): pairs.allSatisfy { if case .string = $0.key { $0.value.isJSON } else { false } }
      default: true
      }
    }
  }

  let bytes: [UInt8]
  var position = 0

  private mutating func take(_ count: Int128) -> [UInt8]? {
    guard count <= Int128(bytes.count - position) else { return nil }
    let taken = Array(bytes[position..<position + Int(count)])
    position += Int(count)
    return taken
  }

  private mutating func unsigned(_ size: Int) -> Int128? {
    take(Int128(size))?.reduce(0) { $0 * 256 + Int128($1) }
  }

  private mutating func signed(_ size: Int) -> Int128? {
    unsigned(size).map { $0 >= 1 << Int128(8 * size - 1) ? $0 - 1 << Int128(8 * size) : $0 }
  }

  mutating func value(depth: Int) -> Tree? {
    guard let first = take(1)?[0] else { return nil }
    switch first {
    case 0...0x7F: return .integer(Int128(first))
    case 0x80...0x8F: return map(Int128(first) - 0x80, depth)
    case 0x90...0x9F: return array(Int128(first) - 0x90, depth)
    case 0xA0...0xBF: return string(Int128(first) - 0xA0)
    case 0xC0: return .null
    case 0xC2: return .bool(false)
    case 0xC3: return .bool(true)
    case 0xC4: return unsigned(1).flatMap { take($0) }.map { .binary($0) }
    case 0xC5: return unsigned(2).flatMap { take($0) }.map { .binary($0) }
    case 0xC6: return unsigned(4).flatMap { take($0) }.map { .binary($0) }
    case 0xC7: return unsigned(1).flatMap { extended($0) }
    case 0xC8: return unsigned(2).flatMap { extended($0) }
    case 0xC9: return unsigned(4).flatMap { extended($0) }
    case 0xCA: return unsigned(4).map { .float(Double(Float(bitPattern: UInt32($0)))) }
    case 0xCB: return unsigned(8).map { .float(Double(bitPattern: UInt64($0))) }
    case 0xCC: return unsigned(1).map { .integer($0) }
    case 0xCD: return unsigned(2).map { .integer($0) }
    case 0xCE: return unsigned(4).map { .integer($0) }
    case 0xCF: return unsigned(8).map { .integer($0) }
    case 0xD0: return signed(1).map { .integer($0) }
    case 0xD1: return signed(2).map { .integer($0) }
    case 0xD2: return signed(4).map { .integer($0) }
    case 0xD3: return signed(8).map { .integer($0) }
    case 0xD4: return extended(1)
    case 0xD5: return extended(2)
    case 0xD6: return extended(4)
    case 0xD7: return extended(8)
    case 0xD8: return extended(16)
    case 0xD9: return unsigned(1).flatMap { string($0) }
    case 0xDA: return unsigned(2).flatMap { string($0) }
    case 0xDB: return unsigned(4).flatMap { string($0) }
    case 0xDC: return unsigned(2).flatMap { array($0, depth) }
    case 0xDD: return unsigned(4).flatMap { array($0, depth) }
    case 0xDE: return unsigned(2).flatMap { map($0, depth) }
    case 0xDF: return unsigned(4).flatMap { map($0, depth) }
    case 0xE0...0xFF: return .integer(Int128(first) - 256)
    default: return nil
    }
  }

  private mutating func string(_ count: Int128) -> Tree? {
    guard let content = take(count), String(validating: content, as: UTF8.self) != nil else { return nil }
    return .string(content)
  }

  private mutating func extended(_ count: Int128) -> Tree? {
    guard let type = take(1)?[0], let content = take(count) else { return nil }
    return .extended(type, content)
  }

  private mutating func array(_ count: Int128, _ depth: Int) -> Tree? {
    guard depth < 64, count <= Int128(bytes.count - position) else { return nil }
    var elements: [Tree] = []
    for _ in 0..<Int(count) {
      guard let element = value(depth: depth + 1) else { return nil }
      elements.append(element)
    }
    return .array(elements)
  }

  private mutating func map(_ count: Int128, _ depth: Int) -> Tree? {
    guard depth < 64, count <= Int128(bytes.count - position) else { return nil }
    var pairs: [Tree.Pair] = []
    var keys: Set<[UInt8]> = []
    for _ in 0..<Int(count) {
      let start = position
      guard let key = value(depth: depth + 1) else { return nil }
      // Strings are the same in any form, of other keys the bytes count.
      let identity: [UInt8] = if case .string(let text) = key { [1] + text } else { [0] + bytes[start..<position] }
      guard keys.insert(identity).inserted, let value = value(depth: depth + 1) else { return nil }
      pairs.append(Tree.Pair(key: key, value: value))
    }
    return .map(pairs)
  }
}
