import SpecModel

/// The codes of everything that parsing and resolving find, in one list.
///
/// Family 0 is the YAML text, its keys and its values; codes of the other families are references and
/// pairs that cannot be resolved. A code is never given to another finding.
enum Code {
  // The text and its YAML.

  /// The text is not YAML.
  static let notYAML: DiagnosticCode = "ZS0001"
  /// A tab stands where YAML wants blanks.
  static let tab: DiagnosticCode = "ZS0002"
  /// The bytes are not UTF-8.
  static let notUTF8: DiagnosticCode = "ZS0003"
  /// A character that YAML forbids, such as NUL.
  static let forbiddenCharacter: DiagnosticCode = "ZS0004"
  /// The file is larger than 16 MiB.
  static let tooLarge: DiagnosticCode = "ZS0005"
  /// Nodes are nested deeper than 64 levels.
  static let tooDeep: DiagnosticCode = "ZS0006"
  /// There is nothing in the file.
  static let emptyFile: DiagnosticCode = "ZS0007"
  /// There is more than one YAML document in the file.
  static let severalDocuments: DiagnosticCode = "ZS0008"
  /// An anchor or an alias.
  static let anchor: DiagnosticCode = "ZS0009"
  /// A tag.
  static let tag: DiagnosticCode = "ZS0010"
  /// The merge key `<<`.
  static let mergeKey: DiagnosticCode = "ZS0011"
  /// A key stands twice in one mapping.
  static let duplicateKey: DiagnosticCode = "ZS0012"
  /// A key is a list or a mapping.
  static let keyNotText: DiagnosticCode = "ZS0013"
  /// A comma in braces or brackets that ends a text in the middle of its parentheses.
  static let cutText: DiagnosticCode = "ZS0014"

  // Keys and values.

  /// A key that the language does not have at this place.
  static let unknownKey: DiagnosticCode = "ZS0020"
  /// A key that must be there is missing.
  static let missingKey: DiagnosticCode = "ZS0021"
  /// A list where a mapping must stand, and the like.
  static let wrongKind: DiagnosticCode = "ZS0022"
  /// A name that breaks the rule for names.
  static let badName: DiagnosticCode = "ZS0023"
  /// A version of the language that this program does not know.
  static let languageVersion: DiagnosticCode = "ZS0024"
  /// A word that is none of those that may stand here.
  static let unknownWord: DiagnosticCode = "ZS0025"
  /// A socket type that libzmq does not have, or has only as a draft.
  static let unknownSocketType: DiagnosticCode = "ZS0026"
  /// A span of time that cannot be read.
  static let badDuration: DiagnosticCode = "ZS0027"
  /// A size that cannot be read.
  static let badSize: DiagnosticCode = "ZS0028"
  /// A scalar that YAML 1.1 and YAML 1.2 read differently, or that is no text where a text must stand.
  static let ambiguousScalar: DiagnosticCode = "ZS0029"
  /// A type expression that cannot be read.
  static let typeExpression: DiagnosticCode = "ZS0030"
  /// An arrow that cannot be read.
  static let arrow: DiagnosticCode = "ZS0031"
  /// A step without an arrow, without a message, or with several arrows.
  static let stepForm: DiagnosticCode = "ZS0032"
  /// A frame in `in` or `out` that cannot be read.
  static let frameNotation: DiagnosticCode = "ZS0033"
  /// A libzmq option that does not exist.
  static let unknownOption: DiagnosticCode = "ZS0034"
  /// A libzmq option that this socket type does not know.
  static let optionOnWrongSocket: DiagnosticCode = "ZS0035"
  /// The value of a libzmq option is of the wrong kind, or out of its bounds.
  static let optionValue: DiagnosticCode = "ZS0036"
  /// `version` is not a semantic version.
  static let notSemanticVersion: DiagnosticCode = "ZS0037"
  /// Two keys exclude one another.
  static let keysExcludeOneAnother: DiagnosticCode = "ZS0038"
  /// A key that means nothing on this socket type.
  static let keyNotForSocketType: DiagnosticCode = "ZS0039"
  /// The value behind `=` in a field's short form cannot be read.
  static let shortDefault: DiagnosticCode = "ZS0040"
  /// A number that does not fit 64 bits.
  static let numberTooLarge: DiagnosticCode = "ZS0041"
  /// Nothing stands where something must.
  static let emptyValue: DiagnosticCode = "ZS0042"
  /// What stands behind `connect` is neither an endpoint nor `Process.socket`.
  static let connectForm: DiagnosticCode = "ZS0043"
  /// A key that means nothing on this kind of step.
  static let keyNotForStep: DiagnosticCode = "ZS0044"
  /// A group of a chain without steps, an `else` without its `alt`, and the like.
  static let groupForm: DiagnosticCode = "ZS0045"
  /// A frame of a layout, or a template in it, that cannot be read.
  static let layoutForm: DiagnosticCode = "ZS0046"
  /// The source of a layout's field that cannot be read, or a source where there can be none.
  static let source: DiagnosticCode = "ZS0047"
  /// A length, or a range of lengths, that cannot be read.
  static let badLength: DiagnosticCode = "ZS0048"
  /// A proxy that cannot be read.
  static let proxyForm: DiagnosticCode = "ZS0049"
  /// A span of time that is no longer than nothing.
  static let zeroDuration: DiagnosticCode = "ZS0050"
  /// `name...` where nothing can be collected.
  static let restArgument: DiagnosticCode = "ZS0060"
  /// An excuse without a code or a reason.
  static let excuseWithoutReason: DiagnosticCode = "ZS0095"
  /// An excuse for something that is not found.
  static let idleExcuse: DiagnosticCode = "ZS0096"
  /// An excuse for what cannot be excused.
  static let inexcusable: DiagnosticCode = "ZS0097"
  /// A comment that is meant as an excuse, and misspelt.
  static let misspeltExcuse: DiagnosticCode = "ZS0098"

