// SPDX-License-Identifier: BSL-1.0
// Runs the built program as a user does, and looks at what it prints, returns and leaves behind.
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <string_view>

namespace goalpost::test {

/// A folder that is there as long as this is.
class TemporaryFolder {
  public:
    TemporaryFolder() {
        auto pattern = (std::filesystem::temp_directory_path() / "goalpost-test-XXXXXX").string();
        REQUIRE(::mkdtemp(pattern.data()) != nullptr);
        path_ = pattern;
    }
    TemporaryFolder(const TemporaryFolder&) = delete;
    TemporaryFolder& operator=(const TemporaryFolder&) = delete;
    ~TemporaryFolder() {
        std::error_code problem;
        std::filesystem::remove_all(path_, problem);
    }

    [[nodiscard]] const std::filesystem::path& path() const { return path_; }
    /// Writes a file into it, and gives its name.
    std::string write(const std::string& name, std::string_view content) const {
        const auto file = path_ / name;
        std::ofstream(file, std::ios::binary) << content;
        return file.string();
    }
    [[nodiscard]] std::string file(const std::string& name) const { return (path_ / name).string(); }
    [[nodiscard]] std::size_t count() const {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(path_), {}));
    }

  private:
    std::filesystem::path path_;
};

inline std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(stream), std::istreambuf_iterator<char>()};
}

struct Ran {
    int code = -1;  ///< 128 + n where signal n ended it
    std::string out;
    std::string err;
};

inline int exit_code_of(int status) {
    return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

/// What a line of the shell does in which `goalpost` is the program, from the root of the repository.
inline Ran run_shell(const std::string& line, const std::string& environment = "") {
    const TemporaryFolder folder;
    const auto script =
        folder.write("script", "cd '" GOALPOST_SOURCE_DIR
                               "' || exit 99\n"
                               "goalpost() { " +
                                   environment + " '" GOALPOST_PROGRAM "' \"$@\"; }\n" + line + "\n");
    const auto command =
        "bash '" + script + "' >'" + folder.file("out") + "' 2>'" + folder.file("err") + "' </dev/null";
    const int status = std::system(command.c_str());  // NOLINT(concurrency-mt-unsafe): one thread
    return {exit_code_of(status), content_of(folder.file("out")), content_of(folder.file("err"))};
}

/// `goalpost ARGUMENTS`
inline Ran run(const std::string& arguments, const std::string& environment = "") {
    return run_shell("goalpost " + arguments, environment);
}

inline bool holds(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}
/// Whether it said so, wherever it went.
inline bool holds(const Ran& ran, std::string_view part) {
    return holds(ran.out, part) || holds(ran.err, part);
}

/// A plan of two targets of one indicator in one line each, so that places are easily told.
inline constexpr std::string_view small_plan = R"({
  "goalpost": 1, "id": "p", "title": "Plan", "horizon": "2024", "scope": "省",
  "indicators": [{"id": "firms", "name": "企业", "unit": "家", "kind": "flow"}],
  "targets": [
    {"id": "reached", "indicator": "firms", "due": "2023", "criterion": "level >= 300 家"},
    {"id": "failed", "indicator": "firms", "due": "2024", "criterion": "level >= 400 家"}
  ]
})";
inline constexpr std::string_view small_data =
    "indicator,scope,period,basis,value,unit\n"
    "firms,省,2023,level,300,家\n"
    "firms,省,2024,level,350,家\n";

}  // namespace goalpost::test
