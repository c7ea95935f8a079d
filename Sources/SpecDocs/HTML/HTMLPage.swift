import SpecDrawing
import SpecModel

/// Reference pages of protocols as one HTML file that needs no other: drawings as pictures, a search, an index, a style for
/// phones and for paper.
///
/// Its anchors are made of names, so a link leads to the same step when another has been put in front of it:
/// `Protocols.html#majordomo/chain-requesting.worker-request`.
public enum HTMLPage {
  /// The file of some protocols.
  ///
  /// - Parameter protocols: Protocols without errors, each with its file as the reader of the page knows it.
  public static func render(_ protocols: [(spec: ProtocolSpec, sourceName: String)]) -> String {
    let documents = protocols.map { Document($0.spec, sourceName: $0.sourceName) }
    let writers = HTMLPage.prefixes(of: documents).enumerated().map {
      HTMLWriter(documents[$0.offset], prefix: $0.element)
    }
    let title =
      documents.count == 1
      ? documents[0].spec.title ?? documents[0].spec.name.text : "Protocols"
    return """
      <!DOCTYPE html>
      <!-- Generated from \(HTML.comment(documents.map(\.sourceName).joined(separator: ", "))): change that, not this. -->
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width, initial-scale=1">
      <meta name="color-scheme" content="light dark">
      <title>\(HTML.escaped(title))</title>
      <style>
      \(HTMLStyle.text)\(Drawing.svgStyle)</style>
      </head>
      <body>
      <nav aria-label="Contents">
      <input type="search" id="search" placeholder="Search" aria-label="Search" autocomplete="off">
      <ul id="found" hidden></ul>
      <details id="contents" open><summary>Contents</summary>
      \(writers.map(\.contents).joined(separator: "\n"))
      </details>
      </nav>
      <main>
      \(writers.map(\.text).joined(separator: "\n"))
      </main>
      <script>
      \(HTMLScript.text)</script>
      </body>
      </html>

      """
  }

  /// What the anchors of each protocol begin with: its name, with a number where several have it.
  private static func prefixes(of documents: [Document]) -> [String] {
    var taken: Set<String> = []
    return documents.map { document in
      let slug = Markdown.slug(of: document.spec.name.text)
      var prefix = slug
      var number = 1
      while !taken.insert(prefix).inserted {
        number += 1
        prefix = "\(slug)-\(number)"
      }
      return prefix
    }
  }
}
