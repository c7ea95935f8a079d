/// How a chain is drawn.
public struct DrawingOptions: Sendable, Hashable {
  /// Which form the diagram takes.
  public enum Style: String, Sendable, Hashable, CaseIterable {
    /// Compact where that says everything, else the ladder.
    case auto
    /// The article's: socket types in a row, arrows with numbers between them.
    case compact
    /// A lifeline per socket, a row per message, with the message's name.
    case ladder
    /// The compact form, then the ladder.
    case both
  }

  /// Which characters lines and arrows are made of.
  public enum Charset: String, Sendable, Hashable, CaseIterable {
    /// `|---1 ping--->|`: as wide everywhere, so it is the form for files.
    case ascii
    /// `├───1 ping───►│`: lines are two columns wide in some Chinese, Japanese and Korean terminals.
    case unicode
  }

  /// How the frames below a diagram are shown.
  public enum Frames: String, Sendable, Hashable, CaseIterable {
    /// `1 IN : ['ping, count']`: the article's, a line for each side of each hop.
    case list
    /// A table in Markdown for each message: a row for each frame, a column for each place that it passes.
    case table
    /// Boxes with sizes, as the ZeroMQ Guide draws them: what travels on each hop.
    case boxes
    /// The diagram alone.
    case none
  }

  /// Which form the diagram takes.
  public var style: Style
  /// Which characters lines and arrows are made of.
  public var charset: Charset
  /// The columns that the diagram may take, at least 1; frame lists never wrap.
  public var width: Int
  /// Whether the caller treats a diagram that stays too wide as an error; the drawing is the same.
  public var strictWidth: Bool
  /// Whether the frame list names process and socket, and what it did; nil: with more than two sockets.
  public var showWho: Bool?
  /// Whether the frame list has a NET line for what travels.
  public var showWire: Bool
  /// Whether bodies are sample values, `'["ping",5]'`, in place of the names of the fields.
  public var realJSON: Bool
  /// How the frames below the diagram are shown.
  public var frames: Frames
  /// Whether a row of lifelines alone parts what happens in a ladder.
  public var isAiry: Bool
  /// Whether the frame of a group goes round the lifelines that its messages touch, and not round all.
  public var isTight: Bool

  /// The options; each default is the one of `zmqspec render`.
  public init(
    style: Style = .auto, charset: Charset = .ascii, width: Int = 80, strictWidth: Bool = false, showWho: Bool? = nil,
    showWire: Bool = false, realJSON: Bool = false, frames: Frames = .list, isAiry: Bool = false,
    isTight: Bool = false
  ) {
    self.style = style
    self.charset = charset
    self.width = width
    self.strictWidth = strictWidth
    self.showWho = showWho
    self.showWire = showWire
    self.realJSON = realJSON
    self.frames = frames
    self.isAiry = isAiry
    self.isTight = isTight
  }
}
