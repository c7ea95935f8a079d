import SpecModel

/// How a page speaks of the parts of a protocol, and where it links to.
struct PageNames {
  private let spec: ProtocolSpec
  private let slugs: [String: Int]

  /// The names on the page of a protocol.
  init(_ spec: ProtocolSpec) {
    self.spec = spec
    let headings = ["Processes", "Other messages", "Layouts", "Types"] + spec.chains.map(\.heading)
    slugs = Dictionary(headings.map { (Markdown.slug(of: $0), 1) }, uniquingKeysWith: +)
  }

  /// `` `PingProc` ``, or `` `Broker.clients` `` where the process has several sockets.
  func socket(_ id: SocketID) -> String {
    spec[id.process].sockets.count == 1 ? Markdown.code(spec[id.process].name.text) : fullSocket(id)
  }

  /// `` `PingProc.pongs` ``
  func fullSocket(_ id: SocketID) -> String { Markdown.code("\(spec[id.process].name.text).\(spec[id].name.text)") }

  /// `` `PingProc` ``
  func process(_ id: ProcessID) -> String { Markdown.code(spec[id].name.text) }

  /// ``[`ping`](#message-ping)``
  func message(_ id: MessageID) -> String {
    Markdown.link(Markdown.code(spec[id].name.text), to: PageNames.anchor("message", spec[id].name.text))
  }

  /// ``[`worker`](#layout-worker)``
  func layout(_ id: LayoutID) -> String {
    Markdown.link(Markdown.code(spec[id].name.text), to: PageNames.anchor("layout", spec[id].name.text))
  }

  /// `` `list<int>` ``, with a link where a declared type is part of it.
  func type(_ type: TypeReference) -> String {
    let code = Markdown.code(type.notation(in: spec))
    return PageNames.declared(in: type).map {
      Markdown.link(code, to: PageNames.anchor("type", spec[$0].name.text))
    } ?? code
  }

  /// `## Sending pings`. The chain's name is the anchor, whatever the title: GitHub's own where that is the same.
  func heading(of chain: ChainSpec) -> String {
    let slug = Markdown.slug(of: chain.heading)
    let isStable = slug == chain.name.text && slugs[slug] == 1
    return "## " + (isStable ? "" : PageNames.target(chain.name.text)) + Markdown.plain(chain.heading)
  }

  /// ``### <a id="message-ping"></a>`ping` ``
  static func heading(_ kind: String, _ name: String) -> String {
    "### " + target(anchor(kind, name)) + Markdown.code(name)
  }

  private static func target(_ anchor: String) -> String { "<a id=\"\(anchor)\"></a>" }

  private static func anchor(_ kind: String, _ name: String) -> String { "\(kind)-\(Markdown.slug(of: name))" }

  private static func declared(in type: TypeReference) -> TypeID? {
    switch type {
    case .named(let id): id
    case .list(let element), .map(let element), .optional(let element): declared(in: element)
    default: nil
    }
  }
}
