// SPDX-License-Identifier: BSL-1.0
#include "tool/part_file.hpp"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>
#include <system_error>

#include "goalpost/version.hpp"
#include "io/file.hpp"
#include "report/characters.hpp"
#include "tool/output.hpp"
#include "tool/progress.hpp"

namespace goalpost::tool {

namespace {

constexpr std::string_view first_line = "goalpost-part: 1\n";
constexpr std::pair<char, char> escapes[] = {{'\\', '\\'}, {'\t', 't'}, {'\n', 'n'}, {'\r', 'r'}};

void append_escaped(std::string& to, std::string_view text) {
    for (const char c : text) {
        const auto* found = std::ranges::find(escapes, c, &std::pair<char, char>::first);
        if (found == std::end(escapes)) {
            to += c;
        } else {
            to += {'\\', found->second};
        }
    }
}

std::string unescaped(std::string_view text) {
    std::string plain;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto* found = text[i] == '\\' && i + 1 < text.size()
                                ? std::ranges::find(escapes, text[i + 1], &std::pair<char, char>::second)
                                : std::end(escapes);
        if (found == std::end(escapes)) {
            plain += text[i];
        } else {
            plain += found->first;
            ++i;
        }
    }
    return plain;
}

void tell(const std::string& file, std::string what, std::string expected, std::string mend) {
    complain(detail::file_fault(file, std::move(what), std::move(expected), std::move(mend)).text());
}

/// 16 digits that tell one text from another.
std::string digest(std::string_view text) {
    std::string digits(16, '0');
    auto hash = stable_hash(text);
    for (auto place = digits.rbegin(); place != digits.rend(); ++place, hash >>= 4U)
        *place = "0123456789abcdef"[hash & 0xFU];
    return digits;
}

/// What a part ends with: how many lines it has behind its head, and what all that stands before is told by.
std::string last_line(std::size_t lines, std::string_view before) {
    return "end\t" + std::to_string(lines) + "\t" + digest(before);
}

/// A line without its end, taken off the text; nothing where no line is whole.
std::optional<std::string_view> take_line(std::string_view& text) {
    const auto end = text.find('\n');
    if (end == std::string_view::npos) return std::nullopt;
    const auto line = text.substr(0, end);
    text.remove_prefix(end + 1);
    return line;
}

bool read_part(PartFile& part) {
    const Progress progress("reading " + part.name);
    if (const auto fault = detail::read_whole_file(part.name, part.text)) {
        complain(fault->text());
        return false;
    }
    std::string_view rest = part.text;
    if (!rest.starts_with(first_line)) {
        tell(part.name, "this is no part of a job, or one of another version", "a file written with --shard",
             "name the files of --shard");
        return false;
    }
    rest.remove_prefix(first_line.size());
    std::optional<Shard> shard;
    for (auto line = take_line(rest); line && !line->empty(); line = take_line(rest)) {
        const auto colon = line->find(": ");
        const auto key = line->substr(0, colon);
        const auto value =
            colon == std::string_view::npos ? std::string() : unescaped(line->substr(colon + 2));
        if (key == "part") {
            shard = Shard::parse(value);
        } else if (key == "exit-code") {
            part.exit_code = static_cast<ExitCode>(count_of(value).value_or(0));
        } else {
            part.job.put(std::string(key), value);
        }
    }
    auto last = take_line(rest);
    for (; last && !last->starts_with("end\t"); last = take_line(rest))
        part.records.push_back(*last);
    const auto before = last ? std::string_view(part.text.data(), last->data()) : std::string_view();
    if (!shard || !last || *last != last_line(part.records.size(), before) || !rest.empty()) {
        tell(part.name, "the part was cut short or changed",
             "a file that ends with the number of its lines and their digest", "do this part again");
        return false;
    }
    part.shard = *shard;
    return true;
}

/// The first line that two jobs do not share, in words; empty where they are the same.
std::string difference(const JobLines& own, const JobLines& other) {
    const auto words = [](const auto& line) { return line.first + " is \"" + line.second + "\""; };
    const auto [here, there] = std::ranges::mismatch(own.lines(), other.lines());
    if (here == own.lines().end() && there == other.lines().end()) return {};
    if (here == own.lines().end() || there == other.lines().end())
        return "one has more options than the other";
    return words(*here) + ", there " + words(*there);
}

}  // namespace

const std::string& JobLines::of(std::string_view key) const {
    static const std::string nothing;
    const auto found = std::ranges::find(lines_, key, &std::pair<std::string, std::string>::first);
    return found == lines_.end() ? nothing : found->second;
}

std::vector<std::string> JobLines::all(std::string_view key) const {
    std::vector<std::string> values;
    for (const auto& [own, value] : lines_) {
        if (own == key) values.push_back(value);
    }
    return values;
}

std::optional<std::string> digest_of(const std::string& file) {
    std::error_code problem;
    if (std::filesystem::exists(file, problem) && !std::filesystem::is_regular_file(file, problem)) {
        tell(file, "this is no file that several processes can read", "a file", "write it to one");
        return std::nullopt;
    }
    std::string text;
    if (const auto fault = detail::read_whole_file(file, text)) {
        complain(fault->text());
        return std::nullopt;
    }
    return digest(text);
}

