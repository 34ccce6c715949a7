// SPDX-License-Identifier: BSL-1.0
#include "io/plan_items.hpp"

#include <algorithm>
#include <utility>

#include "goalpost/number/ratio.hpp"
#include "io/text.hpp"

namespace goalpost::detail {

namespace {

/// Adds an item, or reports why it cannot stand beside those that are there.
template <class Item>
void add_or_report(PlanContext& context, PlanBuilder& builder, Item item, std::string_view what,
                   const Fields& fields) {
    const auto id = item.id;
    if (!context.is_faulty()) {
        if (auto problem = builder.problem_with(item)) {
            context.error(fields.offset_of("id"), *std::move(problem));
            return;  // the first one of that id stays
        }
        builder.add(std::move(item));
    } else {
        context.leave_out(what, id, fields.object().offset());
    }
}

std::vector<std::string> plain_texts(std::vector<PlacedText> placed) {
    std::vector<std::string> texts;
    texts.reserve(placed.size());
    for (auto& text : placed)
        texts.push_back(std::move(text.text));
    return texts;
}

Ratio ten_to_the(int power) {
    const auto positive = Ratio(10).power(static_cast<unsigned>(power < 0 ? -power : power));
    return power < 0 ? Ratio(1) / positive : positive;
}

/// `1000`, `0.05` or `2000/3`
std::optional<Ratio> read_factor(PlanContext& context, Fields& fields) {
    const auto value = fields.find("factor");
    if (!value || (value->kind() != JsonKind::number && !fields.read_text("factor"))) return std::nullopt;
    const auto factor = Ratio::parse(value->kind() == JsonKind::number ? value->number() : value->string());
    if (!factor) {
        report_parse_error(context, *value, "a number that cannot be read", "factor", factor.error());
        return std::nullopt;
    }
    if (factor->sign() > 0) return *factor;
    context.error(value->offset(), "a number out of range", "the factor is not positive", "a number above 0");
    return std::nullopt;
}

}  // namespace

std::set<std::string, std::less<>> ids_in(const std::vector<JsonValue>& values) {
    std::set<std::string, std::less<>> ids;
    for (const auto& value : values) {
        if (value.kind() != JsonKind::object) continue;
        for (const auto& member : value.members()) {
            if (member.key.string() == "id" && member.value.kind() == JsonKind::string)
                ids.emplace(member.value.string());
        }
    }
    return ids;
}

bool check_unit(PlanContext& context, const PlanBuilder& builder, const std::string& symbol,
                std::size_t offset) {
    const auto unit = builder.so_far().unit_set().parse(symbol);
    if (unit) return true;
    constexpr std::string_view what = "unit of measure";
    const bool left_out = context.is_left_out(what, symbol);
    const auto why = left_out ? context.why_missing(what, symbol) : "is not known";
    context.error(offset, "an unknown unit of measure", "the unit of measure " + shown(symbol) + " " + why,
                  unit.error().expected, left_out ? "mend its definition" : unit.error().mend);
    return false;
}

void read_units_of_measure(PlanContext& context, PlanBuilder& builder, const std::vector<JsonValue>& values) {
    static constexpr std::string_view keys[] = {"symbol", "discrete", "of", "power", "factor", "dimension"};
    for (const auto& value : values) {
        context.begin_item();
        Fields fields(context, value, "a unit of measure", keys);
        const auto symbol = fields.require_id("symbol");
        const auto discrete = fields.read_flag("discrete");
        const auto of = fields.read_text("of");
        const auto power = fields.read_integer("power", -18, 18);
        const auto factor = read_factor(context, fields);
        const auto own_dimension = fields.read_text("dimension");
        if (symbol && builder.so_far().unit_set().parse(*symbol)) {
            const auto& added = builder.so_far().unit_set().added();
            const bool twice = std::ranges::find(added, *symbol, &UnitOfMeasure::symbol) != added.end();
            context.error(fields.offset_of("symbol"), "a unit of measure that is known already",
                          "the unit of measure " + shown(*symbol) +
                              (twice ? " is defined twice" : " is one that the library knows"),
                          "", "remove it");
        }
        if (power && factor)
            context.error(fields.offset_of("factor"), "a key beside another",
                          "a unit of measure has both \"power\" and \"factor\"", "one of them");
        if (of && own_dimension)
            context.error(fields.offset_of("dimension"), "a key beside another",
                          "a unit of measure has both \"of\" and \"dimension\"", "one of them");
        if (power && !of)
            context.error(fields.offset_of("power"), "a missing key",
                          "a unit of measure has \"power\" but no \"of\"",
                          "the unit of which it is a multiple, under \"of\"");
        auto dimension = own_dimension.value_or(symbol.value_or(""));
        auto multiple = factor.value_or(ten_to_the(power.value_or(0)));
        bool whole = discrete.value_or(false);
        if (of && check_unit(context, builder, *of, fields.offset_of("of"))) {
            const auto base = builder.so_far().unit_set().parse(*of).value();
            dimension = base.dimension();
            multiple = multiple * base.factor();
            whole = discrete.value_or(base.is_discrete());
        }
        const auto small = multiple.small();
        if (!small)
            context.error(fields.offset_of(power ? "power" : "factor"), "a number out of range",
                          "one such unit is " + multiple.fraction() +
                              " base units, whose numerator or denominator is longer than 63 bits",
                          "a multiple below 9 * 10^18, or a fraction of such numbers");
        if (!context.is_faulty()) {
            builder.add_unit_of_measure(UnitOfMeasure(*symbol, dimension, *small, whole));
        } else if (symbol) {
            context.leave_out("unit of measure", *symbol, value.offset());
        }
    }
}

void read_responsible_units(PlanContext& context, PlanBuilder& builder,
                            const std::vector<JsonValue>& values) {
    static constexpr std::string_view keys[] = {"id", "name", "aliases", "parent", "members", "size", "note"};
    const auto known = ids_in(values);
    for (const auto& value : values) {
        context.begin_item();
        Fields fields(context, value, "a responsible unit", keys);
        ResponsibleUnit unit;
        unit.id = fields.require_id().value_or("");
        unit.name = fields.require_text("name").value_or("");
        unit.aliases = plain_texts(fields.read_texts("aliases"));
        unit.parent = fields.text_or_empty("parent");
        auto members = fields.read_texts("members");
        unit.size = fields.read_count("size");
        unit.note = fields.text_or_empty("note");
        const auto warn_unknown = [&](const std::string& id, std::size_t offset) {
            if (known.contains(id)) return;
            context.warning(offset, "a responsible unit that is not defined",
                            "the responsible unit " + shown(id) + " is not defined in the plan",
                            "the id of a responsible unit", "define it under \"responsible_units\"");
        };
        if (!unit.parent.empty()) warn_unknown(unit.parent, fields.offset_of("parent"));
        for (const auto& member : members)
            warn_unknown(member.text, member.value.offset());
        unit.members = plain_texts(std::move(members));
        add_or_report(context, builder, std::move(unit), "responsible unit", fields);
    }
}

void read_groups(PlanContext& context, PlanBuilder& builder, const std::vector<JsonValue>& values) {
    static constexpr std::string_view keys[] = {"id", "name", "members", "size"};
    for (const auto& value : values) {
        context.begin_item();
        Fields fields(context, value, "a group", keys);
        Group group;
        group.id = fields.require_id().value_or("");
        group.name = fields.require_text("name").value_or("");
        group.members = plain_texts(fields.read_texts("members"));
        group.size = fields.read_count("size");
        add_or_report(context, builder, std::move(group), "group", fields);
    }
}

}  // namespace goalpost::detail
