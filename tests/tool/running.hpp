// SPDX-License-Identifier: BSL-1.0
// The program as a user runs it.
#pragma once

#include <doctest/doctest.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

namespace goalpost::test {

struct Run {
    int code = -1;
    std::string text;  ///< standard output and standard error

    [[nodiscard]] bool holds(std::string_view part) const { return text.find(part) != std::string::npos; }
};

inline Run run_goalpost(const std::string& arguments) {
    const auto command = std::string("\"") + GOALPOST_PROGRAM + "\" " + arguments + " 2>&1";
    Run done;
    std::FILE* pipe = ::popen(command.c_str(), "r");
    REQUIRE(pipe != nullptr);
    std::array<char, 4096> block{};
    for (std::size_t count = 0; (count = std::fread(block.data(), 1, block.size(), pipe)) > 0;)
        done.text.append(block.data(), count);
    const int status = ::pclose(pipe);
    done.code = WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    return done;
}

/// A file of that very name in a folder of its own, both gone when the test is over.
class ScratchFile {
  public:
    ScratchFile(const std::string& name, const std::string& text)
        : folder_(std::filesystem::temp_directory_path() /
                  ("goalpost_" + std::to_string(::getpid()) + "_" + name)) {
        std::filesystem::create_directories(folder_);
        std::ofstream(folder_ / name) << text;
        quoted_ = "\"" + (folder_ / name).string() + "\"";
    }
    ScratchFile(const ScratchFile&) = delete;
    ScratchFile& operator=(const ScratchFile&) = delete;
    ~ScratchFile() { std::filesystem::remove_all(folder_); }
    [[nodiscard]] const std::string& quoted() const { return quoted_; }

  private:
    std::filesystem::path folder_;
    std::string quoted_;
};

}  // namespace goalpost::test
