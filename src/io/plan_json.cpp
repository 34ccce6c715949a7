// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/plan_json.hpp"

#include <algorithm>
#include <iterator>
#include <utility>

#include "goalpost/io/nfkc.hpp"
#include "goalpost/io/targets_csv.hpp"
#include "goalpost/model/detail/scanner.hpp"
#include "io/file.hpp"
#include "io/json_file.hpp"
#include "io/plan_items.hpp"
#include "io/text.hpp"

namespace goalpost {

namespace {

using namespace detail;

constexpr std::string_view plan_keys[] = {
    "$schema",          "goalpost",          "id",     "title",      "issuer", "horizon", "scope", "source",
    "units_of_measure", "responsible_units", "groups", "indicators", "targets"};
constexpr std::string_view source_keys[] = {"title", "document", "address", "published"};

/// Whether the file says that it is a plan, in the version that is read here.
bool is_this_version(PlanContext& context, const JsonValue& root) {
    if (root.kind() != JsonKind::object) {
        context.error(root.offset(), "no plan", "the file holds " + std::string(name_of(root.kind())),
                      "an object with \"goalpost\": 1", "name a plan file");
        return false;
    }
    for (const auto& member : root.members()) {
        if (member.key.string() != "goalpost") continue;
        if (member.value.kind() == JsonKind::number && member.value.number() == "1") return true;
        const auto kind = member.value.kind();
        const auto version = kind == JsonKind::number   ? std::string(member.value.number())
                             : kind == JsonKind::string ? shown(member.value.string())
                                                        : std::string(name_of(kind));
        context.error(member.value.offset(), "another version", "the plan file is of version " + version,
                      "\"goalpost\": 1", "this program reads version 1 only");
        return false;
    }
    context.error(root.offset(), "no plan", "the file does not say that it is a plan", "the key \"goalpost\"",
                  "write \"goalpost\": 1 first");
    return false;
}

/// Nothing where what every target hangs on is missing: id, horizon, or a scope that cannot be read.
std::optional<PlanHead> read_head(PlanContext& context, Fields& fields) {
    context.begin_item();
    auto id = fields.require_id().value_or("");
    std::optional<Period> horizon;
    if (fields.require("horizon")) horizon = fields.read_period("horizon");
    PlanHead head{.id = std::move(id), .horizon = horizon.value_or(Period::year(2000))};  // faulty without
    if (auto problem = PlanBuilder::problem_with(head); problem && !head.id.empty())
        context.error(fields.offset_of("horizon"), *std::move(problem));
    head.scope = fields.text_or_empty("scope");
    const bool sound = !context.is_faulty();
    const auto letters = [](char c) { return id_length({&c, 1}) == 1 || c == '-'; };
    if (!std::ranges::all_of(head.id, letters))
        context.error(fields.offset_of("id"), "an id that cannot stand",
                      "\"id\" in the plan is " + shown(head.id), "letters, digits, - and _");
    head.title = fields.require_text("title").value_or("");
    head.issuer = fields.text_or_empty("issuer");
    if (const auto value = fields.read_object("source")) {
        Fields source(context, *value, "the source", source_keys);
        head.source.title = source.text_or_empty("title");
        head.source.document = source.text_or_empty("document");
        head.source.address = source.text_or_empty("address");
        head.source.published = source.read_date("published");
    }
    return sound ? std::optional(std::move(head)) : std::nullopt;
}

std::optional<PlanBuilder> read_plan(PlanContext& context, const JsonValue& root) {
    if (!is_this_version(context, root)) return std::nullopt;
    Fields fields(context, root, "the plan", plan_keys);
    auto head = read_head(context, fields);
    const bool sound = head.has_value();
    if (!sound) {
        // Everything else is read all the same, for what is to be said about it.
        head.emplace(PlanHead{.id = "unreadable", .horizon = Period::year(2000)});
    }
    PlanBuilder builder(std::move(*head), &nfkc_key);
    read_units_of_measure(context, builder, fields.read_array("units_of_measure", JsonKind::object));
    read_responsible_units(context, builder, fields.read_array("responsible_units", JsonKind::object));
    read_groups(context, builder, fields.read_array("groups", JsonKind::object));
    read_indicators(context, builder, fields.read_array("indicators", JsonKind::object));
    read_targets(context, builder, fields.read_array("targets", JsonKind::object));
    if (!sound) return std::nullopt;
    return builder;
}

PlanBuilderReading read_text(std::string_view text, const std::string& file_name) {
    PlanBuilderReading reading;
    reading.diagnostics = read_json(text, file_name, [&](PlanContext& context, const JsonValue& root) {
        reading.builder = read_plan(context, root);
    });
    return reading;
}

PlanReading built(PlanBuilderReading reading) {
    if (!reading.builder) return {std::nullopt, std::move(reading.diagnostics)};
    return {(*std::move(reading.builder)).build(), std::move(reading.diagnostics)};
}

}  // namespace

PlanReading read_plan_json(std::string_view text, const std::string& file_name) {
    return built(read_text(text, file_name));
}

PlanBuilderReading read_plan_builder_json(const std::filesystem::path& file) {
    std::string text;
    if (auto fault = read_whole_file(file, text)) return {std::nullopt, {std::move(*fault)}};
    return read_text(text, file.string());
}

PlanReading read_plan_json(const std::filesystem::path& file,
                           std::span<const std::filesystem::path> target_files) {
    auto reading = read_plan_builder_json(file);
    if (reading.builder) {
        for (const auto& one : target_files)
            std::ranges::move(read_targets_csv(*reading.builder, one),
                              std::back_inserter(reading.diagnostics));
    }
    return built(std::move(reading));
}

}  // namespace goalpost
