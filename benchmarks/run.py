#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Runs the benchmarks that scripts/bench.sh has built and prints their tables as Markdown.

All that is compared is run in turn, round by round, and the medians are printed with the least and the most.
Verdicts are held against integers of any size, worked out here from the same files. Peers that are not on the
machine are left out and named.
"""

import argparse
import csv
import json
import mmap
import os
import pathlib
import re
import shutil
import statistics
import subprocess
import sys
import time
from fractions import Fraction

ROOT = pathlib.Path(__file__).resolve().parent.parent
PEERS = ROOT / "benchmarks" / "peers"
BEGIN, END = "<!-- benchmarks: begin -->", "<!-- benchmarks: end -->"
AS_OF = ["--as-of", "2025-12-31"]


def arguments():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--build", type=pathlib.Path, default=ROOT / "build/benchmark", help="where the programs are")
    parser.add_argument("--packages", type=pathlib.Path, default=ROOT / "build/peers", help="where npm has put DuckDB")
    parser.add_argument("--work", type=pathlib.Path, default=ROOT / "build/bench", help="for the generated files")
    parser.add_argument("--targets", type=int, nargs="+", default=[10_000, 1_000_000], help="sizes of the whole job")
    parser.add_argument("--checked", type=int, default=100_000, help="targets whose verdicts are compared")
    parser.add_argument("--country", type=int, default=300_000, metavar="TARGETS", help="targets of the country that reports every month")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--minutes", type=float, default=4.5, help="no new round of the whole job after that, for each size")
    parser.add_argument("--parts", nargs="+", choices=list(PARTS), default=list(PARTS), help="only these parts")
    parser.add_argument("--quick", action="store_true", help="everything once, small: shows that it runs, not how fast")
    parser.add_argument("--every-header", action="store_true", help="the cost of including each public header, too (takes some 20 minutes more)")
    parser.add_argument("--write", type=pathlib.Path, metavar="FILE", help="put it into FILE between its two markers")
    options = parser.parse_args()
    if options.quick and options.write:
        parser.error("a quick run says nothing that is worth writing down")
    if options.quick:
        held.quick = True
        options.targets, options.checked, options.repetitions, options.minutes = [1_000], 1_000, 1, 0.2
        options.country = 1_000
    return options


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def row(*cells):
    return "| " + " | ".join(str(cell) for cell in cells) + " |"


def table(header, rows):
    return "\n".join([row(*header), "|" + "---|" * len(header), *(row(*cells) for cells in rows)]) + "\n"


def held(value, limit):
    """Ours / limit, and whether it is missed."""
    return f"{value / limit:.2f}" + ("" if value <= limit or held.quick else " **missed**")


held.quick = False


# ---- What Google Benchmark measures ----


def google(options, program, *more):
    """{name: (median real time in ns, its relative spread, counters)}; None where the program was not built."""
    path = options.build / "benchmarks" / program
    if not path.exists():
        return None
    out = options.work / f"{program}.json"
    repetitions = max(options.repetitions, 1 if options.quick else 5)
    command = [str(path), f"--benchmark_out={out}", "--benchmark_out_format=json", f"--benchmark_repetitions={repetitions}",
               "--benchmark_enable_random_interleaving=true", f"--benchmark_min_time={0.001 if options.quick else 0.05}", *more]
    say("running", program)
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    units = {"ns": 1, "us": 1e3, "ms": 1e6, "s": 1e9}
    times, counters = {}, {}
    for one in json.loads(out.read_text())["benchmarks"]:
        if one["run_type"] == "iteration":
            times.setdefault(one["run_name"], []).append(one["real_time"] * units[one["time_unit"]])
            counters[one["run_name"]] = one
    return {name: (statistics.median(all_), (min(all_), max(all_)), counters[name]) for name, all_ in times.items()}


def kernels(options):
    # Columns that stay in the cache and columns that do not.
    pattern = "--benchmark_filter=/8192/" if options.quick else "--benchmark_filter=/(8192|1048576)/"
    found = google(options, "benchmark_kernels", pattern)
    if found is None:
        return "The kernels' benchmark is not built.\n"
    jobs = {}
    for name, measured in found.items():
        job, the_set, rows, subject = name.split("/")[:4]
        jobs.setdefault((job, the_set, int(rows)), {})[subject] = measured
    rows, peers, honest = [], [], []
    for (job, the_set, count), by in sorted(jobs.items(), key=lambda one: (one[0][1] == "boundary", one[0])):
        ns = {subject: measured[0] / count for subject, measured in by.items()}
        wrong = {subject: int(measured[2].get("wrong", 0)) for subject, measured in by.items()}
        if "double" not in ns or "kernel" not in ns:
            continue
        if "read" in ns:
            honest.append(f"Reading both columns of `{job}` ({the_set}, {count:,} rows) and nothing else takes {ns['read']:.2f} ns/row, {16 / ns['read']:.1f} GB/s; "
                          f"the double loop takes {ns['double'] / ns['read']:.2f} times that.\n")
        limit = (3 if the_set == "boundary" else 1.5) * ns["double"]
        least, most = (one / count for one in by["kernel"][1])
        rows.append([job, the_set, f"{count:,}", f"{ns['double']:.2f}", f"{ns.get('int128', 0):.2f}", f"{ns['kernel']:.2f}", f"{least:.2f} to {most:.2f}",
                     f"{ns['kernel'] / ns['double']:.2f}", held(ns["kernel"], limit), wrong["double"], wrong["kernel"]])
        for subject in ("cpp_rational", "cpp_dec_float_50"):
            if subject in ns:
                peers.append([subject, job, the_set, f"{ns[subject]:.0f}", f"{ns[subject] / ns['kernel']:.0f}", wrong[subject]])
    header = ["kernel", "set", "rows", "double ns/row", "integers ns/row", "ours ns/row", "least to most", "ours / double",
              "ours / limit", "wrong: double", "wrong: ours"]
    text = table(header, rows) + "".join(f"\n{one}" for one in honest)
    if peers:
        text += "\n" + table(["columns of", "kernel", "set", "ns/row", "/ ours", "wrong"], peers)
    return text


def evaluation(options):
    sizes = "10000" if options.quick else "(10000|100000|1000000)"
    found = google(options, "benchmark_evaluate", f"--benchmark_filter=/(targets:)?{sizes}(/|$)")
    if found is None:
        return "The benchmark of evaluate() is not built.\n"
    def parts(name):
        """by_hand/10000, evaluate_all/targets:10000/threads:2: what, size, the rest in words."""
        what, size, *rest = name.split("/")
        return what, int(size.split(":")[-1]), " ".join(one.replace(":", " ") for one in rest if ":" in one)

    rows = []
    hand = {parts(name)[1]: one[0] for name, one in found.items() if name.startswith("by_hand/")}
    ours = sorted((parts(name), one) for name, one in found.items() if not name.startswith("by_hand/"))
    alone = {(what, count): one[0] for (what, count, rest), one in ours if rest in ("", "threads 1")}
    for (what, count, rest), (median, (least, most), _) in ours:
        one_thread = alone.get((what, count), median)
        rows.append([f"{what} {rest}".strip(), f"{count:,}", f"{hand[count] / count:.0f}", f"{median / count:.0f}", f"{least / count:.0f} to {most / count:.0f}",
                     f"{median / hand[count]:.2f}", held(median, 1.5 * hand[count]) if median == one_thread else "",
                     f"{one_thread / median:.2f}" if median != one_thread else ""])
    return table(["", "targets", "by hand ns/target", "ours ns/target", "least to most", "ours / by hand", "ours / limit", "times as fast as one thread"], rows)


def files(options):
    path = options.build / "benchmarks" / "benchmark_files"
    if not path.exists():
        return "The benchmark of the readers is not built.\n"
    folder = generate(options, options.targets[-1], False)
    say("running benchmark_files")
    out = subprocess.run([str(path), str(folder), str(max(1, options.repetitions))], capture_output=True, text=True, check=True).stdout
    text = ""
    for part in re.split(r"^(?=[\w ]+: \d+ rows)", out, flags=re.M):
        if not part.strip():
            continue
        title, *lines = part.splitlines()
        rows = []
        for line in lines[1:]:
            name, *numbers = re.match(r"(.*?)" + r"\s+([\d.]+)" * 6 + "$", line).groups()
            seconds, ns, speed, ratio, least, most = numbers
            reading = title.startswith(("observations", "targets"))
            single = reading and name == "goalpost"
            rows.append([name, seconds, ns, speed, ratio if reading else "", f"{least} to {most}" if reading else "",
                         held(float(ratio), 1.5) if single else "" if reading else held(300, float(speed))])
        text += f"{title}:\n\n" + table(["", "median s", "ns/row", "MB/s", "/ by hand", "least to most", "ours / limit"], rows) + "\n"
    return text


# ---- The whole job, as processes ----


def generate(options, targets, on_the_lines):
    folder = options.work / f"{'lines' if on_the_lines else 'ordinary'}_{targets}"
    generator, last = options.build / "benchmarks/benchmark_generate", folder / "indicators.csv"
    if not last.exists() or last.stat().st_mtime < generator.stat().st_mtime:
        say("writing", folder.name)
        more = ["--on-the-lines"] if on_the_lines else []
        if takes(options, "--targets"):
            more.append("--no-plan-with-targets")
        subprocess.run([str(generator), str(folder), "--targets", str(targets), *more],
                       check=True, stdout=subprocess.DEVNULL)
        plan = json.loads((folder / "plan.json").read_text())
        last.write_text("id,name\n" + "".join(f"{one['id']},{one['name']}\n" for one in plan["indicators"]))
    return folder


def takes(options, option):
    """Whether the program has the option; asked once."""
    if not hasattr(takes, "help"):
        takes.help = subprocess.run([str(options.build / "bin/goalpost"), "scorecard", "--help"], capture_output=True, text=True, check=False).stdout
    return re.search(re.escape(option) + r"\b", takes.help) is not None


class Peer:
    """Something that does the job: `command(folder, cards, verdicts)` gives its process."""

    def __init__(self, title, command, ours=False):
        self.title, self.command, self.ours = title, command, ours


def goalpost(options, command, folder, out, *more):
    inputs = [str(folder / "plan_with_targets.json")]
    if takes(options, "--targets"):
        inputs = [str(folder / "plan.json"), "--targets", str(folder / "targets.csv")]
    return [str(options.build / "bin/goalpost"), command, *inputs, "--data", str(folder / "observations.csv"), *AS_OF, "--format", "csv", *more, "-o", str(out)]


def input_files(folder):
    return [str(folder / name) for name in ("observations.csv", "targets.csv", "indicators.csv")]


def sqlite_script(how, folder, cards, verdicts):
    exact = how == "INTEGER"
    units = "CAST(replace({0}, '.', '') AS INTEGER) * CASE WHEN instr({0}, '.') > 0 THEN {1} ELSE {2} END"
    parts = {
        "type": how,
        "value": units.format("value", 1, 100) if exact else "CAST(value AS REAL)",
        "number": units.format("printed", 1, 100) if exact else "CAST(printed AS REAL)",
        "rate": units.format("printed", 1, 10) if exact else "CAST(printed AS REAL)",
        "growth": "y * 1000 >= b * (1000 + n)" if exact else "(y / b - 1) * 100 >= n",
        "annual_growth": "y * 1000000000000 >= s * (1000 + n) * (1000 + n) * (1000 + n) * (1000 + n)" if exact
        else "(pow(y / s, 1.0 / years) - 1) * 100 >= n",
        "faster": "y * p > o * b" if exact else "y / b - 1 > o / p - 1",
        "near": "y * 100 >= n * 95" if exact else "y / n >= 0.95",
        "cards": f"'{cards}'",
        "write_verdicts": f".headers on\n.once '{verdicts}'\nSELECT target AS id, met, near FROM verdict;\n.headers off" if verdicts else "",
    }
    parts |= {name: f"'{folder / (name + '.csv')}'" for name in ("observations", "targets", "indicators")}
    text = (PEERS / "sqlite.sql").read_text()
    for name, what in parts.items():
        text = text.replace("{" + name + "}", what)
    script = pathlib.Path(f"{cards}.sql")
    script.write_text(text)
    return ["sqlite3", "-bail", ":memory:", f".read '{script}'"]


def contestants(options):
    """Those that are here, and why others are not."""
    here, absent = [], []
    threads = [1, 2] if takes(options, "--threads") else [None]
    for count in threads:
        more = ["--threads", str(count)] if count else []
        title = "goalpost scorecard" + (f", {count} thread{'s' * (count > 1)}" if count else "")
        here.append(Peer(title, lambda folder, cards, _, more=more: goalpost(options, "scorecard", folder, cards, *more), ours=True))

    def program(name):
        return options.build / "benchmarks" / "peers" / name

    for how, title in (("double", "by hand, double"), ("integer", "by hand, integers"), ("cpp_rational", "by hand, `cpp_rational`"),
                       ("cpp_dec_float", "by hand, `cpp_dec_float_50`")):
        here.append(Peer(title, lambda folder, cards, verdicts, how=how: [str(program("peer_by_hand")), how, *input_files(folder)]
                         + (["--verdicts", str(verdicts)] if verdicts else [])))
    here.append(Peer("naive C++", lambda folder, cards, verdicts: [str(program("peer_naive")), *input_files(folder)]
                     + (["--verdicts", str(verdicts)] if verdicts else [])))
    if shutil.which("sqlite3"):
        for how, title in (("REAL", "SQLite, REAL"), ("INTEGER", "SQLite, integers")):
            here.append(Peer(title, lambda folder, cards, verdicts, how=how: sqlite_script(how, folder, cards, verdicts)))
    else:
        absent.append("SQLite is absent: there is no program sqlite3.")
    if not shutil.which("node"):
        absent.append("DuckDB is absent: there is no program node.")
    elif subprocess.run(["node", "-e", "require('@duckdb/node-api')"], cwd=options.packages if options.packages.is_dir() else ROOT,
                        capture_output=True, check=False).returncode != 0:
        absent.append("DuckDB is absent: npm's package @duckdb/node-api is not installed in build/peers.")
    else:
        for how in ("double", "decimal"):
            for count in (1, 2):
                here.append(Peer(f"DuckDB, {how.upper()}, {count} thread{'s' * (count > 1)}",
                                 lambda folder, cards, verdicts, how=how, count=count:
                                 ["node", str(PEERS / "duckdb.mjs"), how, str(count), *input_files(folder), str(cards)] + ([str(verdicts)] if verdicts else [])))
    return here, absent


def warm_memory(size):
    """Writes to so much memory and gives it back. The host of a virtual machine takes free memory away within
    seconds, and getting it back takes two seconds a gigabyte, of whichever process is next. In large pages where
    the system has them: what was given back in small ones does not come again in large ones."""
    piece = bytes(1 << 24)
    with mmap.mmap(-1, len(piece) * (size // len(piece) + 1), flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS) as memory:
        if hasattr(mmap, "MADV_HUGEPAGE"):
            memory.madvise(mmap.MADV_HUGEPAGE)
        for _ in range(len(memory) // len(piece)):
            memory.write(piece)


class Run:
    """One process to its end: wall and CPU seconds, peak megabytes, what it said of its parts."""

    def __init__(self, options, peer, folder, cards, verdicts=None):
        command = peer.command(folder, cards, verdicts)
        measured = pathlib.Path(f"{cards}.measured")
        warm_memory(4 * sum(os.path.getsize(file) for file in input_files(folder)))
        command = [str(options.build / "benchmarks/peers/peer_measure"), str(measured), *command]
        # Some write their cards to standard output, the others write the file themselves.
        with open(f"{cards}.stdout", "wb") as out, open(f"{cards}.stderr", "wb") as errors:
            code = subprocess.run(command, stdout=out, stderr=errors, cwd=options.packages if "node" in command else None, check=False).returncode
        self.said = pathlib.Path(f"{cards}.stderr").read_text(errors="replace")
        if pathlib.Path(f"{cards}.stdout").stat().st_size > 0 and not pathlib.Path(cards).exists():
            shutil.move(f"{cards}.stdout", cards)
        if code != 0:
            raise SystemExit(f"run.py: {peer.title} returned {code}: {self.said[:2000]}")
        self.wall, self.cpu, kilobytes = (float(one) for one in measured.read_text().split())
        self.peak = kilobytes * 1024 / 1e6


def run(options, peer, folder, verdicts=None):
    cards = options.work / f"cards_{re.sub(r'[^a-zA-Z0-9]+', '_', peer.title)}"
    cards.unlink(missing_ok=True)
    return Run(options, peer, folder, cards, verdicts), cards


SLOW = 5  # seconds: so much is the same in every round


def whole_job(options):
    here, absent = contestants(options)
    text = ""
    for targets in options.targets:
        folder = generate(options, targets, False)
        names = ["observations.csv", "targets.csv"] if takes(options, "--targets") else ["observations.csv", "plan_with_targets.json"]
        size = sum((folder / name).stat().st_size for name in names) / 1e6
        runs = {peer.title: [] for peer in here}
        begin, rounds = time.monotonic(), 0
        while rounds < options.repetitions and (rounds == 0 or time.monotonic() - begin < options.minutes * 60):
            for peer in here:
                if rounds > 0 and runs[peer.title][0].wall > SLOW:
                    continue
                say(f"{targets:,} targets, round {rounds + 1}: {peer.title}")
                runs[peer.title].append(run(options, peer, folder)[0])
            rounds += 1
        once = any(len(all_) < rounds for all_ in runs.values())
        walls = {title: statistics.median(one.wall for one in all_) for title, all_ in runs.items()}
        ours = next(peer.title for peer in here if peer.ours)
        hand = walls["by hand, double"]
        rows = []
        for peer in here:
            all_ = runs[peer.title]
            peak = statistics.median(one.peak for one in all_)
            rows.append([peer.title, f"{walls[peer.title]:.3f}", f"{min(one.wall for one in all_):.3f} to {max(one.wall for one in all_):.3f}",
                         f"{statistics.median(one.cpu for one in all_):.3f}", f"{peak:.0f}", f"{walls[peer.title] / walls[ours]:.2f}",
                         held(walls[peer.title], 1.5 * hand) if peer.ours else "", held(peak, 1.5 * size) if peer.ours else ""])
        text += f"{targets:,} targets, {targets * 6:,} observations, {size:.0f} MB of input, {rounds} round{'s' * (rounds > 1)}"
        text += f"{f'; what takes more than {SLOW} s took part in the first only' if once else ''}:\n\n"
        text += table(["", "wall s", "least to most", "CPU s", "peak MB", "/ ours", "time: ours / limit", "memory: ours / limit"], rows)
        text += "\n" + parts_by_hand(runs, targets)
        for threads, factor in ((1, 15 if targets <= 10_000 else 5), (2, 15 if targets <= 10_000 else 5)):
            title, own = f"DuckDB, DOUBLE, {threads} thread{'s' * (threads > 1)}", f"goalpost scorecard, {threads} thread{'s' * (threads > 1)}"
            own = own if own in walls else ours if threads == 1 else None
            if title in walls and own:
                times = walls[title] / walls[own]
                text += f"{own} is {times:.2f} times as fast as {title}; the goal is {factor} times{'' if held.quick else ': met' if times >= factor else ': **missed**'}.\n"
        text += "\n"
    return text + "".join(f"{one}\n" for one in absent)


def parts_by_hand(runs, targets):
    """What the programs by hand say of their own stages."""
    rows = []
    for title, all_ in runs.items():
        stages = [dict(re.findall(r"^(load|look_up|judge|cards) ([\d.]+)$", one.said, re.M)) for one in all_]
        if stages and "judge" in stages[0]:
            median = {name: statistics.median(float(one[name]) for one in stages) for name in stages[0]}
            rows.append([title, f"{median['load']:.3f}", f"{median['look_up']:.3f}", f"{median['judge'] * 1e9 / targets:.1f}", f"{median['cards']:.3f}"])
    return table(["", "load s", "look-ups s", "judge ns/target", "cards s"], rows) + "\n"


# ---- Who is right ----


def units_of(text):
    """The number in ten-thousandths."""
    whole, _, behind = text.partition(".")
    return int(whole + behind.ljust(4, "0"))


def right_answers(folder):
    """{id: (met, near)} and {unit: place}, by integers and fractions of any size."""
    names = dict(list(csv.reader(open(folder / "indicators.csv", encoding="utf-8")))[1:])
    figures, parts = {}, {}
    with open(folder / "observations.csv", encoding="utf-8", newline="") as file:
        for one in csv.DictReader(file):
            key = (one["indicator"], one["scope"], int(one["period"][:4]))
            into = figures if len(one["period"]) == 4 else parts.setdefault(key, {})
            into[key if len(one["period"]) == 4 else one["period"]] = units_of(one["value"])
    figures |= {key: sum(quarters.values()) for key, quarters in parts.items() if len(quarters) == 4}
    verdicts, earned, weights = {}, {}, {}
    with open(folder / "targets.csv", encoding="utf-8", newline="") as file:
        for one in csv.DictReader(file):
            due, name, scope, unit = int(one["due"]), names[one["indicator"]], one["scope"], one["lead"]
            y, before = figures[name, scope, due], figures[name, scope, due - 1] if "growth" == one["criterion"][:6] else None
            near, marks = None, Fraction(0)
            if level := re.fullmatch(r"level (>=?) ([\d.]+) .*", one["criterion"]):
                line = units_of(level[2])
                met = y >= line if level[1] == ">=" else y > line
                near, marks = y * 100 >= line * 95, min(Fraction(y, line), Fraction(1))
            elif growth := re.fullmatch(r"growth >= ([\d.]+) %", one["criterion"]):
                met = y * 10**6 >= before * (10**6 + units_of(growth[1]))
            elif annual := re.fullmatch(r"annual_growth\(since (\d+)\) >= ([\d.]+) %", one["criterion"]):
                years = due - int(annual[1])
                met = y * 10 ** (6 * years) >= figures[name, scope, int(annual[1])] * (10**6 + units_of(annual[2])) ** years
            else:
                met = y * figures[names["gdp"], scope, due - 1] > before * figures[names["gdp"], scope, due]
            verdicts[one["id"]] = (met, near)
            weight = int(one["weight"])
            earned.setdefault(unit, []).append(weight * (1 if met else marks))
            weights[unit] = weights.get(unit, 0) + weight
    scores = {unit: total(all_) / weights[unit] for unit, all_ in earned.items()}
    order = sorted(scores.values(), reverse=True)
    return verdicts, {unit: order.index(score) + 1 for unit, score in scores.items()}


def total(numbers):
    """Halves first: sums of fractions grow long."""
    if len(numbers) < 2:
        return Fraction(numbers[0]) if numbers else Fraction(0)
    return total(numbers[: len(numbers) // 2]) + total(numbers[len(numbers) // 2 :])


def verdicts_of(path):
    word = {"1": True, "0": False, "": None, "true": True, "false": False}
    with open(path, encoding="utf-8", newline="") as file:
        return {one["id"]: (word[one["met"]], word[one["near"]]) for one in csv.DictReader(file)}


def our_verdicts(options, folder):
    out = options.work / "goalpost_evaluate.csv"
    subprocess.run(goalpost(options, "evaluate", folder, out), check=True, stdout=subprocess.DEVNULL)
    word = {"met": True, "not_met": False}
    with open(out, encoding="utf-8", newline="") as file:
        return {one["target"]: (word.get(one["outcome"]), Fraction(one["completion"]) >= 95 if one["completion"] else None) for one in csv.DictReader(file)}


def our_places(options, folder):
    out = options.work / "goalpost_rank.csv"
    subprocess.run(goalpost(options, "rank", folder, out), check=True, stdout=subprocess.DEVNULL)
    with open(out, encoding="utf-8", newline="") as file:
        return {one["id"]: int(one["place"]) for one in csv.DictReader(file) if one["place"]}


def places_of(path):
    with open(path, encoding="utf-8", newline="") as file:
        return {one["unit"]: int(one["place"]) for one in csv.DictReader(file)}


def who_is_right(options):
    here, absent = contestants(options)
    counted = {}
    for on_the_lines in (False, True):
        folder = generate(options, options.checked, on_the_lines)
        say("working out", folder.name)
        right, right_places = right_answers(folder)

        def count(title, verdicts, places):
            met = sum(verdicts.get(name, (None,))[0] != one[0] for name, one in right.items())
            near = sum(verdicts.get(name, (None, None))[1] != one[1] for name, one in right.items() if one[1] is not None)
            counted.setdefault(title, []).extend([met, near, sum(places.get(unit) != place for unit, place in right_places.items())])

        count("goalpost", our_verdicts(options, folder), our_places(options, folder))
        for peer in here:
            # Threads change no verdict, and that is not measured here.
            if peer.ours or peer.title.endswith("2 threads"):
                continue
            verdicts = options.work / "verdicts.csv"
            verdicts.unlink(missing_ok=True)
            _, cards = run(options, peer, folder, verdicts)
            count(peer.title.removesuffix(", 1 thread"), verdicts_of(verdicts), places_of(cards))
        cuts = sum(one[1] is not None for one in right.values())
        sizes = f"{len(right):,} verdicts, {cuts:,} cuts at 95 %, {len(right_places):,} places"
    text = f"Wrong ones of {sizes}, in each set:\n\n"
    text += table(["", "ordinary: verdicts", "95 %", "places", "on the lines: verdicts", "95 %", "places"], [[title, *all_] for title, all_ in counted.items()])
    if any(counted["goalpost"]):
        text += "\n**goalpost is wrong somewhere: this must not be.**\n"
        options.failed = True
    return text + "".join(f"\n{one}\n" for one in absent)


def country(options):
    """Read once, judged as of twelve dates: the time that a whole country takes."""
    program = options.build / "benchmarks/benchmark_country"
    if not program.exists():
        return "The benchmark of a country is not built.\n"
    folder = options.work / f"country_{options.country}"
    if not (folder / "plan.json").exists():
        say("writing", folder.name)
        subprocess.run([str(options.build / "benchmarks/benchmark_generate"), str(folder), "--monthly", "--targets", str(options.country)],
                       check=True, stdout=subprocess.DEVNULL)
    size = sum(one.stat().st_size for one in folder.iterdir()) / 1e6
    threads = min(2, os.cpu_count() or 1)
    say("running benchmark_country")
    begin = time.monotonic()
    out = subprocess.run([str(program), str(folder), str(threads)], capture_output=True, text=True, check=True).stdout
    wall = time.monotonic() - begin
    shutil.rmtree(folder)  # some gigabytes
    said = [line.split("\t") for line in out.splitlines()]
    one = {name: float(value) for name, value in said}
    rows = [[name, f"{seconds:.1f}", ""] for name, seconds in one.items() if name.startswith(("read", "join"))]
    for name in ("judge", "scorecards"):
        all_ = [seconds for step, seconds in one.items() if step.startswith(f"{name} as of")]
        rows.append([f"{name}, {len(all_)} dates", f"{sum(all_):.1f}", f"{min(all_):.2f} to {max(all_):.2f}"])
    rows.append(["the whole process", f"{wall:.1f}", ""])
    return (f"{one['targets']:,.0f} targets, {one['observations']:,.0f} monthly observations, {size:.0f} MB of input, {threads} thread{'s' * (threads > 1)}, "
            f"peak {one['peak MB']:.0f} MB:\n\n" + table(["", "s", "least to most of a date"], rows))


def inclusion(options):
    say("running include_cost")
    repetitions = 1 if options.quick else min(options.repetitions, 3)
    more = [] if options.every_header else ["--goals-only"]
    return subprocess.run([sys.executable, str(ROOT / "benchmarks/include_cost"), *more, "--repetitions", str(repetitions)],
                          stdout=subprocess.PIPE, text=True, check=True).stdout


PARTS = {
    "right": ("Who is right", who_is_right),
    "kernels": ("Kernels", kernels),
    "evaluate": ("`evaluate()`", evaluation),
    "files": ("Files", files),
    "job": ("The whole job, files in, scorecards out", whole_job),
    "country": ("A whole country, month by month", country),
    "include": ("Cost of inclusion", inclusion),
}


def machine():
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2**30
    compiler = subprocess.run(["g++", "--version"], capture_output=True, text=True, check=False).stdout.splitlines()
    cpu = pathlib.Path("/proc/cpuinfo").read_text() if pathlib.Path("/proc/cpuinfo").exists() else ""
    sets = [name for name in ("avx2", "avx512f") if re.search(rf"\b{name}\b", cpu)]
    return (f"{os.cpu_count()} cores ({', '.join(sets) or 'no wide instructions known'}), {memory:.0f} GiB of memory, "
            f"{compiler[0] if compiler else 'no g++'}, -O3; load when it began {os.getloadavg()[0]:.1f}.")


def main():
    options = arguments()
    options.failed = False
    options.work.mkdir(parents=True, exist_ok=True)
    options.build, options.work, options.packages = options.build.resolve(), options.work.resolve(), options.packages.resolve()
    text = f"{machine()}\n"
    if options.quick:
        text += "\nA quick run, small and hardly optimised: it shows that everything runs. Its times say nothing.\n"
    for part in options.parts:
        title, function = PARTS[part]
        begin = time.monotonic()
        text += f"\n### {title}\n\n{function(options)}"
        say(f"{title}: {time.monotonic() - begin:.0f} s")
    print(text)
    if options.write:
        document = options.write.read_text(encoding="utf-8")
        if document.count(BEGIN) != 1 or document.count(END) != 1:
            raise SystemExit(f"run.py: {options.write} does not have the two markers {BEGIN} and {END}")
        head, rest = document.split(BEGIN)
        options.write.write_text(f"{head}{BEGIN}\n\n{text.strip()}\n\n{END}{rest.split(END)[1]}", encoding="utf-8")
    return 1 if options.failed else 0


if __name__ == "__main__":
    sys.exit(main())
