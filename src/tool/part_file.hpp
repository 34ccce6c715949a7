// SPDX-License-Identifier: BSL-1.0
// What one process of a job that is cut into parts hands to `goalpost merge`; docs/formats/parts.md.
#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/rollup/scorecard.hpp"
#include "tool/evaluation_options.hpp"
#include "tool/exit_code.hpp"
#include "tool/shard.hpp"

namespace goalpost::tool {

/// What all parts of a job have in common, line by line in order: the plan, the date, every option that
/// shapes the result.
class JobLines {
  public:
    void put(std::string key, std::string_view value) { lines_.emplace_back(std::move(key), value); }
    void put_flag(std::string key, bool value) { put(std::move(key), value ? "yes" : "no"); }

    /// The first value of a key; empty where there is none.
    [[nodiscard]] const std::string& of(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> all(std::string_view key) const;
    [[nodiscard]] const auto& lines() const noexcept { return lines_; }

  private:
    std::vector<std::pair<std::string, std::string>> lines_;
};

/// 16 digits that tell one content of a file from another; nothing, after it was told why, where there is no
/// file that can be read once more.
std::optional<std::string> digest_of(const std::string& file);

/// What is to be done, as far as every command has it in common; nothing, after it was told why, where
/// the plan is no file.
std::optional<JobLines> describe_job(const std::string& command, const EvaluationOptions& options,
                                     const Evaluated& done);

/// A part as it is written.
class PartText {
  public:
    PartText(const JobLines& job, const Shard& shard, ExitCode exit_code);
    /// One line: the cells with tabs between.
    void add(std::initializer_list<std::string_view> cells);
    void add(const std::vector<std::string>& cells);
    /// A line that is as it is behind its first cell.
    void add_raw(std::size_t number, std::string_view line);
    [[nodiscard]] std::string finish() &&;

  private:
    void add_cell(std::string_view cell);
    void end_line();
    std::string text_;
    std::size_t lines_ = 0;
    bool first_ = true;
};

/// Scorecards as lines of a part; `set` tells several apart.
void add_scorecards(PartText& part, std::string_view set, const Scorecards& cards);

/// A part of a result that has one line for each target, in their order: these are numbered. A head over
/// them is the same in all parts, and so belongs to the job.
std::string part_of_rows(JobLines job, const Shard& shard, ExitCode exit_code, std::string_view result,
                         bool has_head, const std::vector<std::uint32_t>& targets);

/// A part as it was read.
struct PartFile {
    std::string name;
    std::string text;  ///< `records` points into it
    Shard shard;
    ExitCode exit_code = ExitCode::fine;
    JobLines job;
    std::vector<std::string_view> records;
};

/// All parts of one job, in order.
struct PartFiles {
    std::vector<PartFile> parts;
    [[nodiscard]] const JobLines& job() const { return parts.front().job; }
    [[nodiscard]] ExitCode exit_code() const;
};

/// Reads the parts and makes sure that each of one job is there once; else nothing, after it was told why.
std::optional<PartFiles> read_parts(const std::vector<std::string>& files);

/// Whether the parts are of this plan; tells where they are not.
bool is_of_plan(const PartFiles& parts, const std::string& plan, const std::vector<std::string>& targets);

/// The result whose lines the parts hold; nothing, after it was told why, where they do not fit together.
std::optional<std::string> merged_rows(const PartFiles& parts);

/// The scorecards of all parts; nothing, after it was told why, where one of them is damaged.
std::optional<Scorecards> merged_scorecards(const PartFiles& parts, std::string_view set);

/// The cells of a line, as they were before they were written.
std::vector<std::string> cells_of(std::string_view line);
/// `n/d` of any length.
std::optional<Ratio> fraction_of(std::string_view text);
/// A number below `limit`; nothing for anything else.
std::optional<std::size_t> count_of(std::string_view text);

/// Tells that a part is not what it was when it was written.
void tell_damaged(const PartFile& part, std::string_view record);

}  // namespace goalpost::tool
