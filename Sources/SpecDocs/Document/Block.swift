/// What a page is made of, from top to bottom.
indirect enum Block: Sendable, Hashable {
  /// A heading of level 1 to 4.
  case heading(Int, Phrase, Anchor?)
  /// Sentences.
  case paragraph(Phrase)
  /// Markdown of the author, as it stands.
  case prose(String)
  /// Text as it stands; `json`, `abnf`, or no language.
  case code(String, language: String)
  /// The drawing of the chain at this place, where it has one, and below it the frames.
  case diagram(Int)
  /// A table; all rows have as many cells as the head.
  case table([Phrase], [[Phrase]])
  /// A list.
  case list([Item])

  /// An item of a list.
  struct Item: Sendable, Hashable {
    /// Its number, where it has one.
    var number: Int?
    /// Where links to it lead.
    var anchor: Anchor?
    /// What stands in it; the first is a paragraph.
    var blocks: [Block]

    /// An item of one paragraph, or more.
    init(number: Int? = nil, anchor: Anchor? = nil, _ lead: Phrase, _ more: [Block] = []) {
      self.number = number
      self.anchor = anchor
      blocks = [.paragraph(lead)] + more
    }
  }
}
