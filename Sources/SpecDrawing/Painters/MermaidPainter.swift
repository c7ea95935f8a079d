import SpecModel

/// Paints a scene as a sequence diagram of Mermaid: a participant for each socket, a box round those of a process.
///
/// ```
/// sequenceDiagram
///   box Broker
///     participant s1 as Broker<br/>[ROUTER]
///     participant s2 as Broker<br/>[DEALER]
///   end
///   s0->>s1: 1a render
///   s1-->>s2: hands on
/// ```
///
/// Messages carry their numbers themselves, and not by `autonumber`, which knows neither `1a` nor what is no message: so
/// they are those of the frame list. What is published is an arrow to each receiver, all under one number.
struct MermaidPainter {
  /// What is drawn.
  let scene: Scene
  /// What stands above.
  let title: String

  /// The diagram, with a line end behind it.
  func text() -> String {
    var lines = ["sequenceDiagram", "  title \(escaped(title))"]
    for participant in scene.participants {
      let isBox = participant.lifelines.count > 1
      if isBox { lines.append("  box \(escaped(participant.name))") }
      for lifeline in participant.lifelines {
        let name = "\(escaped(participant.name))<br/>\(scene.lifelines[lifeline].box)"
        lines.append("  \(isBox ? "  " : "")participant s\(lifeline) as \(name)")
      }
      if isBox { lines.append("  end") }
    }
    var depth = 1
    for event in scene.events {
      let inner = indent(depth)
      switch event {
      case .message(let arrow): lines += messages(arrow).map { inner + $0 }
      case .handOff(let from, let to, let work):
        lines.append(inner + "s\(from)-->>s\(to): \(work.map(escaped) ?? "hands on")")
      case .work(let lifeline, let text): lines.append(inner + "s\(lifeline)->>s\(lifeline): \(escaped(text))")
      case .pause(let span): lines.append(inner + note("\(span) pass"))
      case .note(let text): lines.append(inner + note(text))
      case .opening(let title):
        lines.append(inner + keyword(of: title))
        depth += 1
      case .separator(let title): lines.append(indent(depth - 1) + keyword(of: title))
      case .closing:
        depth -= 1
        lines.append(indent(depth) + "end")
      }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func indent(_ depth: Int) -> String { String(repeating: "  ", count: max(0, depth)) }

  private func messages(_ arrow: Arrow) -> [String] {
    let label = "\(arrow.number) \(escaped(arrow.name))" + (arrow.remark.map { ", \(escaped($0))" } ?? "")
    // A message that reaches nobody at all is a cross at its sender.
    let receivers = arrow.receivers.isEmpty ? [arrow.sender] : arrow.receivers
    let isLost = arrow.isLost || arrow.receivers.isEmpty
    return receivers.map { "s\(arrow.sender)\(isLost ? "-x" : "->>")s\($0): \(label)" }
  }

  /// `Note over s0,s2: 2.5 s pass`
  private func note(_ text: String) -> String {
    let last = scene.lifelines.count - 1
    return "Note over s0\(last > 0 ? ",s\(last)" : ""): \(escaped(text))"
  }

  /// `alt: a worker is ready` → `alt a worker is ready`, and so on for all kinds of groups: Mermaid has the same.
  private func keyword(of title: String) -> String {
    let parts = title.split(separator: ":", maxSplits: 1)
    let condition = parts.dropFirst().first.map { $0.drop { $0 == " " } } ?? ""
    return condition.isEmpty ? String(parts[0]) : "\(parts[0]) \(escaped(String(condition)))"
  }

  /// What Mermaid would take for a part of the diagram, as its character references.
  private func escaped(_ text: String) -> String {
    var result = ""
    for character in text {
      switch character {
      case "#": result += "#35;"
      case ";": result += "#59;"
      case "<": result += "#lt;"
      case ">": result += "#gt;"
      case ":": result += "#58;"
      default: result.append(character)
      }
    }
    // A label that ends with the word `end` closes a group.
    return result.lowercased() == "end" ? "#101;nd" : result
  }
}
