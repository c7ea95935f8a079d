import SpecModel

/// The choices that a chain leaves open, as parameters of its script, and the Swift statements that follow them.
///
/// ```
/// alt     alternative: LookingUpAlternative = .found      a switch
/// loop    times: Int = 1                                  a for loop
/// opt     happens: Bool = true                            an if
/// break   breaks: Bool = false                            an if, in the last round of the loop around it
/// ```
struct ChainChoices {
  private let chain: ChainSpec
  private let chainType: String
  /// The parameter of each group, by the place where it is written.
  private let names: [SourceRange: String]
  /// The loop that each `break` ends, by the place where it is written.
  private let loops: [SourceRange: GroupSpec]
  private let groups: [GroupSpec]

  init(_ chain: ChainSpec, _ chainType: String, besides taken: [String]) {
    self.chain = chain
    self.chainType = chainType
    groups = ChainChoices.groups(in: chain.items).filter { $0.kind != .par }
    var names: [SourceRange: String] = [:]
    var all = taken
    for group in groups {
      let base =
        switch group.kind {
        case .alt: "alternative"
        case .loop: "times"
        case .opt: "happens"
        case .break: "breaks"
        case .par: ""
        }
      var name = base
      var number = 1
      while all.contains(name) {
        number += 1
        name = "\(base)\(number)"
      }
      all.append(name)
      names[group.range] = name
    }
    self.names = names
    loops = ChainChoices.loops(in: chain.items, around: nil)
  }

  private static func loops(in items: [ChainItemSpec], around loop: GroupSpec?) -> [SourceRange: GroupSpec] {
    var found: [SourceRange: GroupSpec] = [:]
    for case .group(let group) in items {
      if group.kind == .break { found[group.range] = loop }
      for branch in group.branches {
        found.merge(loops(in: branch.items, around: group.kind == .loop ? group : loop)) { first, _ in first }
      }
    }
    return found
  }

  private static func groups(in items: [ChainItemSpec]) -> [GroupSpec] {
    items.flatMap { item -> [GroupSpec] in
      guard case .group(let group) = item else { return [] }
      return [group] + group.branches.flatMap { groups(in: $0.items) }
    }
  }

  private func name(_ group: GroupSpec) -> String { names[group.range] ?? "choice" }

  /// `GettingAlternative`
  private func enumName(_ group: GroupSpec) -> String {
    SwiftName.type(chain.name.text) + SwiftName.type(name(group))
  }

  /// `thatWasAll`
  private func cases(_ group: GroupSpec) -> [String] {
    var cases: [String] = []
    for (index, branch) in group.branches.enumerated() {
      var name = SwiftName.member(branch.condition.isEmpty ? "otherwise" : branch.condition)
      if cases.contains(name) { name += "\(index + 1)" }
      cases.append(name)
    }
    return cases.map(Identifier.escaped)
  }

  // MARK: Declarations

  /// ```swift
  /// public enum GettingAlternative: Sendable { case thatWasAll, thereIsMore }
  /// ```
  var enums: [[Code]] {
    groups.filter { $0.kind == .alt }.map { group in
      [
        .doc("Which way \(chain.heading) goes."),
        .block(
          "public enum \(enumName(group)): Sendable",
          zip(cases(group), group.branches).flatMap { name, branch -> [Code] in
            [.doc(branch.condition.isEmpty ? "Otherwise." : "\(branch.condition)"), .line("case \(name)")]
          }),
      ]
    }
  }

  var parameters: [String] {
    groups.map { group in
      switch group.kind {
      case .alt: "\(name(group)): \(enumName(group)) = .\(cases(group).first ?? "otherwise")"
      case .loop: "\(name(group)): Int = 1"
      case .opt: "\(name(group)): Bool = true"
      case .break, .par: "\(name(group)): Bool = false"
      }
    }
  }

  /// What the parameters mean.
  var documentation: String {
    if groups.isEmpty { return "" }
    let lines = groups.map { group in
      let condition = group.branches.first?.condition ?? ""
      switch group.kind {
      case .alt: return "  - \(name(group)): Which of the alternatives."
      case .loop: return "  - \(name(group)): How often: \(condition)."
      case .opt: return "  - \(name(group)): Whether \(condition)."
      case .break, .par: return "  - \(name(group)): Whether it ends early: \(condition)."
      }
    }
    return "\n\n- Parameters:\n" + lines.joined(separator: "\n")
  }

  // MARK: Statements

  /// A group as Swift: `items` makes the statements of what stands in it.
  func code(of group: GroupSpec, _ items: ([ChainItemSpec]) -> [Code]) -> [Code] {
    let name = name(group)
    let first = group.branches.first?.items ?? []
    switch group.kind {
    case .alt:
      return [
        .switching(
          name,
          zip(cases(group), group.branches).map { label, branch in
            let body = items(branch.items)
            return (label: "case .\(label)", body: body.isEmpty ? [.line("break")] : body)
          })
      ]
    case .par: return group.branches.flatMap { items($0.items) }
    case .opt: return [.branches([(name, items(first))])]
    case .loop:
      let isLeft = loops.values.contains { $0.range == group.range }
      let head = isLeft ? "\(name)Loop: for \(name)Round" : "for _"
      return [.block("\(head) in 0..<max(0, \(name))", items(first))]
    case .break:
      // One that stands in no loop ends the chain; one that does is left in the last round, from wherever it stands.
      guard let loop = loops[group.range].map(self.name) else {
        return [.branches([(name, items(first) + [.line("return \(chainType)(script)")])])]
      }
      return [
        .branches([("\(name) && \(loop)Round == \(loop) - 1", items(first) + [.line("break \(loop)Loop")])])
      ]
    }
  }
}