  // References and pairs.

  /// No pair of sockets can carry the step.
  static let noPairFits: DiagnosticCode = "ZS0101"
  /// Several pairs of sockets can carry the step.
  static let severalPairsFit: DiagnosticCode = "ZS0102"
  /// A message has several receivers but is not published.
  static let severalReceivers: DiagnosticCode = "ZS0151"
  /// An arrow goes through a process that has no proxy.
  static let noProxy: DiagnosticCode = "ZS0152"
  /// A receiver stands twice at the end of one arrow.
  static let receiverTwice: DiagnosticCode = "ZS0153"
  /// A reply has no open request to answer.
  static let nothingToAnswer: DiagnosticCode = "ZS0401"
  /// A reply could answer several open requests.
  static let severalToAnswer: DiagnosticCode = "ZS0451"
  /// A template (`{name}`) in an endpoint, a routing id or a topic cannot be read.
  static let template: DiagnosticCode = "ZS0801"
  /// A socket with neither `bind` nor `connect` reaches several bound sockets.
  static let severalBoundPeers: DiagnosticCode = "ZS0851"
  /// `connect` names a socket that binds nothing.
  static let connectToUnbound: DiagnosticCode = "ZS0852"
  /// A process that is not declared.
  static let unknownProcess: DiagnosticCode = "ZS1001"
  /// A socket that its process does not have.
  static let unknownSocket: DiagnosticCode = "ZS1002"
  /// A message that is not declared.
  static let unknownMessage: DiagnosticCode = "ZS1003"
  /// A type that is neither built in nor declared.
  static let unknownType: DiagnosticCode = "ZS1004"
  /// Two things of one place have the same name.
  static let duplicateDeclaration: DiagnosticCode = "ZS1005"
  /// A case of a union that is no record.
  static let unionCase: DiagnosticCode = "ZS1054"
  /// A layout that is neither built in nor declared.
  static let unknownLayout: DiagnosticCode = "ZS1051"
  /// A layout names an argument that a message with it does not have.
  static let missingArgument: DiagnosticCode = "ZS1052"
  /// A message fixes a field that its layout does not have.
  static let unknownLayoutField: DiagnosticCode = "ZS1053"
  /// A record contains itself.
  static let recursiveRecord: DiagnosticCode = "ZS1006"
}
