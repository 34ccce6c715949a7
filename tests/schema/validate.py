#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Validates JSON files against a schema: validate.py SCHEMA FILE...

Says every place that does not follow it, and returns 1 if there is any.
"""

import json
import sys
from pathlib import Path

try:
    import jsonschema
except ImportError:
    sys.exit("validate.py needs jsonschema (Debian: python3-jsonschema)")


def unlike_keys(pairs):
    """An object as a dict; a name that comes twice is a fault, which json would pass over."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name comes twice in one object")
    return found


def load(text):
    return json.loads(text, object_pairs_hook=unlike_keys)


def validator_of(schema_file):
    schema = load(Path(schema_file).read_text(encoding="utf-8"))
    jsonschema.Draft7Validator.check_schema(schema)
    return jsonschema.Draft7Validator(schema)


def faults(validator, text):
    """What is wrong with a JSON text, a line each."""
    try:
        document = load(text)
    except ValueError as problem:
        return [str(problem)]
    found = sorted(validator.iter_errors(document), key=lambda fault: [str(part) for part in fault.path])
    return ["/".join(str(part) for part in fault.path) + ": " + fault.message for fault in found]


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    validator = validator_of(sys.argv[1])
    wrong = 0
    for name in sys.argv[2:]:
        for fault in faults(validator, Path(name).read_text(encoding="utf-8")):
            print(f"{name}: {fault}")
            wrong += 1
    print(f"{len(sys.argv) - 2} files, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
