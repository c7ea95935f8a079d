import SpecModel

extension Drawing {
  /// A chain's ladder as an SVG that needs no other file, with a line end behind it; empty for a chain without steps.
  ///
  /// It follows the reader's light or dark scheme, has a title and a description for those who do not see it, and its texts
  /// keep their widths whatever fonts there are. Style, charset and width of the options are those of text, and are not
  /// looked at.
  ///
  /// - Parameter page: In a page that has `svgStyle` already, what makes ids in it unique: the protocol's name.
  public static func svg(
    of chain: ChainSpec, in spec: ProtocolSpec, options: DrawingOptions = DrawingOptions(),
    embeddedIn page: String? = nil
  ) -> String {
    guard let layout = LadderLayout(chain, in: spec, options: options) else { return "" }
    return SVGPainter(layout: layout, chain: chain, page: page).text()
  }

  /// The style sheet of the SVGs, for a page that has several of them.
  public static var svgStyle: String { SVGStyle.text }

  /// A chain as a sequence diagram of Mermaid, which GitHub and many wikis draw, with a line end behind it; empty for a
  /// chain without steps.
  public static func mermaid(of chain: ChainSpec, in spec: ProtocolSpec) -> String {
    let scene = Scene(chain, in: spec)
    return scene.lifelines.isEmpty ? "" : MermaidPainter(scene: scene, title: chain.heading).text()
  }

  /// The laid-out ladder as JSON, for editors and other painters: what stands in which column and row, without a line
  /// end behind it; `null` for a chain without steps.
  public static func json(
    of chain: ChainSpec, in spec: ProtocolSpec, options: DrawingOptions = DrawingOptions()
  ) -> String {
    guard let layout = LadderLayout(chain, in: spec, options: options) else { return "null" }
    return GridPainter(layout: layout, chain: chain, spec: spec).text()
  }
}

extension LadderLayout {
  /// The layout from which painters start that have room; nil for a chain without steps.
  fileprivate init?(_ chain: ChainSpec, in spec: ProtocolSpec, options: DrawingOptions) {
    let scene = Scene(chain, in: spec)
    if scene.lifelines.isEmpty { return nil }
    self.init(scene, spacing: .normal, named: true, isAiry: options.isAiry, isTight: options.isTight, width: .max)
  }
}
