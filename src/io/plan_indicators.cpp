// SPDX-License-Identifier: BSL-1.0
#include <cstddef>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "io/plan_items.hpp"
#include "io/text.hpp"

namespace goalpost::detail {

namespace {

/// A text, or `{"name": ..., "basis": ...}`
std::vector<std::pair<Alias, std::size_t>> read_aliases(PlanContext& context, Fields& fields) {
    static constexpr std::string_view keys[] = {"name", "basis"};
    std::vector<std::pair<Alias, std::size_t>> aliases;
    for (const auto& value : fields.read_array("aliases")) {
        if (value.kind() == JsonKind::string) {
            aliases.emplace_back(Alias{std::string(value.string()), std::nullopt}, value.offset());
        } else if (value.kind() == JsonKind::object) {
            Fields alias(context, value, "an alias", keys);
            auto name = alias.require_text("name");
            const auto basis = alias.read_word<Basis>("basis", basis_names);
            if (name) aliases.emplace_back(Alias{std::move(*name), basis}, value.offset());
        } else {
            context.error(value.offset(), "a value of another type",
                          "an alias is " + std::string(name_of(value.kind())),
                          "a name in double quotes, or an object with \"name\" and \"basis\"");
        }
        if (!aliases.empty() && trimmed(aliases.back().first.name).empty())
            context.error(aliases.back().second, "an empty text", "an alias is empty", "a name");
    }
    return aliases;
}

/// The first fault of an indicator beside those that are there, at the name that causes it.
void report_name_problem(PlanContext& context, const PlanBuilder& builder, const Indicator& indicator,
                         const Fields& fields, const std::vector<std::pair<Alias, std::size_t>>& aliases) {
    Indicator part;
    part.id = indicator.id;
    part.name = indicator.name;
    if (auto problem = builder.problem_with(part)) {
        const bool same_id = builder.so_far().find_indicator(part.id) != nullptr;
        context.error(fields.offset_of(same_id ? "id" : "name"), *std::move(problem));
        return;
    }
    for (const auto& [alias, offset] : aliases) {
        part.aliases = {alias};
        if (auto problem = builder.problem_with(part)) {
            context.error(offset, *std::move(problem));
            return;
        }
    }
}

/// An indicator in which nothing is wrong by itself.
struct SoundIndicator {
    Indicator indicator;
    std::size_t parts;  // where its numerator and denominator stand
};

Indicator read_indicator(PlanContext& context, const PlanBuilder& builder, Fields& fields) {
    Indicator indicator;
    indicator.id = fields.require_id().value_or("");
    indicator.name = fields.require_text("name").value_or("");
    if (fields.require("unit")) {
        const auto symbol = fields.read_text("unit");
        if (symbol && check_unit(context, builder, *symbol, fields.offset_of("unit")))
            indicator.unit = builder.so_far().unit_set().parse(*symbol).value();
    }
    indicator.better = fields.read_word<Better>("better", better_names).value_or(Better::higher);
    if (fields.require("kind"))
        indicator.kind =
            fields.read_word<IndicatorKind>("kind", indicator_kind_names).value_or(IndicatorKind::flow);
    indicator.numerator = fields.text_or_empty("numerator");
    indicator.denominator = fields.text_or_empty("denominator");
    indicator.limit = fields.read_decimal("limit");
    indicator.note = fields.text_or_empty("note");
    return indicator;
}

void check_parts(PlanContext& context, const Indicator& indicator, const Fields& fields,
                 const std::set<std::string, std::less<>>& known) {
    for (const std::string_view key : {"numerator", "denominator"}) {
        const auto& id = key == "numerator" ? indicator.numerator : indicator.denominator;
        if (id.empty() || known.contains(id)) continue;
        context.error(fields.offset_of(key), "an unknown indicator",
                      "the " + std::string(key) + " " + shown(id) + " is not defined in the plan",
                      "the id of an indicator", "define it under \"indicators\"");
    }
    if (indicator.numerator.empty() != indicator.denominator.empty())
        context.error(fields.offset_of(indicator.numerator.empty() ? "denominator" : "numerator"),
                      "a missing key", "an indicator has a numerator or a denominator, not both",
                      "both or none", "add the other one, or remove this one");
}

/// A ratio is published as such, and can be judged without the parts that were left out.
void drop_missing_parts(PlanContext& context, const Plan& kept, SoundIndicator& sound) {
    auto& [indicator, offset] = sound;
    for (const auto& id : {indicator.numerator, indicator.denominator}) {
        if (id.empty() || kept.find_indicator(id) != nullptr) continue;
        context.warning(offset, "a part that was left out",
                        "the indicator " + shown(id) + " " + context.why_missing("indicator", id) + "; " +
                            shown(indicator.id) + " is read without numerator and denominator");
        indicator.numerator.clear();
        indicator.denominator.clear();
        return;
    }
}

}  // namespace

void read_indicators(PlanContext& context, PlanBuilder& builder, const std::vector<JsonValue>& values) {
    static constexpr std::string_view keys[] = {"id",   "name",      "aliases",     "unit",  "better",
                                                "kind", "numerator", "denominator", "limit", "note"};
    const auto known = ids_in(values);
    auto trial = builder;  // which of them can stand side by side, before it is known which parts are left
    std::vector<SoundIndicator> sound;
    for (const auto& value : values) {
        context.begin_item();
        Fields fields(context, value, "an indicator", keys);
        auto indicator = read_indicator(context, builder, fields);
        const auto aliases = read_aliases(context, fields);
        for (const auto& alias : aliases)
            indicator.aliases.push_back(alias.first);
        check_parts(context, indicator, fields, known);
        const bool twice = trial.so_far().find_indicator(indicator.id) != nullptr;
        if (!context.is_faulty()) report_name_problem(context, trial, indicator, fields, aliases);
        if (!context.is_faulty()) {
            trial.add(indicator);
            sound.push_back({std::move(indicator), fields.offset_of("numerator")});
        } else if (!twice) {
            context.leave_out("indicator", indicator.id, value.offset());
        }
    }
    for (auto& item : sound) {
        drop_missing_parts(context, trial.so_far(), item);
        builder.add(std::move(item.indicator));
    }
}

}  // namespace goalpost::detail
