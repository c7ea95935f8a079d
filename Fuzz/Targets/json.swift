import Foundation
import ZMQWire

/// JSON: our reader against Foundation's, stepping over against reading, and what is written against what is read.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = Array(UnsafeBufferPointer(start: start, count: count))
  let value = read(text)
  let skipped = fault(text) { reader, bytes throws(JSONFault) in try reader.skipValue(in: bytes) }
  switch value {
  case .success(let value):
    // A number beyond the largest Double is only found by who reads it.
    check(skipped == nil, "a value that is read cannot be stepped over")
    let again = written(value)
    check(read(again) == .success(value), "what is written is read otherwise")
    // Zero and minus zero are equal, and written otherwise.
    if case .success(let back) = read(again) { check(written(back) == again, "what is written is not canonical") }
  case .failure(let fault):
    check(skipped != nil || fault.reason == .outsideDouble, "a value that can be stepped over cannot be read")
    check(fault.offset >= 0 && fault.offset <= text.count, "a fault outside the text")
    check(!WireError(fault, frame: 0, in: text.span).description.isEmpty, "a fault without a report")
  }
  tryLastWins(text, value)
  compare(value, text)
  return 0
}

/// Where the last value of a key counts: the same as without where no key comes twice, and stepped over if it is read.
private func tryLastWins(_ text: [UInt8], _ strict: Result<JSONValue, JSONFault>) {
  let limits = CodecLimits(duplicateKeys: .lastWins)
  let lenient = read(text, limits)
  let skipped = fault(text, limits) { reader, bytes throws(JSONFault) in try reader.skipValue(in: bytes) }
  switch lenient {
  case .success(let value):
    check(skipped == nil, "a value that is read cannot be stepped over where the last one counts")
    check(read(written(value)) == .success(value), "a key stands twice although the last value counts")
    if case .failure(let fault) = strict { check(fault.reason == .duplicateKey, "refused for no key: \(fault)") }
  case .failure(let fault):
    check(skipped != nil || fault.reason == .outsideDouble, "stepped over and not read where the last one counts")
  }
  if case .success = strict { check(lenient == strict, "the last value counts where there is one alone") }
}

/// Foundation takes UTF-16 and UTF-32 by their zeros, a byte order mark and what comes after one, drops such a mark behind
/// an escape in a string, and has limits of its own for numbers and depth: where only it has an opinion, there is nothing
/// to compare.
private func compare(_ value: Result<JSONValue, JSONFault>, _ text: [UInt8]) {
  if text.contains(0) || text.first == 0xFE || text.first == 0xFF { return }
  if String(decoding: text, as: UTF8.self).unicodeScalars.contains("\u{FEFF}") { return }
  let theirs = try? JSONSerialization.jsonObject(with: Data(text), options: .fragmentsAllowed)
  switch value {
  case .success(let value):
    guard let theirs else {
      check(hasExtremes(value), "Foundation refuses what is JSON: \(String(decoding: text, as: UTF8.self))")
      return
    }
    check(equal(value, theirs), "Foundation reads otherwise: \(String(decoding: text, as: UTF8.self))")
  case .failure(let fault):
    switch fault.reason {
    case .duplicateKey, .tooDeep, .outsideDouble, .loneSurrogate: return
    // Foundation overlooks a comma in front of a closing bracket.
    case .expectedValue, .expectedKey:
      if fault.offset < text.count, text[fault.offset] == UInt8(ascii: "]") || text[fault.offset] == UInt8(ascii: "}") {
        return
      }
      fallthrough
    default: check(theirs == nil, "Foundation accepts \(String(decoding: text, as: UTF8.self)): \(fault.reason)")
    }
  }
}

/// Whether there is a number that Foundation may find too small or too large.
private func hasExtremes(_ value: JSONValue) -> Bool {
  switch value {
  case .double(let number): number == 0 || number.magnitude < 1e-300 || number.magnitude > 1e17
  case .array(let elements): elements.contains(where: hasExtremes)
  case .object(let members): members.contains { hasExtremes($0.value) }
  default: false
  }
}

private func equal(_ ours: JSONValue, _ theirs: Any) -> Bool {
  switch ours {
  case .null: return theirs is NSNull
  case .bool(let flag): return (theirs as? NSNumber)?.boolValue == flag
  case .int(let number): return (theirs as? NSNumber)?.int64Value == number
  case .uint(let number): return (theirs as? NSNumber)?.uint64Value == number
  case .double(let number):
    // Foundation is not always the nearest; tests hold Doubles against the standard library.
    return (theirs as? NSNumber).map { abs($0.doubleValue - number) <= number.magnitude * 1e-14 } ?? false
  case .string(let text): return (theirs as? String).map { Array($0.utf8) == Array(text.utf8) } ?? false
  case .array(let elements):
    guard let others = theirs as? [Any], others.count == elements.count else { return false }
    return zip(elements, others).allSatisfy { equal($0, $1) }
  case .object(let members):
    guard let others = theirs as? [String: Any] else { return false }
    // Two keys that Unicode holds for one are one in a dictionary, which is what Foundation has.
    if Set(members.map(\.key)).count != members.count { return true }
    return others.count == members.count
      && members.allSatisfy { member in others[member.key].map { equal(member.value, $0) } ?? false }
  }
}

private func read(_ text: [UInt8], _ limits: CodecLimits = .default) -> Result<JSONValue, JSONFault> {
  do throws(JSONFault) {
    var reader = JSONReader(limits: limits)
    let value = try reader.readValue(in: text.span)
    try reader.end(in: text.span)
    return .success(value)
  } catch {
    return .failure(error)
  }
}

private func fault(
  _ text: [UInt8], _ limits: CodecLimits = .default,
  _ read: (inout JSONReader, Span<UInt8>) throws(JSONFault) -> Void
) -> JSONFault? {
  do throws(JSONFault) {
    var reader = JSONReader(limits: limits)
    try read(&reader, text.span)
    try reader.end(in: text.span)
    return nil
  } catch {
    return error
  }
}

private func written(_ value: JSONValue) -> [UInt8] {
  var writer = JSONWriter()
  do { try writer.write(value) } catch { check(false, "a value that was read cannot be written: \(error)") }
  return writer.bytes
}
