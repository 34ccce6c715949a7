// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <utility>

#include "goalpost/model/criterion_text.hpp"
#include "io/plan_items.hpp"
#include "io/text.hpp"

namespace goalpost::detail {

namespace {

constexpr std::string_view target_keys[] = {
    "id",       "indicator",  "scope", "due",        "criterion",  "readings", "base",   "weight",
    "standing", "milestones", "note",  "evaluators", "statements", "calendar", "manual", "versions"};
constexpr std::string_view statement_keys[] = {"id",          "quote",      "section", "item",
                                               "criterion",   "commitment", "joining", "lead",
                                               "responsible", "supporting", "note"};
constexpr std::string_view base_keys[] = {"period", "value", "unit"};
constexpr std::string_view calendar_keys[] = {"kind", "month_weights"};
constexpr std::string_view manual_keys[] = {"met", "who", "why", "date"};
constexpr std::string_view version_keys[] = {"until", "due", "criterion", "readings", "base", "why"};
constexpr std::string_view milestone_keys[] = {"period", "value"};

/// Reads one target. What the builder holds against it is found by asking it about each part alone, so that
/// the message points at the part.
class TargetReader {
  public:
    TargetReader(PlanContext& context, PlanBuilder& builder, const JsonValue& value)
        : context_(context), builder_(builder), fields_(context, value, "a target", target_keys) {}

    void read() {
        const auto id = fields_.require_id();
        target_.id = id.value_or("");
        sound_alone_ = id.has_value();
        read_indicator();
        target_.scope = fields_.text_or_empty("scope");
        if (fields_.require("due")) due_ = fields_.read_period("due");
        if (due_) target_.due = asked_due_ = *due_;
        target_.standing = fields_.read_word<Standing>("standing", standing_names).value_or(Standing::active);
        target_.note = fields_.text_or_empty("note");
        check_alone();
        target_.readings = read_readings(fields_, "a target");
        target_.base = read_base(fields_);
        read_weight();
        read_milestones();
        read_calendar();
        read_manual();
        read_versions();
        std::vector<std::string> evaluators;
        for (auto& evaluator : fields_.read_texts("evaluators"))
            evaluators.push_back(std::move(evaluator.text));
        target_.evaluators = std::move(evaluators);
        for (const auto& statement : fields_.read_array("statements", JsonKind::object))
            read_statement(statement);
        keep();
    }

  private:
    void read_indicator() {
        const auto id = fields_.require_text("indicator");
        if (!id) return;
        target_.indicator = *id;
        if (builder_.so_far().find_indicator(*id) != nullptr) return;
        context_.error(fields_.offset_of("indicator"), "an unknown indicator",
                       "the indicator " + shown(*id) + " " + context_.why_missing("indicator", *id),
                       "the id of an indicator",
                       context_.is_left_out("indicator", *id)
                           ? "mend its definition"
                           : meant_id(*id, builder_.so_far().indicators(),
                                      "define it under \"indicators\", or correct the id"));
    }

    std::vector<Criterion> read_readings(Fields& fields, const std::string& what) {
        std::vector<Criterion> found;
        const auto criterion = fields.find("criterion");
        const auto readings = fields.find("readings");
        if (criterion && readings)
            context_.error(readings->offset(), "a key beside another",
                           what + " has both \"criterion\" and \"readings\"", "one of them",
                           "keep \"readings\" where the words can mean several things");
        if (!criterion && !readings)
            context_.error(fields.object().offset(), "a missing key", what + " has no \"criterion\"",
                           "the key \"criterion\", or \"readings\"", "add it");
        auto values = fields.read_array("readings", JsonKind::string);
        if (readings && readings->kind() == JsonKind::array &&
            readings->elements().begin() == readings->elements().end())
            context_.error(readings->offset(), "an empty list", "\"readings\" is empty",
                           "the criteria that the words can mean");
        if (criterion && fields.read_text("criterion")) values.insert(values.begin(), *criterion);
        for (const auto& value : values) {
            if (auto read = read_criterion(value)) found.push_back(std::move(*read));
        }
        return found;
    }

