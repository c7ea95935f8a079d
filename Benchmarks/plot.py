"""Curves as one self-contained SVG file; both axes logarithmic."""

import math

COLOURS = ["#3b6fb6", "#c2573b"]
STYLE = (
    "<style>text{font:12px sans-serif;fill:#333}.axis{stroke:#999}.title{font-weight:bold}"
    "@media(prefers-color-scheme:dark){text{fill:#ddd}.axis{stroke:#777}}</style>"
)


def panel(title, across, up, curves, left, top, width=300, height=220):
    """One pair of axes; `curves` maps a name to a list of (x, y)."""
    points = [point for curve in curves.values() for point in curve]
    low_x, high_x = min(x for x, _ in points), max(x for x, _ in points)
    low_y, high_y = min(y for _, y in points), max(y for _, y in points)
    low_y, high_y = 10 ** math.floor(math.log10(low_y)), 10 ** math.ceil(math.log10(high_y) + 1e-9)

    def place(x, y):
        span = math.log(high_x / low_x) or 1
        return (
            left + 60 + width * math.log(x / low_x) / span,
            top + 30 + height * (1 - math.log(y / low_y) / math.log(high_y / low_y)),
        )

    parts = [f'<text class="title" x="{left + 60}" y="{top + 16}">{title}</text>']
    (x0, y0), (x1, y1) = place(low_x, low_y), place(high_x, high_y)
    parts.append(f'<path class="axis" fill="none" d="M{x0:.1f} {y1:.1f}V{y0:.1f}H{x1:.1f}"/>')
    parts.append(f'<text x="{(x0 + x1) / 2:.1f}" y="{y0 + 36:.1f}" text-anchor="middle">{across}</text>')
    for x in sorted({x for x, _ in points}):
        parts.append(f'<text x="{place(x, low_y)[0]:.1f}" y="{y0 + 16:.1f}" text-anchor="middle">{short(x)}</text>')
    decade = low_y
    while decade <= high_y * 1.001:
        parts.append(f'<text x="{x0 - 6:.1f}" y="{place(low_x, decade)[1] + 4:.1f}" text-anchor="end">{short(decade)}</text>')
        decade *= 10
    parts.append(f'<text x="{left + 4}" y="{top + 30 + height / 2}" transform="rotate(-90 {left + 12} {top + 30 + height / 2})" text-anchor="middle">{up}</text>')
    # The names stand in the title's line, from the right: beside the curves they would lie on each other.
    right = x1
    for colour, (name, curve) in zip(COLOURS, curves.items()):
        line = " ".join(f"{x:.1f},{y:.1f}" for x, y in (place(*point) for point in curve))
        parts.append(f'<polyline fill="none" stroke="{colour}" stroke-width="2" points="{line}"/>')
        parts.append(f'<text x="{right:.1f}" y="{top + 16}" text-anchor="end" style="fill:{colour}">{name}</text>')
        right -= 7 * len(name) + 8
    return "".join(parts)


def short(number):
    for size, letter in ((1e6, "M"), (1e3, "k")):
        if number >= size:
            return f"{number / size:.3g}{letter}"
    return f"{number:g}"


def write(file, panels):
    """`panels` is a list of the arguments of `panel` up to the curves; they stand beside each other in pairs."""
    parts = [panel(*each, left=(place % 2) * 400, top=(place // 2) * 310) for place, each in enumerate(panels)]
    height = 310 * ((len(panels) + 1) // 2)
    with open(file, "w") as out:
        out.write(
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 800 {height}" role="img">'
            f"<title>How the generated server grows</title>{STYLE}{''.join(parts)}</svg>\n"
        )
