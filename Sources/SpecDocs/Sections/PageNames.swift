import SpecModel

/// How a page speaks of the parts of a protocol, and where it links to.
struct PageNames {
  private let spec: ProtocolSpec

  /// The names on the page of a protocol.
  init(_ spec: ProtocolSpec) { self.spec = spec }

  /// `` `PingProc` ``, or `` `Broker.clients` `` where the process has several sockets.
  func socket(_ id: SocketID) -> Phrase {
    spec[id.process].sockets.count == 1 ? .code(spec[id.process].name.text) : fullSocket(id)
  }

  /// `` `PingProc.pongs` ``
  func fullSocket(_ id: SocketID) -> Phrase { .code("\(spec[id.process].name.text).\(spec[id].name.text)") }

  /// `` `PingProc` ``
  func process(_ id: ProcessID) -> Phrase { .code(spec[id].name.text) }

  /// ``[`ping`](#message-ping)``
  func message(_ id: MessageID) -> Phrase { link("message", spec[id].name.text) }

  /// ``[`ask`](#message-ask), [`tell`](#message-tell) or [`stop`](#message-stop)``
  func messages(_ ids: [MessageID]) -> Phrase {
    guard let last = ids.last, ids.count > 1 else { return ids.first.map(message) ?? .empty }
    return ids.dropLast().map(message).joined(", ") + " or " + message(last)
  }

  /// ``[`worker`](#layout-worker)``
  func layout(_ id: LayoutID) -> Phrase { link("layout", spec[id].name.text) }

  /// `` `list<int>` ``, with a link where a declared type is part of it.
  func type(_ type: TypeReference) -> Phrase {
    let code = Phrase.code(type.notation(in: spec))
    return PageNames.declared(in: type).map { .link(code, to: .part("type", spec[$0].name.text)) } ?? code
  }

  /// `## Sending pings`. The chain's name is the anchor, whatever the title.
  func heading(of chain: ChainSpec) -> Block { .heading(2, .text(chain.heading), .chain(chain.name.text)) }

  /// ``### `ping` ``
  static func heading(_ kind: String, _ name: String) -> Block { .heading(3, .code(name), .part(kind, name)) }

  private func link(_ kind: String, _ name: String) -> Phrase { .link(.code(name), to: .part(kind, name)) }

  private static func declared(in type: TypeReference) -> TypeID? {
    switch type {
    case .named(let id): id
    case .list(let element), .map(let element), .optional(let element): declared(in: element)
    default: nil
    }
  }
}
