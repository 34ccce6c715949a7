#!/usr/bin/env python3
# SPDX-License-Identifier: BSL-1.0
"""Checks that README.md and docs/**/*.md show what the files hold and what the program prints.

    scripts/check_docs.py [--program build/dev/bin/goalpost] [--write] [FILE.md ...]

In a document, the line before a fenced block may say where the block comes from:

    <!-- file: examples/first.cpp -->           the whole file
    <!-- file: examples/first.cpp [plan] -->    what stands between `// [plan]` and `// [/plan]` in it

  - A marked block of any language must equal its file. The file's SPDX line and its region marks are not
    shown; a region loses its common indentation.
  - A cpp block must be marked.
  - A console block must begin with `$ goalpost ...`. Each of its `$ ` lines is run by bash from the root of
    the repository (a line ending in a backslash goes on in the next), and what is shown under it must be
    what it prints, standard error included. Commands that are only shown belong in a sh block.
  - A line `...` stands for any number of lines.

--write puts the present text of files and program into the documents, where no `...` stands in the block.
"""

import argparse
import difflib
import os
import re
import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
FENCE = re.compile(r"^(?P<indent> *)(?P<fence>`{3,}|~{3,})\s*(?P<language>[\w+-]*)[^`]*$")
MARK = re.compile(r"^\s*<!--\s*file:\s*(?P<path>\S+)(?:\s+\[(?P<region>[^\]/]+)\])?\s*-->\s*$")
REGION_LINE = re.compile(r"^\s*(?://|#)\s*\[(?P<end>/?)(?P<name>[^\]/]+)\]\s*$")
ANY_LINES = "..."


class Wrong(Exception):
    """What is wrong with a block, in words."""


class Block:
    def __init__(self, language, mark, start, indent):
        self.language = language
        self.mark = mark  # a match of MARK, or None
        self.start = start  # index of the first line inside the fence
        self.end = start  # index of the closing fence
        self.indent = indent
        self.lines = []

    def is_checked(self):
        return self.mark is not None or self.language in ("cpp", "c++", "console")


def read_blocks(lines):
    """The fenced blocks of a document. Raises Wrong for a fence that is not closed or a mark without a block."""
    blocks = []
    current, closing, mark = None, None, None
    for index, line in enumerate(lines):
        if current is not None:
            if re.fullmatch(closing, line):
                current.end = index
                blocks.append(current)
                current = None
            else:
                current.lines.append(line[current.indent:] if not line[: current.indent].strip() else line)
            continue
        fence = FENCE.match(line)
        if fence:
            indent = len(fence["indent"])
            current = Block(fence["language"].lower(), mark and mark[1], index + 1, indent)
            closing = r" *" + re.escape(fence["fence"][0]) + "{%d,}\\s*" % len(fence["fence"])
            mark = None
        elif MARK.match(line):
            mark = (index, MARK.match(line))
        elif line.strip() and mark:
            raise Wrong(f"line {mark[0] + 1}: a file is named here, but no block follows")
    if current is not None:
        raise Wrong(f"line {current.start}: this block is never closed")
    if mark:
        raise Wrong(f"line {mark[0] + 1}: a file is named here, but no block follows")
    return blocks


def without_blank_ends(lines):
    lines = list(lines)
    while lines and not lines[0].strip():
        lines.pop(0)
    while lines and not lines[-1].strip():
        lines.pop()
    return lines


def shown_part(lines):
    """A file's lines without its SPDX line and region marks."""
    if lines and "SPDX-License-Identifier:" in lines[0]:
        lines = lines[1:]
    return without_blank_ends(line for line in lines if not REGION_LINE.match(line))


def lines_of_file(mark):
    path = ROOT / mark["path"]
    if not path.is_file():
        raise Wrong(f"there is no file {mark['path']}")
    lines = path.read_text(encoding="utf-8").splitlines()
    name = mark["region"]
    if name is None:
        return shown_part(lines)
    marks = [(index, found["end"]) for index, line in enumerate(lines)
             if (found := REGION_LINE.match(line)) and found["name"] == name]
    if [end for _, end in marks] != ["", "/"]:
        raise Wrong(f"{mark['path']} must hold `// [{name}]` and then `// [/{name}]`, once each")
    region = shown_part(lines[marks[0][0] + 1:marks[1][0]])
    return textwrap.dedent("\n".join(region)).split("\n")


def commands_of(lines):
    """A console block as a list of (lines of the command, shown output)."""
    commands = []
    in_command = False
    for line in lines:
        if in_command:
            commands[-1][0].append(line)
        elif line.startswith("$ "):
            commands.append(([line], []))
        elif commands:
            commands[-1][1].append(line)
        in_command = (in_command or line.startswith("$ ")) and line.endswith("\\")
    return commands


