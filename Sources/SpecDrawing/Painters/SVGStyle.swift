/// The colours of SVGs, light and dark, and their font.
///
/// Everything is under `.zmqspec`, so that a page around them keeps its own.
enum SVGStyle {
  static let text = """
    .zmqspec { --ground: #ffffff; --ink: #1f2328; --line: #57606a; --soft: #eef1f4; --edge: #c4ccd4;
      --number: #0550ae; --lost: #b3261e; --group: #6639ba;
      font: 13px ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", "Liberation Mono", monospace; }
    @media (prefers-color-scheme: dark) {
      .zmqspec { --ground: #0d1117; --ink: #e6edf3; --line: #9aa4af; --soft: #1b222b; --edge: #3d4650;
        --number: #79b8ff; --lost: #ff8a80; --group: #c9a6ff; }
    }
    @media print {
      .zmqspec { --ground: #ffffff; --ink: #000000; --line: #333333; --soft: #f2f2f2; --edge: #999999;
        --number: #000000; --lost: #000000; --group: #000000; }
    }
    .zmqspec text { fill: var(--ink); white-space: pre; }
    .zmqspec .ground { fill: var(--ground); }
    .zmqspec .process { fill: var(--soft); stroke: none; }
    .zmqspec .name { font-weight: bold; }
    .zmqspec .box { fill: var(--ground); stroke: var(--line); }
    .zmqspec .lifeline { stroke: var(--edge); fill: none; }
    .zmqspec .pause { stroke: var(--line); stroke-dasharray: 2 4; fill: none; }
    .zmqspec .arrow { stroke: var(--line); fill: none; stroke-width: 1.5; }
    .zmqspec .head { fill: var(--line); }
    .zmqspec .hand-off { stroke-dasharray: 2 3; }
    .zmqspec .number { fill: var(--number); font-weight: bold; }
    .zmqspec .lost { stroke: var(--lost); fill: none; stroke-width: 1.5; }
    .zmqspec .remark { fill: var(--line); font-style: italic; }
    .zmqspec .group { stroke: var(--group); fill: none; }
    .zmqspec .branch { stroke: var(--group); stroke-dasharray: 6 4; fill: none; }
    .zmqspec .title { fill: var(--group); }

    """
}
