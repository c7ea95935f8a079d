import SpecModel

/// What the places of a tree are called in an error: `args[0]` instead of `[2][1][0]`.
struct TreePaths {
  let codec: LayoutCodec
  let tree: TreeTemplateSpec

  /// `([2, 1], "args")`, `([2, 2], "kwargs")`; none where the tree's own paths say it.
  var pairs: [String] {
    places(of: tree, at: []).map { path, name in
      "([\(path.joined(separator: ", "))], \(SwiftLiteral.string(name)))"
    }
  }

  private func places(of tree: TreeTemplateSpec, at path: [String]) -> [(path: [String], name: String)] {
    switch tree {
    case .constant: return []
    case .value(let reference): return codec.target(of: reference) == .type ? [] : [(path, reference.name)]
    case .list(let items):
      return items.enumerated().flatMap { index, item -> [(path: [String], name: String)] in
        guard case .element(let tree) = item else { return [] }
        return places(of: tree, at: path + ["\(index)"])
      }
    case .object(let members):
      return members.flatMap { member -> [(path: [String], name: String)] in
        guard case .member(let key, let tree) = member else { return [] }
        return places(of: tree, at: path + [SwiftLiteral.string(key.text)])
      }
    }
  }
}
