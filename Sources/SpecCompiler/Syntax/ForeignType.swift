/// A type as other languages write it, `float?`, `[int]`, `int[]`, `[string: int]`, `boolean`, in the words of this one.
enum ForeignType {
  /// Names that mean the same here and there, whatever their case. Left out is what may mean one thing or another:
  /// `byte`, `time`, `date`, `number`.
  private static let names = [
    "integer": "int", "long": "int64", "short": "int16", "uint": "uint64", "ulong": "uint64", "ushort": "uint16",
    "i8": "int8", "i16": "int16", "i32": "int32", "i64": "int64",
    "u8": "uint8", "u16": "uint16", "u32": "uint32", "u64": "uint64",
    "f32": "float32", "f64": "float", "float64": "float", "double": "float", "boolean": "bool",
    "str": "string", "text": "string", "binary": "bytes", "blob": "bytes", "bytearray": "bytes", "data": "bytes",
    "datetime": "timestamp", "timedelta": "duration", "interval": "duration", "guid": "uuid",
    "any": "json", "null": "empty", "nil": "empty", "none": "empty", "void": "empty",
  ]

  /// Names of types that hold others; which ones, the author must say.
  private static let containers = [
    "array": "list<…>", "vector": "list<…>", "sequence": "list<…>", "dict": "map<…>", "dictionary": "map<…>",
    "hash": "map<…>", "option": "optional<…>", "maybe": "optional<…>", "nullable": "optional<…>",
  ]

  /// The scalar type that goes by another name elsewhere: `bool` for `boolean`.
  static func scalar(called name: String) -> String? { names[name.lowercased()] }

  /// The type round another that goes by another name elsewhere: `list<…>` for `array`.
  static func container(called name: String) -> String? { containers[name.lowercased()] }

  /// How deep it may be nested.
  private static let depthLimit = 4

  /// The same type as the protocol language writes it; nil for what is not known, or is none of those.
  static func translated(_ text: some StringProtocol) -> String? {
    guard let translated = translated(text, depth: 0), translated != String(text).trimmingBlanks else { return nil }
    return translated
  }

  private static func translated(_ text: some StringProtocol, depth: Int) -> String? {
    let text = String(text).trimmingBlanks
    guard depth < depthLimit, let last = text.unicodeScalars.last else { return nil }
    if text.unicodeScalars.allSatisfy(Naming.isPart) { return text }
    if last == "?" { return wrapped("optional", text.dropLast(), depth) }
    if text.hasSuffix("[]") { return wrapped("list", text.dropLast(2), depth) }
    guard text.hasPrefix("["), last == "]" else { return nil }
    let inner = text.dropFirst().dropLast()
    guard let colon = inner.firstIndex(of: ":") else { return wrapped("list", inner, depth) }
    // The keys of a map are strings.
    guard ["string", "String"].contains(String(inner[..<colon]).trimmingBlanks) else { return nil }
    return wrapped("map", inner[inner.index(after: colon)...], depth)
  }

  private static func wrapped(_ constructor: String, _ inner: some StringProtocol, _ depth: Int) -> String? {
    translated(inner, depth: depth + 1).map { "\(constructor)<\($0)>" }
  }
}
