"""Goals 1 to 7: the generated codecs against those of others, over the same values."""

from contest import Contestant, Ratio, interleave

LETTERS = {"ping": "a", "order": "b", "scene": "c", "dataset": "d"}
# How often all bodies of a payload are gone through in a round: some 20 ms.
TURNS = {"ping": 400, "order": 120, "scene": 40, "dataset": 3}

# Number, what is measured, the other side, spelling of the input, and of each payload the most that the goal allows.
GOALS = [
    (1, "decode", "simdjson", "compact", {"ping": 0.5, "order": 1.0, "scene": 1.0, "dataset": 1.1}),
    (2, "decode", "generated", "spaced", {"order": 1.1, "scene": 1.1}),
    (2, "decode", "generated", "shuffled", {"order": 1.25, "scene": 1.25}),
    (3, "decode", "views", "compact", {"order": 0.85}),
    (4, "encode", "rapidjson", "compact", {"order": 0.4, "scene": 0.4, "dataset": 0.4}),
    (4, "encode", "orjson", "compact", {"order": 0.5}),
    (5, "decode", "foundation", "compact", {"order": 1 / 25, "scene": 1 / 25, "dataset": 1 / 25}),
    (5, "encode", "foundation", "compact", {"order": 1 / 40, "scene": 1 / 40}),
    (6, "decode", "protobuf", "compact", {"order": 0.5, "scene": 0.5}),
    (6, "encode", "protobuf", "compact", {"order": 0.45, "scene": 0.45}),
    (7, "decode", "msgspec", "compact", {"order": 0.55}),
    (7, "decode", "orjson", "compact", {"order": None}),
]

NAMES = {
    "simdjson": "simdjson on-demand, strings owned",
    "views": "texts in place against simdjson's views",
    "rapidjson": "RapidJSON's Writer",
    "foundation": "Foundation's JSONDecoder and JSONEncoder",
    "protobuf": "swift-protobuf, binary",
}


def measure(tools, rounds):
    """Rows of (goal, what, payload, bound, ratio, control): the control is one generated codec against another."""
    swift, again = (Contestant(tools.codecs, tools.payloads) for _ in range(2))
    others = {
        "simdjson": Contestant(tools.cpp, tools.payloads),
        "orjson": Contestant(tools.python, "Peers/codecs.py", tools.payloads),
        "foundation": Contestant(tools.codecs, tools.payloads),
    }
    others |= {"views": others["simdjson"], "rapidjson": others["simdjson"], "msgspec": others["orjson"], "protobuf": others["foundation"]}
    rows = []
    for goal, what, other, spelling, payloads in GOALS:
        for payload, bound in payloads.items():
            turns = TURNS[payload]
            slow = max(1, turns // 20) if other == "foundation" else turns

            def run(contestant, name, spelling, turns):
                return lambda: contestant.round(name, what, payload, spelling, turns)

            against_itself = other == "generated"
            name = "generated-views" if other == "views" else "generated"
            figures = interleave(
                {
                    "ours": run(swift, name, spelling, turns),
                    "again": run(again, name, spelling, turns),
                    "theirs": run(again, "generated", "compact", turns)
                    if against_itself
                    else run(others[other], other, spelling, slow),
                },
                rounds,
            )
            title = f"{spelling} input against compact" if against_itself else NAMES.get(other, other)
            ratio, control = Ratio(figures["ours"], figures["theirs"]), Ratio(figures["ours"], figures["again"])
            rows.append((goal, f"{what} {LETTERS[payload]}: {title}", bound, ratio, control))
    for contestant in {swift, again, *others.values()}:
        contestant.close()
    return rows
