// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <string>

#include "tool/program.hpp"

using namespace goalpost::test;

namespace {

/// A run whose data take 1.3 seconds to come.
const std::string slow = "'" GOALPOST_PROGRAM
                         "' evaluate examples/plans/zhejiang_2024.json --format csv --data <(sleep 1.3; cat "
                         "examples/data/zhejiang_2024.csv)";

/// Standard error on a terminal of its own, as bash's script would see it; standard output in a file.
Ran on_terminal(const std::string& line) {
    const TemporaryFolder folder;
    const auto script = folder.write("line", line + "\n");
    auto ran = run_shell("TERM=xterm script -qec 'bash " + script + "' /dev/null");
    return ran;
}

bool has_script() { return run_shell("command -v script").code == 0; }

}  // namespace

TEST_CASE("what takes long is told on a terminal, in a line that is gone at the end") {
    if (!has_script()) return;
    const TemporaryFolder folder;
    const auto ran = on_terminal(slow + " >" + folder.file("out"));
    CHECK(ran.code == 0);
    CHECK(holds(ran.out, "\r\x1b[K\x1b[?7lgoalpost: reading /dev/fd/"));
    CHECK(holds(ran.out, " (1 of 1), 1 s\x1b[?7h"));
    CHECK(ran.out.ends_with("\r\x1b[K"));
    CHECK(content_of(folder.file("out")).starts_with("plan,as_of,"));
}

TEST_CASE("what is quick is not told, nor is anything where nobody looks") {
    const auto piped = run_shell(slow);
    CHECK(piped.code == 0);
    CHECK(piped.err.empty());
    if (!has_script()) return;
    const TemporaryFolder folder;
    CHECK(on_terminal("TERM=dumb " + slow + " >" + folder.file("out")).out.empty());
    const auto quick = on_terminal("'" GOALPOST_PROGRAM "' methods --format csv >" + folder.file("out"));
    CHECK(quick.code == 0);
    CHECK(quick.out.empty());
}

TEST_CASE("what could not be read is told on a line of its own") {
    if (!has_script()) return;
    const TemporaryFolder folder;
    const auto ran = on_terminal("'" GOALPOST_PROGRAM
                                 "' evaluate examples/plans/zhejiang_2024.json --data <(sleep 1.3; cat "
                                 "examples/data/zhejiang_2024.csv) no-such-file >" +
                                 folder.file("out"));
    CHECK(ran.code == 3);
    CHECK(holds(ran.out, "\r\x1b[Kno-such-file: error: there is no such file"));
}

TEST_CASE("a signal takes the line away, and leaves no file") {
    if (!has_script()) return;
    const TemporaryFolder folder;
    const auto ran = on_terminal("timeout --foreground -s INT 1.6 '" GOALPOST_PROGRAM
                                 "' evaluate examples/plans/zhejiang_2024.json --data <(sleep 3) -o " +
                                 folder.file("out"));
    CHECK(ran.code == 124);
    CHECK(holds(ran.out, ", 1 s\x1b[?7h\r\x1b[K"));
    CHECK(folder.count() == 0);
}

TEST_CASE("a part that is ended by Ctrl-C while it is made leaves no file") {
    const TemporaryFolder folder;
    const auto ran = run_shell(
        "for delay in 0.002 0.006 0.01 0.015 0.02 0.03 0.05; do"
        "  timeout -s INT $delay '" GOALPOST_PROGRAM
        "' scorecard examples/plans/zhejiang_2024.json --data examples/data/zhejiang_2024.csv"
        "  --shard 1/1 -o " +
        folder.file("part") + "; done; true");
    CHECK(ran.code == 0);
    CHECK(folder.count() <= 1);
    if (folder.count() == 1) {
        const auto part = content_of(folder.file("part"));
        CHECK(part.rfind("\nend\t") != std::string::npos);
        CHECK(part.ends_with("\n"));
    }
}
