#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Holds plan files, the program and docs/schema/plan.schema.json against each other: plans.py PROGRAM

  - The example plans and the one of docs/formats/plan.md follow the schema.
  - What is made wrong on purpose does not, and the program refuses it too.
  - The program knows exactly the keys and words that the schema lists.
"""

import copy
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import validate

ROOT = Path(__file__).resolve().parent.parent.parent
SCHEMA = ROOT / "docs/schema/plan.schema.json"
SAMPLE = ROOT / "docs/formats/plan_example.json"

# Where a path into the sample leads, and what stands there instead; None takes the key away.
SPOILED = [
    ("goalpost", 2), ("goalpost", "1"), ("goalpost", None), ("id", None), ("id", "a b"), ("title", ""), ("horizon", 2024),
    ("horizon", "2024年"), ("scope", ["x"]), ("source/published", "2024-2-3"), ("source/adress", "x"), ("target", []),
    ("units_of_measure/0/symbol", None), ("units_of_measure/1/power", "3"), ("units_of_measure/1/of", None),
    ("units_of_measure/1/factor", "0.5"), ("units_of_measure/0/discrete", "no"), ("responsible_units/0/name", None),
    ("responsible_units/2/size", 0), ("responsible_units/0/aliases", "x"), ("groups/0/members", [1]), ("groups/0/note", "x"),
    ("indicators/0/kind", "stok"), ("indicators/0/kind", None), ("indicators/0/unit", None), ("indicators/0/better", "up"),
    ("indicators/2/denominator", None), ("indicators/4/aliases/0/basis", "lvl"), ("indicators/4/aliases/0", 3),
    ("indicators/4/limit", "1,000"), ("targets/0/criterion", None), ("targets/0/readings", ["level > 3 %"]),
    ("targets/0/due", "2025-13"), ("targets/0/weight", "-1"), ("targets/0/weight", -1), ("targets/0/weight", True),
    ("targets/0/base/value", None), ("targets/0/base/value", "1e400"), ("targets/0/milestones/0/period", None),
    ("targets/0/calendar/kind", "monthly"), ("targets/0/standing", "activ"), ("targets/0/statements/0/commitment", "确保"),
    ("targets/0/statements/0/joining", "some"), ("targets/0/statements/0/lead", "science"), ("targets/0/statements", {}),
    ("targets/0/waight", "1"), ("targets/0/note", None), ("targets/1/versions/0/until", None),
    ("targets/4/manual/met", "yes"), ("targets/4/manual/who", None), ("targets/3/readings", []), ("targets/0", 3),
]

# One object of each kind with a key that nobody knows, and where the schema lists its keys.
OBJECTS = {
    "": "", "source": "properties/source", "units_of_measure/0": "definitions/unit_of_measure",
    "responsible_units/0": "definitions/responsible_unit", "groups/0": "definitions/group",
    "indicators/0": "definitions/indicator", "indicators/4/aliases/0": "definitions/indicator/properties/aliases/items/anyOf/1",
    "targets/0": "definitions/target", "targets/0/base": "definitions/base",
    "targets/0/milestones/0": "definitions/target/properties/milestones/items",
    "targets/0/calendar": "definitions/target/properties/calendar", "targets/4/manual": "definitions/target/properties/manual",
    "targets/1/versions/0": "definitions/target/properties/versions/items", "targets/0/statements/0": "definitions/statement",
}
WORDS = {
    "indicators/0/better": "definitions/indicator/properties/better", "indicators/0/kind": "definitions/indicator/properties/kind",
    "indicators/4/aliases/0/basis": "definitions/basis", "targets/0/standing": "definitions/target/properties/standing",
    "targets/0/calendar/kind": "definitions/target/properties/calendar/properties/kind",
    "targets/0/statements/0/commitment": "definitions/statement/properties/commitment",
    "targets/0/statements/0/joining": "definitions/statement/properties/joining",
}


def part(document, path):
    for name in filter(None, path.split("/")):
        document = document[int(name) if isinstance(document, list) else name]
    return document


def changed(document, path, value):
    document = copy.deepcopy(document)
    above, _, name = path.rpartition("/")
    place = part(document, above)
    if isinstance(place, list):
        place[int(name)] = value
    elif value is None:
        place.pop(name, None)
    else:
        place[name] = value
    return document


def errors(program, document):
    """What the program says is wrong with a plan."""
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "plan.json"
        file.write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
        done = subprocess.run([program, "check", str(file)], capture_output=True, check=False)
    return [line for line in done.stderr.decode("utf-8").splitlines() if re.search(r"plan\.json:\d+:\d+: error: ", line)]


def listed(lines):
    """The words that an error lists as possible."""
    found = re.search(r"; expected ([\w$, ]+)", lines[0]) if lines else None
    return set(re.split(r", | or ", found[1])) if found else set()


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = sys.argv[1]
    schema = validate.load(SCHEMA.read_text(encoding="utf-8"))
    validator = validate.validator_of(SCHEMA)
    sample = validate.load(SAMPLE.read_text(encoding="utf-8"))
    wrong = []

    plans = [SAMPLE, *sorted((ROOT / "examples/plans").glob("*.json"))]
    if len(plans) < 6:
        wrong.append("the example plans are not there")
    for file in plans:
        text = file.read_text(encoding="utf-8")
        wrong += [f"{file.name}: {fault}" for fault in validate.faults(validator, text)]
        wrong += [f"{file.name}: the program: {line}" for line in errors(program, validate.load(text))]

    for path, value in SPOILED:
        spoiled = changed(sample, path, value)
        if spoiled == sample:
            continue  # an optional key that the sample does not have
        if validator.is_valid(spoiled):
            wrong.append(f"the schema accepts {path} = {value!r}")
        if not errors(program, spoiled):
            wrong.append(f"the program accepts {path} = {value!r}")

    for path, place in OBJECTS.items():
        known = set(part(schema, place)["properties"])
        said = listed(errors(program, changed(sample, (path + "/zz").lstrip("/"), "zz")))
        if said != known:
            wrong.append(f"keys of {path or 'the plan'}: the program knows {sorted(said)}, the schema {sorted(known)}")
    for path, place in WORDS.items():
        known = set(part(schema, place)["enum"])
        said = listed(errors(program, changed(sample, path, "zz")))
        if said != known:
            wrong.append(f"words of {path}: the program knows {sorted(said)}, the schema {sorted(known)}")

    for line in wrong:
        print(line)
    print(f"{len(plans)} plans, {len(SPOILED)} spoiled ones, {len(OBJECTS) + len(WORDS)} lists, {len(wrong)} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
