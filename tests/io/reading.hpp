// SPDX-License-Identifier: BSL-1.0
// Plans and observations from a few lines of text, and what was said about them.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "goalpost/io/observations_csv.hpp"
#include "goalpost/io/plan_json.hpp"

namespace goalpost::test {

/// One diagnostic a line, as a person reads them; `file` stands for the name.
inline std::string lines(const std::vector<Diagnostic>& diagnostics) {
    std::string text;
    for (const auto& diagnostic : diagnostics)
        text += diagnostic.text() + "\n";
    return text;
}

inline bool contains(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

/// `file:3:7`: where a part of a text begins, or a byte of it, the first time that it stands there.
inline std::string place_of(std::string_view text, std::string_view part, std::size_t byte = 0) {
    const auto at = text.find(part) + byte;
    const auto before = text.substr(0, at);
    const auto line_start = before.rfind('\n') == std::string_view::npos ? 0 : before.rfind('\n') + 1;
    std::size_t line = 1;
    std::size_t column = 1;
    for (const char c : before)
        line += c == '\n' ? 1U : 0U;
    for (const char c : before.substr(line_start))
        column += (static_cast<unsigned char>(c) & 0xC0U) != 0x80U ? 1U : 0U;
    return "file:" + std::to_string(line) + ":" + std::to_string(column);
}

/// A plan whose head is sound, with these further lists; they begin in line 2.
inline std::string plan_with(const std::string& lists) {
    return R"({"goalpost": 1, "id": "p", "title": "t", "horizon": "2021/2025", "scope": "省",)"
           "\n" +
           lists + "}";
}

/// An indicator 甲 in 家 with the id `a`; the targets begin in line 3.
inline std::string plan_with_targets(const std::string& targets) {
    return plan_with(R"("indicators": [{"id": "a", "name": "甲", "unit": "家", "kind": "stock"}],)"
                     "\n\"targets\": [" +
                     targets + "]");
}

/// A target of 甲 that is sound but for what `keys` adds.
inline std::string target_with(const std::string& keys, const std::string& id = "t") {
    return R"({"id": ")" + id + R"(", "indicator": "a", "due": "2025")" + (keys.empty() ? "" : ", ") + keys +
           "}";
}

inline std::string plan_faults(const std::string& text) {
    return lines(read_plan_json(text, "file").diagnostics);
}

inline const std::string required_header = "indicator,scope,period,basis,value,unit\n";

inline ObservationsReading observations(std::string_view text, UnitSet units = {}) {
    return read_observations_csv(text, "file", std::move(units));
}

inline ObservationsReading observations_of(const std::filesystem::path& file) {
    return read_observations_csv(file);
}

/// What is said about rows under the required header; the first row is line 2.
inline std::string row_faults(const std::string& rows) {
    return lines(observations(required_header + rows).diagnostics);
}

/// A file that is gone when the test is over.
class TemporaryFile {
  public:
    TemporaryFile(const std::string& name, std::string_view content) {
        auto folder = (std::filesystem::temp_directory_path() / "goalpost-test-XXXXXX").string();
        if (::mkdtemp(folder.data()) == nullptr) throw std::runtime_error("no folder for files of tests");
        path_ = std::filesystem::path(folder) / name;
        std::ofstream(path_, std::ios::binary) << content;
    }
    TemporaryFile(const TemporaryFile&) = delete;
    TemporaryFile& operator=(const TemporaryFile&) = delete;
    ~TemporaryFile() {
        std::error_code ignored;
        std::filesystem::remove_all(path_.parent_path(), ignored);
    }
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return path_; }

  private:
    std::filesystem::path path_;
};

}  // namespace goalpost::test
