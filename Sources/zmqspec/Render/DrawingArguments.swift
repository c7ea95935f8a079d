import ArgumentParser
import SpecDrawing

/// How diagrams and frames are drawn: the options of `zmqspec render`, and of a region that it keeps current.
struct DrawingArguments: ParsableArguments {
  /// Which characters lines are made of.
  enum Charset: String, ExpressibleByArgument, CaseIterable {
    case ascii, unicode, auto
  }

  @Option(help: "The form of diagrams: compact as in the article, ladder, both, or auto.")
  var style: DrawingOptions.Style = .auto
  @Option(help: "ascii or unicode; auto is unicode on a UTF-8 terminal.")
  var charset: Charset = .auto
  @Option(help: "The columns that a diagram may take.")
  var width = 80
  @Flag(help: "Fail when a diagram is wider than that.")
  var strictWidth = false
  @Option(help: "How frames are shown: list, table (in Markdown), boxes as in the ZeroMQ Guide, or none.")
  var frames: DrawingOptions.Frames = .list
  @Flag(help: "Show what travels between the sockets, too.")
  var wire = false
  @Flag(inversion: .prefixedNo, help: "Name process and socket at every line of frames; default: with more than two.")
  var who: Bool?
  @Flag(name: .customLong("real-json"), help: "Show sample values as JSON in place of the names of fields.")
  var realJSON = false
  @Flag(help: "Part what happens in a ladder by rows of lifelines.")
  var airy = false
  @Flag(help: "Draw the frame of a group round those who take part in it, not round all.")
  var tight = false
  @Option(help: "Only this chain; may be repeated.")
  var chain: [String] = []

  func validate() throws {
    if width < 1 { throw ValidationError("--width must be at least 1") }
  }

  /// The options of the drawings.
  func options(isUnicode: Bool) -> DrawingOptions {
    DrawingOptions(
      style: style, charset: charset == .unicode || (charset == .auto && isUnicode) ? .unicode : .ascii, width: width,
      strictWidth: strictWidth, showWho: who, showWire: wire, realJSON: realJSON, frames: frames, isAiry: airy,
      isTight: tight)
  }

  /// An option that is given and that a format has no use for; nil where there is none.
  func useless(for format: RenderFormat) -> String? {
    if format == .text { return nil }
    let layout = [("--airy", airy), ("--tight", tight)]
    let text = [
      ("--style", style != .auto), ("--charset", charset != .auto), ("--width", width != 80),
      ("--strict-width", strictWidth), ("--frames", frames != .list), ("--wire", wire), ("--who", who != nil),
      ("--real-json", realJSON),
    ]
    let useless =
      switch format {
      case .text: [(String, Bool)]()
      case .svg, .json: text
      case .mermaid: text + layout
      case .markdown, .html, .rst: text + layout + [("--chain", !chain.isEmpty)]
      }
    return useless.first { $0.1 }?.0
  }
}

extension DrawingOptions.Style: ExpressibleByArgument {}
extension DrawingOptions.Frames: ExpressibleByArgument {}
