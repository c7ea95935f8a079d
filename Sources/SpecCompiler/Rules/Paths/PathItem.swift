import SpecModel

/// A chain as far as it concerns one thing: a socket, a process, a request.
///
/// What has nothing to do with it is left out, so all projections of a chain together are about as long as the
/// chain, and a rule that looks at each socket by itself stays linear.
indirect enum PathItem {
  /// The step at this place of `ChainSpec.steps`.
  case step(Int)
  /// A group with some step of it, or a `break` between steps of it.
  case group(PathGroup)
}

/// A group as far as it concerns one thing.
struct PathGroup {
  /// Another number for each group of a chain and each thing that it is projected on.
  var id: Int
  /// What kind of group it is.
  var kind: GroupSpec.Kind
  /// The branches that have something of it.
  var branches: [[PathItem]]
  /// Whether one can pass without any of them: another branch happens, or none.
  var canBePassed: Bool
}
