/// The Swift spelling of a name of the protocol language, in one place, so that the checker finds every
/// collision that the generator would run into.
///
/// ```
/// sending-pings   SendingPings   sendingPings
/// ping_uuid       PingUuid       pingUuid
/// PingProc        PingProc       pingProc
/// URL-map         URLMap         urlMap
/// self                           self_
/// ```
///
/// Keywords are not changed here: the generator puts them between backticks.
public enum SwiftName {
  /// The name of a type: `SendingPings`.
  public static func type(_ name: String) -> String {
    escapingDigit(words(of: name).map(capitalised).joined())
  }

  /// The name of a property, a parameter, a method or a case: `sendingPings`.
  public static func member(_ name: String) -> String {
    let words = words(of: name)
    guard let first = words.first else { return "_" }
    let member = escapingDigit(uncapitalised(first) + words.dropFirst().map(capitalised).joined())
    return taken.contains(member) ? member + "_" : member
  }

  /// What no property or case can be called, with backticks or without: a parameter `self` hides the value that it is to be
  /// a part of, and `hashValue` is every Hashable's own. No other name ends in `_`, so that nothing collides with them.
  private static let taken: Set<String> = ["self", "hashValue"]

  private static func words(of name: String) -> [Substring] {
    name.split { !($0.isLetter || $0.isNumber) }
  }

  private static func capitalised(_ word: Substring) -> String { word.prefix(1).uppercased() + word.dropFirst() }

  /// `PingProc` → `pingProc`, `URLMap` → `urlMap`, `ID` → `id`: a run of capitals is one word.
  private static func uncapitalised(_ word: Substring) -> String {
    let capitals = word.prefix { $0.isUppercase }
    let next = word.dropFirst(capitals.count).first
    let count = capitals.count > 1 && next?.isLetter == true ? capitals.count - 1 : capitals.count
    return word.prefix(count).lowercased() + word.dropFirst(count)
  }

  /// A Swift name does not begin with a digit, and is not empty.
  private static func escapingDigit(_ name: String) -> String {
    guard let first = name.first else { return "_" }
    return first.isNumber ? "_" + name : name
  }
}
