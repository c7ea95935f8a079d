import GeneratedProtocols
import ZMQWire

/// Generated decoders against ones that go by a tree: the first byte says which record the rest is to be.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let input = Array(UnsafeBufferPointer(start: start, count: count))
  let text = Array(input.dropFirst())
  if input[0] >= 0x80 {
    tryOthers(input[0] % 5, text)
    return 0
  }
  switch input[0] % 8 {
  case 0: compare(KitchenSink.Point.self, text, point)
  case 1: compare(KitchenSink.Tree.self, text, tree)
  case 2: compare(KitchenSink.Maybe.self, text, maybe)
  case 3:
    compare(KitchenSink.Colour.self, text) { value in
      KitchenSink.Colour.allCases.first { value == .string($0.rawValue) }
    }
  case 4: compare(KitchenSink.Nothing.self, text) { $0 == .object([]) ? KitchenSink.Nothing() : nil }
  case 5: compare([String: Int64].self, text) { value in map(value, integer) }
  case 6: again(KitchenSink.Blobs.self, text)
  default:
    again(KitchenSink.Scalars.self, text)
    compareCalls(text)
  }
  return 0
}

/// MessagePack against its tree, views against copies, and the last value of a key.
private func tryOthers(_ choice: UInt8, _ bytes: [UInt8]) {
  switch choice {
  case 0: comparePacked(Rpc.Point.self, bytes, isFinite: { $0.x.isFinite && $0.y.isFinite }, packedPoint)
  case 1:
    comparePacked(Rpc.Colour.self, bytes) { value in
      Rpc.Colour.allCases.first { value == .string($0.rawValue) }
    }
  case 2: comparePacked([String: Int64].self, bytes) { value in map(value, integer) }
  case 3: compareView(bytes)
  default:
    let limits = CodecLimits(duplicateKeys: .lastWins)
    let ours = decoded([String: Int64].self, bytes, limits)
    // The tree has lost those that were not the last, of which each must have been an integer as well.
    guard let ours else { return }
    let theirs = decoded(JSONValue.self, bytes, limits).flatMap { map($0, integer) }
    check(ours == theirs, "the last value: \(ours) and by a tree \(String(describing: theirs))")
  }
}

// MARK: By a tree

private func packedPoint(_ value: JSONValue) -> Rpc.Point? {
  guard let members = members(value, of: ["x", "y", "label"]), let x = members["x"].flatMap(number),
    let y = members["y"].map(number) ?? .some(0.5), let label = optional(members["label"], string),
    label.map({ (1...8).contains($0.unicodeScalars.count) }) ?? true
  else { return nil }
  return Rpc.Point(x: x, y: y, label: label)
}

private func point(_ value: JSONValue) -> KitchenSink.Point? {
  guard let members = members(value, of: ["x", "y", "label"]), let x = members["x"].flatMap(number) else { return nil }
  guard let y = members["y"].map(number) ?? .some(0.5), let label = optional(members["label"], string) else {
    return nil
  }
  return KitchenSink.Point(x: x, y: y, label: label)
}

private func tree(_ value: JSONValue) -> KitchenSink.Tree? {
  guard let members = members(value, of: ["name", "children", "leaves"]), let name = members["name"].flatMap(string),
    let children = members["children"].map({ list($0, tree) }) ?? .some([]),
    let leaves = members["leaves"].map({ map($0, tree) }) ?? .some([:])
  else { return nil }
  return KitchenSink.Tree(name: name, children: children, leaves: leaves)
}

private func maybe(_ value: JSONValue) -> KitchenSink.Maybe? {
  guard let members = members(value, of: ["a", "b", "c", "json", "writer"]),
    let a = optional(members["a"], integer), let b = optional(members["b"], string),
    let c = members["c"].map(integer) ?? .some(3), let json = optional(members["json"], { $0 }),
    let writer = optional(members["writer"], { if case .bool(let flag) = $0 { flag } else { nil } })
  else { return nil }
  return KitchenSink.Maybe(a: a.map { Int($0) }, b: b, c: Int(c), json: json, writer: writer)
}

