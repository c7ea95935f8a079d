import CLibYAML
import SpecModel

/// YAML text to a tree of nodes: libyaml's events, without what protocol files do not have (anchors, aliases,
/// tags, merge keys, several documents), and with what libyaml does not check (depth, duplicate keys).
enum YAMLParser {
  /// The root of the only document; nil where there is none, which the diagnostics explain.
  static func parse(_ source: SourceText, text: String) -> (YAMLNode?, [Diagnostic]) {
    var text = text
    return text.withUTF8 { bytes in
      var parser = yaml_parser_t()
      guard yaml_parser_initialize(&parser) == 1 else {
        return (nil, [Diagnostic(Code.notYAML, at: .beginning, "libyaml could not be started: out of memory")])
      }
      defer { yaml_parser_delete(&parser) }
      yaml_parser_set_encoding(&parser, YAML_UTF8_ENCODING)
      yaml_parser_set_input_string(&parser, bytes.baseAddress, bytes.count)

      var builder = YAMLTreeBuilder(source: source)
      while !builder.isComplete {
        var event = yaml_event_t()
        guard yaml_parser_parse(&parser, &event) == 1 else {
          builder.findings.append([YAMLComplaint(parser, in: source).diagnostic])
          return (nil, builder.findings.diagnostics)
        }
        defer { yaml_event_delete(&event) }
        builder.take(event)
      }
      return (builder.root, builder.findings.diagnostics)
    }
  }
}
