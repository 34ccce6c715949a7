// SPDX-License-Identifier: BSL-1.0
#include "tool/method_options.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <algorithm>
#include <filesystem>
#include <optional>
#include <string_view>
#include <utility>

#include "goalpost/io/diagnostic.hpp"
#include "goalpost/methods/builtin_methods.hpp"
#include "io/file.hpp"
#include "io/text.hpp"
#include "report/characters.hpp"
#include "tool/close_matches.hpp"
#include "tool/output.hpp"

namespace goalpost::tool {

namespace {

std::vector<std::string> known_names() {
    std::vector<std::string> names;
    for (const auto& info : method_infos())
        names.emplace_back(info.name);
    return names;
}

std::string name_problem(const std::string& asked) {
    const auto names = known_names();
    if (std::ranges::find(names, asked) != names.end()) return {};
    return "there is no method '" + detail::visible(asked) + "'" + did_you_mean(asked, names) +
           " ('goalpost methods' lists them)";
}

std::string name_of_method(const std::string& file) { return std::filesystem::path(file).stem().string(); }

/// Why two methods would go by one name; empty where none do.
std::string files_problem(const std::vector<std::string>& files) {
    const auto known = known_names();
    for (auto file = files.begin(); file != files.end(); ++file) {
        const auto name = name_of_method(*file);
        const auto shown = "'" + detail::visible(name) + "'";
        if (std::ranges::find(known, name) != known.end())
            return detail::visible(*file) + ": " + shown +
                   " is a published method ('goalpost methods' lists them); give the file another name";
        const auto first = std::find_if(
            files.begin(), file, [&](const std::string& earlier) { return name_of_method(earlier) == name; });
        if (first != file)
            return detail::visible(*first) + " and " + detail::visible(*file) + " would both be the method " +
                   shown + "; give one of the files another name";
    }
    return {};
}

/// The method of a file, or nothing after having told why.
std::optional<Banded> read_method(const std::string& file) {
    std::string content;
    auto fault = detail::read_whole_file(file, content);
    std::string_view text = content;
    if (!fault) fault = detail::begin_text(text, file, detail::EncodingCheck::every_byte);
    if (fault) {
        complain(fault->text());
        return std::nullopt;
    }
    auto method = Banded::parse(name_of_method(file), text);
    if (method) return *std::move(method);
    const auto& error = method.error();
    const auto before = text.substr(0, error.position);
    Diagnostic problem{.file = file};
    problem.line = 1 + static_cast<std::size_t>(std::ranges::count(before, '\n'));
    problem.column = 1 + detail::count_characters(before.substr(before.rfind('\n') + 1));
    std::string_view found = error.found;  // in quotes, or words of the parser's own
    const bool quoted = found.size() > 1 && found.starts_with('\'');
    problem.what = "found " + (quoted ? detail::shown(found.substr(1, found.size() - 2)) : error.found);
    problem.expected = error.expected;
    problem.mend = error.mend;
    complain(problem.text());
    return std::nullopt;
}

}  // namespace

void MethodOptions::add_to(CLI::App& command) {
    command
        .add_option("--method", names,
                    "published methods to lay beside the verdict, with commas between ('goalpost methods' "
                    "lists them)")
        ->delimiter(',')
        ->type_name("NAME")
        ->check(name_problem);
    const auto take_files = [this](const std::vector<std::string>& given) {
        if (auto problem = files_problem(given); !problem.empty())
            throw CLI::ValidationError("--method-file", std::move(problem));
        files = given;
    };
    command
        .add_option_function<std::vector<std::string>>(
            "--method-file", take_files,
            "methods of your own: files of bands (docs/methods.md), named by the file")
        ->type_name("FILE");
}

ChosenMethods choose_methods(const MethodOptions& options) {
    ChosenMethods chosen{builtin_methods(), {}, ExitCode::fine};
    const auto take = [&](const std::string& name) {
        if (std::ranges::find(chosen.names, name) == chosen.names.end()) chosen.names.push_back(name);
    };
    for (const auto& name : options.names)
        take(name);
    for (const auto& file : options.files) {
        if (auto method = read_method(file)) {
            const auto name = method->name;
            chosen.set.add(name, *std::move(method));
            take(name);
        } else {
            chosen.exit_code = ExitCode::bad_input;
        }
    }
    return chosen;
}

std::vector<std::vector<Finding>> methods_say(const Evaluation& evaluation, const ChosenMethods& methods) {
    std::vector<std::vector<Finding>> found;
    found.reserve(evaluation.assessments().size());
    for (const auto& assessment : evaluation.assessments()) {
        std::vector<Finding> own;
        if (const auto* target = evaluation.target_of(assessment)) {
            const TargetView view(evaluation, assessment, *target);
            for (const auto& name : methods.names) {
                own.push_back((*methods.set.find(name))(view));
                own.back().name = name;
            }
        }
        found.push_back(std::move(own));
    }
    return found;
}

}  // namespace goalpost::tool