/// The members by their keys; nil where one of them is not declared.
private func members(_ value: JSONValue, of names: Set<String>) -> [String: JSONValue]? {
  guard case .object(let members) = value else { return nil }
  // Equal in bytes, and not only for Unicode: the names are ASCII.
  guard members.allSatisfy({ names.contains($0.key) }) else { return nil }
  return Dictionary(members.map { ($0.key, $0.value) }) { one, _ in one }
}

/// Nil where there is a value and it is wrong; the inner one is nil for `null` and for none.
private func optional<Value>(_ value: JSONValue?, _ read: (JSONValue) -> Value?) -> Value?? {
  guard let value, value != .null else { return .some(nil) }
  return read(value).map { .some($0) }
}

private func string(_ value: JSONValue) -> String? { if case .string(let text) = value { text } else { nil } }
private func integer(_ value: JSONValue) -> Int64? { if case .int(let number) = value { number } else { nil } }

private func number(_ value: JSONValue) -> Double? {
  switch value {
  case .int(let number): Double(number)
  case .uint(let number): Double(number)
  case .double(let number): number
  default: nil
  }
}

private func list<Element>(_ value: JSONValue, _ read: (JSONValue) -> Element?) -> [Element]? {
  guard case .array(let elements) = value else { return nil }
  let all = elements.compactMap(read)
  return all.count == elements.count ? all : nil
}

private func map<Element>(_ value: JSONValue, _ read: (JSONValue) -> Element?) -> [String: Element]? {
  guard case .object(let members) = value else { return nil }
  let all = members.compactMap { member in read(member.value).map { (member.key, $0) } }
  let dictionary = Dictionary(all) { one, _ in one }
  // A dictionary also refuses two keys that only Unicode holds for one.
  return dictionary.count == members.count ? dictionary : nil
}

// MARK: Comparing

private func compare<Value: JSONCodable>(_ type: Value.Type, _ text: [UInt8], _ read: (JSONValue) -> Value?) {
  let ours = decoded(type, text)
  let theirs = decoded(JSONValue.self, text).flatMap(read)
  check(ours == theirs, "\(type): \(String(describing: ours)) and by a tree \(String(describing: theirs))")
  again(type, text)
}

/// - Parameter isFinite: Whether the value has no number that the tree, which is one of JSON, has no place for.
private func comparePacked<Value: MessagePackCodable>(
  _ type: Value.Type, _ bytes: [UInt8], isFinite: (Value) -> Bool = { _ in true }, _ read: (JSONValue) -> Value?
) {
  let ours = unpacked(type, bytes)
  if let ours, !isFinite(ours) { return }
  let theirs = unpacked(JSONValue.self, bytes).flatMap(read)
  check(ours == theirs, "\(type): \(String(describing: ours)) and by a tree \(String(describing: theirs)): \(bytes)")
  guard let ours else { return }
  let canonical = packed(ours)
  check(unpacked(type, canonical) == ours, "\(type): what is packed is read otherwise")
  check(unpacked(type, canonical).map(packed) == canonical, "\(type): what is packed is not canonical")
}

/// A view says what the message says that is copied out of the frame, and is refused for the same.
private func compareView(_ text: [UInt8]) {
  let copy = result { () throws(WireError) in try Gauges.Measured.decode(text.span) }
  let view = result { () throws(WireError) in try Gauges.Measured.View.decode(text.span)?.copied(in: text.span) }
  check(copy == view, "a view differs: \(copy), \(view)")
}