    std::optional<Criterion> read_criterion(const JsonValue& value) {
        auto read = parse_criterion(value.string());
        if (!read) {
            report_parse_error(context_, value, "a criterion that cannot be read", "criterion", read.error());
            return std::nullopt;
        }
        Target part = alone();
        part.readings = {*read};
        if (can_ask()) {
            if (auto problem = builder_.problem_with(part)) {
                auto fault = context_.criterion_fault(builder_.so_far(), value.string(), *std::move(problem));
                context_.error(value.offset_in_string(fault.position), fault.kind, std::move(fault.what),
                               std::move(fault.expected), std::move(fault.mend));
            }
        }
        return *read;
    }

    std::optional<Base> read_base(Fields& parent) {
        const auto value = parent.read_object("base");
        if (!value) return std::nullopt;
        Fields fields(context_, *value, "a base", base_keys);
        std::optional<Period> period;
        std::optional<Decimal> number;
        if (fields.require("period")) period = fields.read_period("period");
        if (fields.require("value")) number = fields.read_decimal("value");
        const auto unit = fields.text_or_empty("unit");
        if (!unit.empty() && !check_unit(context_, builder_, unit, fields.offset_of("unit")))
            return std::nullopt;
        if (!period || !number) return std::nullopt;
        const Base base{*period, *number, unit};
        Target part = alone();
        part.base = base;
        check_part(part, fields.offset_of("period"));
        return base;
    }

    void read_weight() {
        const auto weight = fields_.read_decimal("weight");
        if (!weight) return;
        target_.weight = *weight;
        Target part = alone();
        part.weight = *weight;
        check_part(part, fields_.offset_of("weight"));
    }

    void read_milestones() {
        for (const auto& value : fields_.read_array("milestones", JsonKind::object)) {
            Fields fields(context_, value, "a milestone", milestone_keys);
            std::optional<Period> period;
            std::optional<Decimal> number;
            if (fields.require("period")) period = fields.read_period("period");
            if (fields.require("value")) number = fields.read_decimal("value");
            if (!period || !number) continue;
            if (std::ranges::find(target_.milestones, *period, &Milestone::period) !=
                target_.milestones.end())
                context_.error(fields.offset_of("period"), "a milestone that stands twice",
                               "two milestones of a target are for " + period->text(), "",
                               "remove one of the two");
            Target part = alone();
            part.milestones = {{*period, *number}};
            check_part(part, fields.offset_of("period"));
            target_.milestones.push_back({*period, *number});
        }
    }

    void read_calendar() {
        const auto value = fields_.read_object("calendar");
        if (!value) return;
        Fields fields(context_, *value, "a calendar", calendar_keys);
        Calendar calendar;
        if (fields.require("kind"))
            calendar.kind = fields.read_word<PaceKind>("kind", pace_kind_names).value_or(PaceKind::linear);
        for (const auto& weight : fields.read_array("month_weights")) {
            const auto read = fields.decimal_in(weight);
            if (!read) continue;
            if (read->sign() < 0) {
                context_.error(weight.offset(), "a negative weight", "a month weight is negative",
                               "0 or more");
            } else {
                calendar.month_weights.push_back(*read);
            }
        }
        target_.calendar = std::move(calendar);
    }

    void read_manual() {
        const auto value = fields_.read_object("manual");
        if (!value) return;
        Fields fields(context_, *value, "a manual verdict", manual_keys);
        ManualVerdict manual;
        if (fields.require("met")) manual.met = fields.read_flag("met").value_or(false);
        manual.who = fields.require_text("who").value_or("");
        manual.why = fields.require_text("why").value_or("");
        manual.date = fields.read_date("date");
        target_.manual = std::move(manual);
    }

    void read_versions() {
        for (const auto& value : fields_.read_array("versions", JsonKind::object)) {
            Fields fields(context_, value, "an earlier version", version_keys);
            TargetVersion version{.due = target_.due};
            if (fields.require("until")) version.until = fields.read_date("until").value_or(version.until);
            if (const auto due = fields.read_period("due")) version.due = *due;
            asked_due_ = version.due;
            version.readings = read_readings(fields, "an earlier version");
            version.base = read_base(fields);
            asked_due_ = target_.due;
            version.why = fields.text_or_empty("why");
            target_.versions.push_back(std::move(version));
        }
    }