std::optional<JobLines> describe_job(const std::string& command, const EvaluationOptions& options,
                                     const Evaluated& done) {
    const auto digest = digest_of(options.plan);
    if (!digest) return std::nullopt;
    JobLines job;
    job.put("program", version_string);
    job.put("command", command);
    job.put("plan", done.evaluation->plan().head().id);
    job.put("plan-digest", *digest);
    for (const auto& file : options.targets) {
        const auto of_table = digest_of(file);
        if (!of_table) return std::nullopt;
        job.put("targets-file-digest", *of_table);
    }
    job.put("targets", std::to_string(done.targets_in_plan));
    job.put("as-of", date_text(done.evaluation->as_of()));
    job.put_flag("as-of-is-default", done.as_of_is_default);
    job.put_flag("require-firm", options.require_firm);
    job.put_flag("at-target-precision", options.at_target_precision);
    job.put("versions", name_of(options.versions));
    job.put("lang", options.language == Language::zh ? "zh" : "en");
    return job;
}

PartText::PartText(const JobLines& job, const Shard& shard, ExitCode exit_code) {
    const auto line = [this](std::string_view key, std::string_view value) {
        text_.append(key).append(": ");
        append_escaped(text_, value);
        text_ += '\n';
    };
    text_ = first_line;
    line("part", shard.text());
    line("exit-code", std::to_string(static_cast<int>(exit_code)));
    for (const auto& [key, value] : job.lines())
        line(key, value);
    text_ += '\n';
}

void PartText::add_cell(std::string_view cell) {
    if (!first_) text_ += '\t';
    first_ = false;
    append_escaped(text_, cell);
}

void PartText::end_line() {
    text_ += '\n';
    first_ = true;
    ++lines_;
}

void PartText::add(std::initializer_list<std::string_view> cells) {
    for (const auto cell : cells)
        add_cell(cell);
    end_line();
}

void PartText::add(const std::vector<std::string>& cells) {
    for (const auto& cell : cells)
        add_cell(cell);
    end_line();
}

void PartText::add_raw(std::size_t number, std::string_view line) {
    text_.append(std::to_string(number)).append("\t").append(line);
    end_line();
}

std::string PartText::finish() && {
    text_.append(last_line(lines_, text_)).append("\n");
    return std::move(text_);
}

ExitCode PartFiles::exit_code() const {
    auto code = ExitCode::fine;
    for (const auto& part : parts)
        code = worse(code, part.exit_code);
    return code;
}

std::optional<PartFiles> read_parts(const std::vector<std::string>& files) {
    std::map<std::size_t, PartFile> parts;  // by number
    bool sound = true;
    for (const auto& file : files) {
        PartFile part;
        part.name = file;
        if (!read_part(part)) {
            sound = false;
            continue;
        }
        const auto number = part.shard.number;
        const auto [place, is_new] = parts.try_emplace(number, std::move(part));
        if (is_new) continue;
        tell(file,
             "part " + place->second.shard.text() + " is there twice: here and in " + place->second.name,
             "each part once", "leave one of them out");
        sound = false;
    }
    if (!sound || parts.empty()) return std::nullopt;
    const auto& first = parts.begin()->second;
    for (const auto& [number, part] : parts) {
        const auto differs = part.shard.count != first.shard.count
                                 ? "this is part " + part.shard.text() + ", there " + first.shard.text()
                                 : difference(part.job, first.job);
        if (differs.empty()) continue;
        tell(part.name, "this part is not of the same job as " + first.name + ": " + differs,
             "parts of one job", "do all parts with the same options");
        return std::nullopt;
    }
    for (std::size_t number = 1; number <= first.shard.count; ++number) {
        if (parts.contains(number)) continue;
        complain("goalpost: part " + Shard{number, first.shard.count}.text() + " is missing");
        return std::nullopt;
    }
    PartFiles all;
    for (auto& [number, part] : parts)
        all.parts.push_back(std::move(part));
    return all;
}

bool is_of_plan(const PartFiles& parts, const std::string& plan, const std::vector<std::string>& targets) {
    const auto digest = digest_of(plan);
    if (!digest) return false;
    if (*digest != parts.job().of("plan-digest")) {
        tell(plan, "the parts were made with another plan, or another version of this one",
             "the plan \"" + parts.job().of("plan") + "\" as it was then", "do all parts again");
        return false;
    }
    std::vector<std::string> digests;
    for (const auto& file : targets) {
        const auto of_table = digest_of(file);
        if (!of_table) return false;
        digests.push_back(*of_table);
    }
    const auto then = parts.job().all("targets-file-digest");
    const bool needed = parts.job().of("command") != "evaluate";  // for the names of responsible units
    if (digests == then || (digests.empty() && !needed)) return true;
    tell(plan,
         "the parts were made with " + std::string(then.empty() ? "no" : "other") + " tables of targets",
         then.empty() ? "no --targets" : "--targets with the " + std::to_string(then.size()) + " of then",
         "give the same as for the parts, or do all parts again");
    return false;
}

std::vector<std::string> cells_of(std::string_view line) {
    std::vector<std::string> cells;
    while (true) {
        const auto tab = line.find('\t');
        cells.push_back(unescaped(line.substr(0, tab)));
        if (tab == std::string_view::npos) return cells;
        line.remove_prefix(tab + 1);
    }
}

std::optional<std::size_t> count_of(std::string_view text) {
    std::size_t count = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, count);
    return read.ec == std::errc() && read.ptr == end ? std::optional(count) : std::nullopt;
}

void tell_damaged(const PartFile& part, std::string_view record) {
    tell(part.name, "this line is not what --shard writes: " + detail::visible(record.substr(0, 80)),
         "a part as it was written", "do this part again");
}

}  // namespace goalpost::tool
