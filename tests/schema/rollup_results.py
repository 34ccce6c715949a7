#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Validates what `goalpost scorecard`, `rank` and `warn` write with --format json: rollup_results.py PROGRAM

Runs the program on the example plans and on a small plan that has a score sheet, members of groups and misses, and holds
every result against its schema in docs/schema. It also makes results wrong on purpose, so that a schema that accepts
anything fails.
"""

import copy
import json
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent))
import validate

ROOT = Path(__file__).resolve().parent.parent.parent
PLANS = ["zhejiang_2024", "huzhou_2024", "lucheng_2024", "wuhan_2023", "wuxing_145"]

PLAN = {
    "goalpost": 1, "id": "small", "title": "Small", "horizon": "2024", "scope": "省",
    "responsible_units": [{"id": "u", "name": "Unit"}, {"id": "v", "name": "V"},
                          {"id": "all", "name": "All", "members": ["w", "u"]},
                          {"id": "w", "name": "West"}],
    "indicators": [{"id": "a", "name": "a", "unit": "家", "kind": "flow"},
                   {"id": "b", "name": "b", "unit": "亿元", "kind": "flow"}],
    "targets": [
        {"id": "met", "indicator": "a", "due": "2024", "criterion": "level >= 7 家",
         "statements": [{"quote": "七", "lead": ["u"], "supporting": ["v"]}]},
        {"id": "missed", "indicator": "b", "due": "2024", "criterion": "level >= 3 亿元",
         "statements": [{"quote": "三", "responsible": ["all"]}]},
        {"id": "late", "indicator": "b", "due": "2023", "criterion": "level >= 3 亿元"},
    ],
}
DATA = """indicator,scope,period,basis,value,unit,status,source,quote
a,省,2024,level,9,家,final,s,q
b,省,2024,level,1.0,亿元,final,s,q
b,省,2023,level,2.0,亿元,final,s,q
b,甲,2024,level,1.0,亿元,final,s,q
b,乙,2024,level,1.0,亿元,final,s,q
b,乙,2023,level,3.0,亿元,final,s,q
a,丙,2024,level,5,家,final,s,q
"""
# So many denominators that the fraction of their sum is left out.
MANY = {
    **PLAN, "id": "many",
    "indicators": [{"id": f"i{i}", "name": f"i{i}", "unit": "家", "kind": "flow"} for i in range(9)],
    "targets": [{"id": f"t{i}", "indicator": f"i{i}", "due": "2024", "criterion": f"level >= {10**9 + i} 家",
                 "statements": [{"quote": "q", "lead": ["u"]}]} for i in range(9)],
}
MANY_DATA = DATA.split("\n", 1)[0] + "\n" + "".join(f"i{i},省,2024,level,1,家,final,s,q\n" for i in range(9))
SHEET = """item,marks,rule,binding
a,60,"proportional, bonus 1 per 7 家 up to 10 %",no
missed,40,all or nothing,yes
"""


def run(program, *arguments):
    done = subprocess.run([program, *arguments, "--format", "json"], capture_output=True, check=False, cwd=ROOT)
    if done.returncode != 0:
        sys.exit(f"{arguments}: returned {done.returncode}:\n{done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def spoiled(document):
    """The document with one thing made wrong, again and again."""
    for key in document:
        without = copy.deepcopy(document)
        del without[key]
        yield f"without {key}", without
    yield "with more", {**document, "more": 1}
    for key, value in document.items():
        if isinstance(value, list) and value and isinstance(value[0], dict):
            for inner in value[0]:
                wrong = copy.deepcopy(document)
                wrong[key][0][inner] = {"not": "so"}
                yield f"{key}[0].{inner}", wrong


def main():
    program = sys.argv[1]
    checked = 0
    with tempfile.TemporaryDirectory() as folder:
        plan, data, sheet = (str(Path(folder) / name) for name in ("plan.json", "data.csv", "sheet.csv"))
        Path(plan).write_text(json.dumps(PLAN), encoding="utf-8")
        Path(data).write_text(DATA, encoding="utf-8")
        Path(sheet).write_text(SHEET, encoding="utf-8")
        small = [plan, "--data", data]
        many, many_data = (str(Path(folder) / name) for name in ("many.json", "many.csv"))
        Path(many).write_text(json.dumps(MANY), encoding="utf-8")
        Path(many_data).write_text(MANY_DATA, encoding="utf-8")
        long_sums = run(program, "scorecard", many, "--data", many_data)
        if json.loads(long_sums)["whole"]["marks"]["earned"].get("fraction", 0) is not None:
            sys.exit("scorecard: a long fraction is not null")
        results = {
            "scorecard": [run(program, "scorecard", *small), run(program, "scorecard", *small, "--sheet", sheet), long_sums],
            "ranking": [run(program, "rank", *small, "--previous", "2023-12-31", "--red", "1", "--black", "1"),
                        run(program, "rank", *small, "--indicator", "b", "--previous", "2023", "--ties", "dense")],
            "warnings": [run(program, "warn", *small, "--before", "2023-12-31", "--role", "supporting")],
        }
        for name in PLANS:
            example = [f"examples/plans/{name}.json", "--data", f"examples/data/{name}.csv"]
            for language in ("en", "zh"):
                results["scorecard"].append(run(program, "scorecard", *example, "--lang", language))
                results["ranking"].append(run(program, "rank", *example, "--lang", language))
                results["warnings"].append(run(program, "warn", *example, "--lang", language))
        otherwise = ["--require-firm", "--at-target-precision", "--versions", "current"]
        for name, command in (("scorecard", "scorecard"), ("ranking", "rank"), ("warnings", "warn")):
            results[name].append(run(program, command, *small, *otherwise))
            if "options" not in json.loads(results[name][-1]):
                sys.exit(f"{command}: by which options it was judged is not told")
    for name, texts in results.items():
        validator = validate.validator_of(ROOT / "docs" / "schema" / f"{name}.schema.json")
        for text in texts:
            faults = validate.faults(validator, text)
            if faults:
                sys.exit("\n".join([f"{name}:", *faults]))
            checked += 1
        for text in texts[:2]:
            document = json.loads(text)
            optional = {"period"}
            for what, wrong in spoiled(document):
                if what.removeprefix("without ") in optional:
                    continue
                if not validate.faults(validator, json.dumps(wrong)):
                    sys.exit(f"{name}: the schema accepts a result {what}")
                checked += 1
    print(f"{checked} results")


if __name__ == "__main__":
    main()