    void read_statement(const JsonValue& value) {
        Fields fields(context_, value, "a statement", statement_keys);
        Statement statement;
        statement.id = fields.text_or_empty("id");
        statement.quote = fields.text_or_empty("quote");
        statement.section = fields.text_or_empty("section");
        statement.item = fields.text_or_empty("item");
        statement.note = fields.text_or_empty("note");
        statement.commitment =
            fields.read_word<Commitment>("commitment", commitment_names).value_or(Commitment::plain);
        statement.joining = fields.read_word<Joining>("joining", joining_names).value_or(Joining::all);
        if (fields.read_text("criterion")) statement.criterion = read_criterion(*fields.find("criterion"));
        statement.lead = read_units(fields, "lead");
        statement.responsible = read_units(fields, "responsible");
        statement.supporting = read_units(fields, "supporting");
        target_.statements.push_back(std::move(statement));
    }

    /// Who answers for a target changes no verdict, so a name that is not defined costs a warning only, and
    /// is taken as a unit of that name.
    std::vector<std::string> read_units(Fields& fields, std::string_view key) {
        std::vector<std::string> ids;
        for (auto& unit : fields.read_texts(key)) {
            if (builder_.so_far().find_responsible_unit(unit.text) == nullptr) {
                context_.warning(unit.value.offset(), "a responsible unit that is not defined",
                                 "the responsible unit " + shown(unit.text) + " " +
                                     context_.why_missing("responsible unit", unit.text) +
                                     "; it is taken as a unit of that name",
                                 "the id of a responsible unit", "define it under \"responsible_units\"");
                ResponsibleUnit named;
                named.id = named.name = unit.text;
                builder_.add(std::move(named));
            }
            ids.push_back(std::move(unit.text));
        }
        return ids;
    }

    /// A target of which the builder can find nothing wrong but the part that is put into it.
    [[nodiscard]] Target alone() const {
        return {
            .id = target_.id, .indicator = target_.indicator, .due = asked_due_, .readings = {Criterion{}}};
    }
    [[nodiscard]] bool can_ask() const {
        return due_ && sound_alone_ && builder_.so_far().find_indicator(target_.indicator) != nullptr;
    }

    /// Asks about its id, indicator and due period.
    void check_alone() {
        if (!can_ask()) return;
        auto problem = builder_.problem_with(alone());
        if (!problem) return;
        sound_alone_ = false;  // everything asked after this would hear of it again
        const bool taken = builder_.so_far().find_target(target_.id) != nullptr;
        context_.error(fields_.offset_of(taken ? "id" : "due"), *std::move(problem));
    }
    void check_part(const Target& part, std::size_t offset) {
        if (!can_ask()) return;
        if (auto problem = builder_.problem_with(part)) context_.error(offset, *std::move(problem));
    }

    void keep() {
        if (!context_.is_faulty() && can_ask()) {
            if (auto problem = builder_.problem_with(target_))
                context_.error(fields_.object().offset(), *std::move(problem));
        }
        if (!context_.is_faulty()) {
            builder_.add(std::move(target_));
        } else {
            builder_.add_invalid(std::move(target_), context_.problem());
        }
    }

    PlanContext& context_;
    PlanBuilder& builder_;
    Fields fields_;
    Period asked_due_ = Period::year(2000);  // of the target, or of the earlier version that is being read
    std::optional<Period> due_;              // where it can be read; without it the target is not taken
    Target target_{.due = asked_due_};
    bool sound_alone_ = true;  // nothing is known against its id, indicator and due period
};

}  // namespace

void read_targets(PlanContext& context, PlanBuilder& builder, const std::vector<JsonValue>& values) {
    for (const auto& value : values) {
        context.begin_item();
        TargetReader(context, builder, value).read();
    }
}

}  // namespace goalpost::detail
