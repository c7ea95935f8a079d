"""Validates documents by JSON Schema draft-07, with the `jsonschema` package.

Reads a list of {"schema": ..., "documents": [{"yaml": path} or {"json": text}, ...]} from standard input and writes,
for each document of each, the list of what is wrong with it: [] for a valid one. YAML is read as an editor does it: by
the core schema of YAML 1.2, keys as they are written.
"""

import json
import re
import sys

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """Scalars as YAML 1.2.2, section 10.3.2, has them."""


Core.yaml_implicit_resolvers = {}
for kind, pattern in [
    ("null", r"~|null|Null|NULL|"),
    ("bool", r"true|True|TRUE|false|False|FALSE"),
    ("int", r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+"),
    ("float", r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"),
]:
    Core.add_implicit_resolver("tag:yaml.org,2002:" + kind, re.compile(f"^(?:{pattern})$"), None)


def value(node):
    if isinstance(node, yaml.SequenceNode):
        return [value(item) for item in node.value]
    if isinstance(node, yaml.MappingNode):
        members = [(key.value, value(item)) for key, item in node.value]
        if any(not isinstance(key, str) for key, _ in members) or len(dict(members)) < len(members):
            raise yaml.YAMLError("a key stands twice, or is no scalar")
        return dict(members)
    kind, text = node.tag.rpartition(":")[2], node.value
    if kind == "null":
        return None
    if kind == "bool":
        return text.lower() == "true"
    if kind == "int":
        return int(text.lstrip("+"), 0 if re.match("0[ox]", text) else 10)
    if kind == "float":
        return float(text.replace(".inf", "inf").replace(".nan", "nan").replace(".Inf", "inf"))
    return text


def complaints(validator, document):
    try:
        if "yaml" in document:
            with open(document["yaml"], "rb") as file:
                instance = value(yaml.compose(file.read(), Loader=Core))
        else:
            instance = json.loads(document["json"])
    except (yaml.YAMLError, UnicodeDecodeError, AttributeError) as error:
        return ["unreadable: " + str(error).splitlines()[0]]
    errors = sorted(validator.iter_errors(instance), key=lambda error: [str(step) for step in error.absolute_path])
    return ["/".join(map(str, error.absolute_path)) + ": " + error.message[:200] for error in errors]


def results(task):
    jsonschema.Draft7Validator.check_schema(task["schema"])
    validator = jsonschema.Draft7Validator(task["schema"])
    return [complaints(validator, document) for document in task["documents"]]


json.dump([results(task) for task in json.load(sys.stdin)], sys.stdout)
