import SpecModel

/// `Docs/Diagnostics.md`: every code with its explanation, the wrong file, what is printed about it, and
/// the right one.
public enum DiagnosticsPage {
  /// The page, in the order of the codes.
  public static func render() -> String {
    var page = """
      # Diagnostics

      Everything that `zmqspec check` can find, by code. `zmqspec explain ZS0203` prints one of these sections. The files
      below are compiled by the tests: each wrong one gets its diagnostic, each right one gets none.

      This page is made from `Sources/SpecCompiler/Catalogue`; do not edit it.


      """
    page += Catalogue.all.map { "* [\($0.code)](#\($0.code.rawValue.lowercased())) \($0.title)\n" }.joined()
    for explanation in Catalogue.all { page += section(explanation) }
    return page
  }

  private static func section(_ explanation: Explanation) -> String {
    """

    ## \(explanation.code)

    **\(explanation.title)**

    \(explanation.text)

    Wrong:

    ```yaml
    \(explanation.wrong.text)```

    ```
    \(printed(explanation))```

    Right:

    ```yaml
    \(explanation.right.text)```

    """
  }

  /// What the tool prints about the wrong file; where a file cannot be shown, its line is left out too.
  private static func printed(_ explanation: Explanation) -> String {
    let compilation = Compiler.compile(explanation.wrong.bytes(), name: "demo.yaml")
    return DiagnosticPrinter(compilation.source).print(compilation.diagnostics)
  }
}
