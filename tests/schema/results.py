#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Validates what `goalpost evaluate --format json` writes: results.py PROGRAM

Runs the program on the example plans in both languages, and on a plan and data full of faults, and holds every
result against docs/schema/evaluation.schema.json. It also makes results wrong on purpose, so that a schema that
accepts anything fails.
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
OTHERWISE = ["--require-firm", "--at-target-precision", "--versions", "original"]
PLANS = ["zhejiang_2024", "huzhou_2024", "lucheng_2024", "wuhan_2023", "wuxing_145"]

FAULTY_PLAN = {
    "goalpost": 1, "id": "faulty", "title": "Faulty \u001b[31m plan", "horizon": "2024", "scope": "省",
    "responsible_units": [{"id": "u", "name": "Unit"}, {"id": "v", "name": "Other"}],
    "groups": [{"id": "g", "name": "G", "members": ["甲", "乙"], "size": 5}],
    "indicators": [{"id": "a", "name": "a", "unit": "家", "kind": "flow"},
                   {"id": "b", "name": "b", "unit": "亿元", "kind": "flow"}],
    "targets": [
        {"id": "growing", "indicator": "a", "due": "2024", "criterion": "annual_growth(since 2022) > 15 %",
         "statements": [{"id": "1", "quote": "增长\t15%", "commitment": "ensure", "lead": ["u"],
                         "responsible": ["v", "u"], "supporting": ["v"]}]},
        {"id": "unreadable", "indicator": "a", "due": "2024", "criterion": "level >> 3 家",
         "statements": [{"quote": "三家"}]},
        {"id": "masked", "indicator": "a", "due": "2024", "criterion": "level >= **** 家"},
        {"id": "two_readings", "indicator": "a", "due": "2024",
         "readings": ["change(since 2023) >= 5 家", "multiple(since 2023) >= 1.05"]},
        {"id": "with_base", "indicator": "b", "due": "2024", "criterion": "level >= 3 亿元",
         "base": {"period": "2020", "value": "1"}, "evaluators": ["nobody_knows_it"]},
        {"id": "of_group", "indicator": "a", "due": "2024", "criterion": "at least 1/2 of g: level >= 1 家"},
        {"id": "gone", "indicator": "a", "due": "2024", "criterion": "level >= 3 家", "standing": "withdrawn"},
    ],
}
FAULTY_DATA = '''indicator,scope,period,basis,value,unit,status,source,quote,qualifier,published
a,省,2022,level,11,家,final,,,,
a,省,2023,level,13,家,final,"a ""source""",,,2024-02-01
a,省,2024,level,17,家,preliminary,s,q,>,2024-12-31
b,省,2024,level,2.9999999999999,亿元,final,s,q,~,2024-12-31
b,省,2024-02-30,level,1,亿元,final,s,q,,
unused,省,2024,level,1,家,final,s,q,,
'''


def run(program, plan, data, language, expected_code, *options):
    done = subprocess.run(
        [program, "evaluate", plan, "--data", data, "--lang", language, *(options or ("--format", "json"))],
        capture_output=True, check=False,
    )
    if done.returncode != expected_code:
        sys.exit(f"{plan}: returned {done.returncode}, not {expected_code}:\n{done.stderr.decode()}")
    return done.stdout.decode("utf-8")


def wrong_results(result):
    """Results that the schema must refuse, with what is wrong with them."""
    def changed(what, change):
        wrong = copy.deepcopy(result)
        change(wrong)
        return what, wrong

    first = lambda wrong: wrong["assessments"][0]
    yield changed("an unknown member", lambda wrong: wrong.update(extra=1))
    yield changed("no as_of", lambda wrong: wrong.pop("as_of"))
    yield changed("an unknown status", lambda wrong: first(wrong).update(status="done"))
    yield changed("an unknown flag", lambda wrong: first(wrong)["flags"].append("fine"))
    yield changed("no outcome", lambda wrong: first(wrong).pop("outcome"))
    yield changed("a number for a text", lambda wrong: first(wrong)["figures"].update(
        gap={"value": 1.5, "unit": "%", "exact": True}))
    yield changed("a figure that is also a reason", lambda wrong: first(wrong)["figures"].update(
        gap={"value": "1.5", "unit": "%", "exact": True, "reason": "none"}))
    yield changed("an exponent", lambda wrong: first(wrong)["figures"].update(
        gap={"value": "1e5", "unit": "%", "exact": True}))


def faults_of_lines(program, plan, data, language, code, result):
    """What is wrong with JSON Lines: each has the members of the assessment in the JSON, in the same order."""
    for options in ([], ["--explanations"]):
        text = run(program, plan, data, language, code, "--format", "jsonl", *options)
        lines = [list(json.loads(line).items()) for line in text.splitlines()]
        wanted = [[(key, value) for key, value in one.items() if options or key != "explanation"]
                  for one in result["assessments"]]
        if len(lines) != len(wanted):
            yield f"{len(lines)} lines for {len(wanted)} assessments"
        for line, one in zip(lines, wanted):
            if line != one:
                parts = [key for (key, value) in one if (key, value) not in line]
                yield f"the line of {dict(one)['target']} is another: {', '.join(parts)}"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    program = sys.argv[1]
    validator = validate.validator_of(ROOT / "docs/schema/evaluation.schema.json")
    wrong = 0
    count = 0

    def hold(name, text):
        nonlocal wrong, count
        count += 1
        for fault in validate.faults(validator, text):
            print(f"{name}: {fault}")
            wrong += 1
        return json.loads(text)

    for name in PLANS:
        for language in ("en", "zh"):
            plan, data = ROOT / f"examples/plans/{name}.json", ROOT / f"examples/data/{name}.csv"
            result = hold(f"{name} ({language})", run(program, plan, data, language, 0))
            for fault in faults_of_lines(program, plan, data, language, 0, result):
                print(f"{name} ({language}), JSON Lines: {fault}")
                wrong += 1
    with tempfile.TemporaryDirectory() as folder:
        plan, data = Path(folder, "plan.json"), Path(folder, "data.csv")
        plan.write_text(json.dumps(FAULTY_PLAN, ensure_ascii=False), encoding="utf-8")
        data.write_text(FAULTY_DATA, encoding="utf-8")
        hold("the faulty plan, judged otherwise", run(program, plan, data, "en", 3, "--format", "json", *OTHERWISE))
        for language in ("en", "zh"):
            result = hold(f"the faulty plan ({language})", run(program, plan, data, language, 3))
            for fault in faults_of_lines(program, plan, data, language, 3, result):
                print(f"the faulty plan ({language}), JSON Lines: {fault}")
                wrong += 1
    ids = [one["target"] for one in result["assessments"]]
    if ids != ["growing", "masked", "two_readings", "with_base", "of_group", "gone", "unreadable"]:
        print(f"the faulty plan: its targets are {ids}")
        wrong += 1
    for what, bad in wrong_results(result):
        if validator.is_valid(bad):
            print(f"the schema accepts {what}")
            wrong += 1
    print(f"{count} results, {wrong} faults")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
