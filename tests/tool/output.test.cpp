// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "tool/program.hpp"

using namespace goalpost::test;

namespace {

const std::string evaluate =
    "evaluate examples/plans/zhejiang_2024.json --data examples/data/zhejiang_2024.csv --format json ";

}  // namespace

TEST_CASE("-o writes the whole result under its name and nothing else") {
    const TemporaryFolder folder;
    const auto ran = run(evaluate + "-o " + folder.file("result.json"));
    CHECK(ran.code == 0);
    CHECK(ran.out.empty());
    CHECK(ran.err.empty());
    CHECK(content_of(folder.file("result.json")) == run(evaluate).out);
    CHECK(folder.count() == 1);
}

TEST_CASE("-o replaces an older result, keeps its permissions, and goes through a symbolic link") {
    const TemporaryFolder folder;
    const auto file = folder.write("result.json", "old");
    std::filesystem::permissions(file,
                                 std::filesystem::perms::owner_read | std::filesystem::perms::owner_write);
    std::filesystem::create_symlink("result.json", folder.file("link"));
    CHECK(run(evaluate + "-o " + folder.file("link")).code == 0);
    CHECK(std::filesystem::is_symlink(folder.file("link")));
    CHECK(content_of(file).starts_with("{"));
    CHECK(std::filesystem::status(file).permissions() ==
          (std::filesystem::perms::owner_read | std::filesystem::perms::owner_write));
    CHECK(folder.count() == 2);
}

TEST_CASE("-o never takes the place of a file that is read") {
    const TemporaryFolder folder;
    const auto source = [](const std::string& name) {
        return content_of(std::string(GOALPOST_SOURCE_DIR "/examples/") + name);
    };
    const auto plan = folder.write("plan.json", source("plans/zhejiang_2024.json"));
    const auto data = folder.write("data.csv", source("data/zhejiang_2024.csv"));
    std::filesystem::create_symlink("data.csv", folder.file("link"));
    const auto judge = "evaluate " + plan + " --data " + data + " -o ";
    for (const auto& output : {plan, data, folder.file("link"), folder.path().string() + "/./data.csv"}) {
        CAPTURE(output);
        const auto ran = run(judge + output);
        CHECK(ran.code == 2);
        CHECK(holds(ran.err, "--output names a file that is read: " + output));
    }
    CHECK(run("check " + plan + " -o " + plan).code == 2);
    const auto figures = folder.write("figures.csv", "REF_AREA,TIME_PERIOD,OBS_VALUE\n");
    const auto map = folder.write("map.json", R"({"sdmx_csv": ["figures.csv"], "series": []})");
    CHECK(run("evaluate " + plan + " --data " + map + " -o " + figures).code == 2);
    const auto part = folder.file("part");
    CHECK(run(judge + part + " --format csv --shard 1/1").code == 0);
    CHECK(run("merge " + plan + " " + part + " -o " + part).code == 2);
    CHECK(content_of(plan) == source("plans/zhejiang_2024.json"));
    CHECK(content_of(data) == source("data/zhejiang_2024.csv"));
    CHECK(folder.count() == 6);
}

TEST_CASE("a result that cannot be written is told, returns 4, and leaves nothing behind") {
    const TemporaryFolder folder;
    const auto into_folder = run(evaluate + "-o " + folder.path().string());
    CHECK(into_folder.code == 4);
    CHECK(holds(into_folder.err, "goalpost: cannot write " + folder.path().string() + ": Is a directory"));
    const auto nowhere = run(evaluate + "-o " + folder.file("no/such/folder/result.json"));
    CHECK(nowhere.code == 4);
    CHECK(holds(nowhere.err, "No such file or directory"));
    CHECK(folder.count() == 0);
    if (std::filesystem::exists("/dev/full")) {
        const auto full = run(evaluate + "-o /dev/full");
        CHECK(full.code == 4);
        CHECK(holds(full.err, "No space left on device"));
        CHECK(run_shell("goalpost " + evaluate + " >/dev/full").code == 4);
        for (const std::string asked : {"--help", "--version", "rank --help"}) {
            CAPTURE(asked);
            const auto help = run_shell("goalpost " + asked + " >/dev/full");
            CHECK(help.code == 4);
            CHECK(holds(help.err, "No space left on device"));
        }
    }
    CHECK(run_shell("goalpost " + evaluate + " >&-").code == 4);
}

TEST_CASE("on a full disk the older result stays as it was") {
    const TemporaryFolder folder;
    const auto file = folder.write("result.json", "old");
    // A limit on the size of files fails in the same place as a full disk.
    const auto ran = run_shell("trap '' XFSZ; ulimit -f 1; goalpost " + evaluate + "-o " + file);
    CHECK(ran.code == 4);
    CHECK(holds(ran.err, "cannot write"));
    CHECK(content_of(file) == "old");
    CHECK(folder.count() == 1);
}

TEST_CASE("a pipe that is closed early ends the program quietly") {
    const auto ran = run_shell("set -o pipefail; for i in 1 2 3 4; do goalpost " + evaluate +
                               "; done | head -n 1 >/dev/null; echo ${PIPESTATUS[1]}");
    CHECK(ran.err.empty());
    const auto one = run_shell("{ sleep 0.3; goalpost " + evaluate + "; echo \"code $?\" >&2; } | true");
    CHECK(one.err == "code 4\n");
}

TEST_CASE("a signal leaves no unfinished file") {
    const TemporaryFolder folder;
    // A directory of its own, so that whatever is left behind is found. Many runs, each ended at another
    // time.
    const auto ran = run_shell(
        "for delay in 0.001 0.004 0.008 0.012 0.016 0.02 0.03 0.05; do"
        "  timeout -s TERM $delay '" GOALPOST_PROGRAM "' " +
        evaluate + "-o " + folder.file("result.json") + "; done; true");
    CHECK(ran.code == 0);
    CHECK(folder.count() <= 1);
    if (folder.count() == 1) CHECK(content_of(folder.file("result.json")).ends_with("}\n"));
}
