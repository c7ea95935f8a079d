/// A key as other languages have it, `description`, `min`, `regex`, in the words of this one.
enum ForeignKey {
  private static let words = [
    "comment": "about", "desc": "about", "description": "about", "doc": "about", "docs": "about", "summary": "about",
    "regex": "pattern", "regexp": "pattern",
    "fields": "record", "members": "record", "properties": "record", "struct": "record",
    "cases": "enum", "values": "enum",
    "arguments": "args", "params": "args", "parameters": "args", "keywords": "kwargs",
  ]

  /// The key that is meant: by a word of another language, or by the beginning that only one of the keys has.
  static func translated(_ text: String, among keys: [String]) -> String? {
    if let key = words[text], keys.contains(key) { return key }
    guard text.count >= 3 else { return nil }
    let begun = keys.filter { $0.hasPrefix(text) }
    return begun.count == 1 ? begun[0] : nil
  }
}
