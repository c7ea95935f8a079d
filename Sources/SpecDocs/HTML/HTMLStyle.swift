/// How a page looks: light and dark, on a wide screen, on a phone, on paper.
enum HTMLStyle {
  static let text = """
    :root { color-scheme: light dark; --paper: #ffffff; --text: #1f2328; --faint: #59636e; --line: #d1d9e0;
      --shade: #f6f8fa; --link: #0550ae; --mark: #fff3bf; }
    @media (prefers-color-scheme: dark) {
      :root { --paper: #0d1117; --text: #e6edf3; --faint: #9aa4af; --line: #30363d; --shade: #161b22;
        --link: #79b8ff; --mark: #4d3d00; }
    }
    * { box-sizing: border-box; }
    html { scroll-padding-top: 1rem; }
    body { margin: 0; background: var(--paper); color: var(--text); line-height: 1.5;
      font-family: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif;
      display: grid; grid-template-columns: 18rem minmax(0, 1fr); }
    nav { position: sticky; top: 0; height: 100vh; overflow-y: auto; padding: 1rem; background: var(--shade);
      border-right: 1px solid var(--line); font-size: .9rem; }
    nav ul { list-style: none; margin: .25rem 0; padding-left: .75rem; }
    nav details > ul { padding-left: 0; }
    nav summary { color: var(--faint); cursor: pointer; margin: .5rem 0; }
    nav input { width: 100%; padding: .5rem; font: inherit; color: inherit; background: var(--paper);
      border: 1px solid var(--line); border-radius: 6px; }
    #found li { padding: .25rem 0; }
    main { padding: 1rem 2rem 4rem; max-width: 72rem; min-width: 0; }
    article + article { border-top: 2px solid var(--line); margin-top: 3rem; }
    a { color: var(--link); text-decoration: none; }
    a:hover { text-decoration: underline; }
    h1, h2, h3 { line-height: 1.25; margin: 1.5em 0 .5em; }
    h2 { border-bottom: 1px solid var(--line); padding-bottom: .25em; }
    .permalink { visibility: hidden; font-weight: normal; padding: 0 .25em; }
    :hover > .permalink, .permalink:focus { visibility: visible; }
    :target { background: var(--mark); }
    code, pre { font-family: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace; font-size: .875em; }
    code { background: var(--shade); border-radius: 4px; padding: .1em .3em; }
    pre { background: var(--shade); border: 1px solid var(--line); border-radius: 6px; padding: .75rem; overflow-x: auto;
      line-height: 1.4; }
    pre code { background: none; padding: 0; font-size: inherit; }
    figure { margin: 1rem 0; overflow-x: auto; }
    figure svg { display: block; }
    .as-text summary { color: var(--faint); font-size: .9rem; cursor: pointer; }
    .table { overflow-x: auto; }
    table { border-collapse: collapse; }
    th, td { border: 1px solid var(--line); padding: .35rem .6rem; text-align: left; vertical-align: top; }
    th { background: var(--shade); }
    td:first-child code { white-space: nowrap; }
    li > p { margin: .25em 0; display: inline; }
    main li { margin: .25em 0; }
    .numbered { list-style: none; }
    .numbered > .number { display: inline-block; min-width: 1.5em; margin-left: -1.5em; color: var(--link); font-weight: 600; }
    @media (max-width: 50rem) {
      body { display: block; }
      nav { position: static; height: auto; max-height: none; border-right: 0; border-bottom: 1px solid var(--line); }
      main { padding: .5rem 1rem 3rem; }
      main ul { padding-left: 1.5rem; }
      h1 { font-size: 1.6rem; }
      .permalink { visibility: visible; opacity: .5; }
    }
    @media print {
      :root { --paper: #ffffff; --text: #000000; --faint: #333333; --line: #999999; --shade: #ffffff; --link: #000000; }
      body { display: block; font-size: 10pt; }
      nav, .permalink, .as-text, script { display: none; }
      main { padding: 0; max-width: none; }
      figure, pre, tr { break-inside: avoid; }
      h1, h2, h3 { break-after: avoid; }
      figure svg { max-width: 100%; height: auto; }
      pre { white-space: pre-wrap; }
      article { break-before: page; }
      article:first-child { break-before: auto; }
    }

    """
}
