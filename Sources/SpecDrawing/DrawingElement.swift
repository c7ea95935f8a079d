import SpecModel

/// Something in a diagram that not every diagram has, so that a page explains what its reader meets.
public enum DrawingElement: Sendable, Hashable, CaseIterable {
  /// `1a`, `1b`: a message with several hops.
  case hops
  /// `....>`: a hand-off inside a process.
  case handOff
  /// `--x`: a message that does not arrive.
  case loss
  /// A row of colons: time passes.
  case pause
  /// Frames with conditions.
  case groups
}

extension Drawing {
  /// What the diagram of a chain has, in the form that it takes by default.
  public static func elements(of chain: ChainSpec, in spec: ProtocolSpec) -> Set<DrawingElement> {
    let scene = Scene(chain, in: spec)
    var elements: Set<DrawingElement> = []
    for event in scene.events {
      switch event {
      case .message(let arrow): if arrow.isLost { elements.insert(.loss) }
      case .handOff: elements.insert(.handOff)
      case .pause: elements.insert(.pause)
      case .opening: elements.insert(.groups)
      case .work, .note, .separator, .closing: break
      }
    }
    if chain.steps.contains(where: { $0.hops.count > 1 }) { elements.insert(.hops) }
    if DiagramChoice(scene: scene, options: DrawingOptions()).isCompact { elements.remove(.handOff) }
    return elements
  }
}
