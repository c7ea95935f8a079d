import Foundation
import SpecModel

/// A protocol as it is dumped, without its ranges, and with names in the place of indices: what it means.
indirect enum SpecTree: Sendable, Equatable {
  case leaf(String)
  case list([SpecTree])
  case object([String: SpecTree])

  /// What a protocol means.
  init(_ spec: ProtocolSpec) throws {
    self = Self.tree(try JSONSerialization.jsonObject(with: try JSONEncoder().encode(spec)), key: "", spec)
  }

  private static func tree(_ value: Any, key: String, _ spec: ProtocolSpec) -> SpecTree {
    if let list = value as? [Any] { return .list(list.map { tree($0, key: key, spec) }) }
    guard let object = value as? [String: Any] else { return .leaf("\(value)") }
    if let name = name(object, key: key, spec) { return .leaf(name) }
    let kept = object.filter { !$0.key.lowercased().hasSuffix("range") && $0.key != "ranges" }
    return .object(
      Dictionary(uniqueKeysWithValues: kept.map { ($0.key, tree($0.value, key: $0.key, spec)) }))
  }

  /// What an id stands for: another message in front of one's own must not change what is said of it.
  private static func name(_ object: [String: Any], key: String, _ spec: ProtocolSpec) -> String? {
    guard let index = object["index"] as? Int else { return nil }
    if let process = (object["process"] as? [String: Any])?["index"] as? Int {
      let owner = spec.processes[process]
      return "\(owner.name).\(owner.sockets[index].name)"
    }
    switch key {
    case "message": return spec.messages[index].name.text
    case "process", "final": return spec.processes[index].name.text
    default: return index < spec.types.count ? spec.types[index].name.text : nil
    }
  }

  /// The places at which two protocols differ, without indices: `messages[].args[].name.text`. A list's elements are
  /// compared one with the other where both have as many, and behind and in front of what differs otherwise.
  func differences(from other: SpecTree, at path: String = "") -> Set<String> {
    switch (self, other) {
    case (.leaf(let mine), .leaf(let theirs)): return mine == theirs ? [] : [path]
    case (.object(let mine), .object(let theirs)):
      // Another case of an enumeration.
      if mine.count == 1, theirs.count == 1, mine.keys != theirs.keys { return [path] }
      var found: Set<String> = []
      for key in Set(mine.keys).union(theirs.keys) {
        let place = path.isEmpty ? key : "\(path).\(key)"
        switch (mine[key], theirs[key]) {
        case (let one?, let two?): found.formUnion(one.differences(from: two, at: place))
        case (nil, _?): found.insert("+\(place)")
        default: found.insert("-\(place)")
        }
      }
      return found
    case (.list(let mine), .list(let theirs)): return Self.differences(mine, theirs, at: "\(path)[]")
    default: return [path]
    }
  }

  private static func differences(_ mine: [SpecTree], _ theirs: [SpecTree], at path: String) -> Set<String> {
    if mine.count == theirs.count {
      return zip(mine, theirs).reduce(into: []) { $0.formUnion($1.0.differences(from: $1.1, at: path)) }
    }
    let prefix = zip(mine, theirs).prefix { $0 == $1 }.count
    let suffix = zip(mine.reversed(), theirs.reversed()).prefix { $0 == $1 }.count
    let kept = min(prefix + suffix, min(mine.count, theirs.count))
    var found: Set<String> = [(mine.count > theirs.count ? "-" : "+") + path]
    if kept < min(mine.count, theirs.count) { found.insert(path) }
    return found
  }
}