def run(command_lines, last_code, environment):
    text = "\n".join([command_lines[0][2:]] + [re.sub(r"^> ?", "", line) for line in command_lines[1:]])
    done = subprocess.run(["bash", "-c", f"(exit {last_code}); {text}"], cwd=ROOT, env=environment, timeout=120,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, check=False)
    return without_blank_ends(done.stdout.decode("utf-8", "replace").split("\n")), done.returncode


def lines_of_console(block, environment):
    """What the block should be, and pairs of shown and real output."""
    if not block.lines or not re.match(r"\$ goalpost(\s|$)", block.lines[0]):
        raise Wrong("a console block must begin with `$ goalpost ...`; use a sh block for what is not run")
    if environment is None:
        raise Wrong("the program is not built (--program)")
    whole, pairs, code = [], [], 0
    for command, shown in commands_of(block.lines):
        actual, code = run(command, code, environment)
        pairs.append((without_blank_ends(shown), actual))
        blank_lines_after = [line for line in shown[len(without_blank_ends(shown)):] if not line.strip()]
        whole += command + actual + blank_lines_after
    return whole, pairs


def matches(shown, actual):
    """Whether the lines agree; `...` in what is shown stands for any number of lines."""
    parts = [[]]
    for line in shown:
        if line.strip() == ANY_LINES:
            parts.append([])
        else:
            parts[-1].append(line)
    if len(parts) == 1:
        return shown == actual
    first, *middle, last = parts
    if len(first) + len(last) > len(actual) or actual[:len(first)] != first:
        return False
    end = len(actual) - len(last)
    if actual[end:] != last:
        return False
    at = len(first)
    for part in middle:
        while at + len(part) <= end and actual[at:at + len(part)] != part:
            at += 1
        if at + len(part) > end:
            return False
        at += len(part)
    return True


def difference(shown, actual):
    return "\n".join(difflib.unified_diff(shown, actual, "the document shows", "it is", lineterm=""))


def check_block(block, environment):
    """Returns the lines that should stand in the block; raises Wrong, with them as `should_be`."""
    if block.mark is not None:
        should_be = lines_of_file(block.mark)
        pairs = [(shown_part(block.lines), should_be)]
    elif block.language == "console":
        should_be, pairs = lines_of_console(block, environment)
    else:
        raise Wrong("a cpp block must say which file it comes from: <!-- file: examples/name.cpp [region] -->")
    wrong = [difference(shown, actual) for shown, actual in pairs if not matches(shown, actual)]
    if wrong:
        error = Wrong("\n".join(wrong))
        if ANY_LINES not in (line.strip() for line in block.lines):
            error.should_be = should_be
        raise error


def check_document(path, environment, write):
    """Returns how many blocks were checked and how many are wrong."""
    name = path.relative_to(ROOT) if path.is_relative_to(ROOT) else path
    lines = path.read_text(encoding="utf-8").split("\n")
    try:
        blocks = [block for block in read_blocks(lines) if block.is_checked()]
    except Wrong as error:
        print(f"{name}: {error}")
        return 1, 1
    bad = 0
    for block in reversed(blocks):  # from the end, so that line numbers stay right while writing
        try:
            check_block(block, environment)
        except (Wrong, subprocess.TimeoutExpired) as error:
            should_be = getattr(error, "should_be", None)
            if write and should_be is not None:
                lines[block.start:block.end] = [" " * block.indent * bool(line) + line for line in should_be]
                print(f"{name}:{block.start}: rewritten")
            else:
                bad += 1
                print(f"{name}:{block.start}: {error}\n")
    if write:
        path.write_text("\n".join(lines), encoding="utf-8")
    return len(blocks), bad


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", type=Path, default=ROOT / "build/dev/bin/goalpost")
    parser.add_argument("--write", action="store_true")
    parser.add_argument("documents", nargs="*", type=Path)
    arguments = parser.parse_args()

    environment = None
    if arguments.program.is_file():
        folder = str(arguments.program.resolve().parent)
        environment = {**os.environ, "PATH": folder + os.pathsep + os.environ.get("PATH", ""), "LC_ALL": "C.UTF-8"}
    documents = [path.resolve() for path in arguments.documents]
    if not documents:
        documents = [path for path in [ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))] if path.is_file()]

    checked = bad = 0
    for document in documents:
        of_document = check_document(document, environment, arguments.write)
        checked += of_document[0]
        bad += of_document[1]
    print(f"{checked} blocks in {len(documents)} documents, {bad} wrong")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