/// The code by calls, which protocols of many messages have, reads and refuses what the code in line does.
private func compareCalls(_ text: [UInt8]) {
  same({ () throws(WireError) in try KitchenSink.Scalars.decode(text.span) }) { () throws(WireError) in
    try KitchenSinkByCalls.Scalars.decode(text.span)
  }
  same({ () throws(WireError) in try KitchenSink.Containers.decode(text.span) }) { () throws(WireError) in
    try KitchenSinkByCalls.Containers.decode(text.span)
  }
  same({ () throws(WireError) in try KitchenSink.Defaults.decode(text.span) }) { () throws(WireError) in
    try KitchenSinkByCalls.Defaults.decode(text.span)
  }
  same({ () throws(WireError) in try KitchenSink.PairMany.decode(text.span) }) { () throws(WireError) in
    try KitchenSinkByCalls.PairMany.decode(text.span)
  }
  same({ () throws(WireError) in try KitchenSink.ObjectSome.decode(text.span) }) { () throws(WireError) in
    try KitchenSinkByCalls.ObjectSome.decode(text.span)
  }
}

private func same<InLine: WireMessage, ByCalls: WireMessage>(
  _ inLine: () throws(WireError) -> InLine?, _ byCalls: () throws(WireError) -> ByCalls?
) {
  let one = result(inLine).map { $0.map { try? $0.bodyFrames() } }
  let other = result(byCalls).map { $0.map { try? $0.bodyFrames() } }
  check(one == other, "\(InLine.self): in line \(one), by calls \(other)")
}

private func result<Value>(_ decode: () throws(WireError) -> Value) -> Result<Value, WireError> {
  do throws(WireError) { return .success(try decode()) } catch { return .failure(error) }
}

private func unpacked<Value: MessagePackCodable>(_ type: Value.Type, _ bytes: [UInt8]) -> Value? {
  do throws(MessagePackFault) {
    var reader = MessagePackReader()
    let value = try Value(from: &reader, in: bytes.span)
    try reader.end(in: bytes.span)
    return value
  } catch {
    check(!WireError(error, frame: 0, in: bytes.span).description.isEmpty, "a fault without a report")
    return nil
  }
}

private func packed(_ value: some MessagePackCodable) -> [UInt8] {
  var writer = FrameWriter()
  do { try value.pack(into: &writer) } catch { check(false, "what was read cannot be packed: \(error)") }
  writer.endFrame()
  return writer.frames[0]
}

/// What is written of a value is read as the same, and written so again.
private func again<Value: JSONCodable>(_ type: Value.Type, _ text: [UInt8]) {
  guard let value = decoded(type, text) else { return }
  let canonical = encoded(value)
  check(decoded(type, canonical) == value, "\(type): what is written is read otherwise")
  check(decoded(type, canonical).map(encoded) == canonical, "\(type): what is written is not canonical")
}

private func again(_ type: KitchenSink.Scalars.Type, _ text: [UInt8]) {
  let decoded: KitchenSink.Scalars?
  do { decoded = try type.decode(text.span) } catch {
    check(!error.description.isEmpty && error.frame == 0, "an error without a place")
    return
  }
  guard let decoded else { return }
  let frames: [[UInt8]]
  do { frames = try decoded.bodyFrames() } catch {
    check(false, "what was read cannot be written: \(error)")
    return
  }
  let canonical = frames[0]
  let back = try? type.decode(canonical.span)
  check(back == decoded, "\(type): what is written is read otherwise")
}

private func decoded<Value: JSONCodable>(
  _ type: Value.Type, _ text: [UInt8], _ limits: CodecLimits = .default
) -> Value? {
  do throws(JSONFault) {
    var reader = JSONReader(limits: limits)
    let value = try Value(from: &reader, in: text.span)
    try reader.end(in: text.span)
    return value
  } catch {
    check(!WireError(error, frame: 0, in: text.span).description.isEmpty, "a fault without a report")
    return nil
  }
}

private func encoded(_ value: some JSONCodable) -> [UInt8] {
  var writer = JSONWriter()
  do { try value.write(to: &writer) } catch { check(false, "what was read cannot be written: \(error)") }
  return writer.bytes
}
