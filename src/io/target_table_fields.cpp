// SPDX-License-Identifier: BSL-1.0
// What the cells of a targets table mean: one field of a target after the other.
#include "io/target_table.hpp"

#include <algorithm>
#include <utility>

#include "io/text.hpp"

namespace goalpost::detail {

namespace {

/// Of a target that cannot be taken for want of another.
constexpr auto unread_period = Period::year(2000);

constexpr std::string_view manual_words[] = {"not_met", "met"};

std::string name_of(TargetColumn column) {
    return std::string(target_columns[static_cast<std::size_t>(column)]);
}

bool has_control_character(std::string_view text) {
    return std::ranges::any_of(text,
                               [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

/// Where that character next stands outside double quotes.
std::size_t find_outside_quotes(std::string_view text, char sought, std::size_t from) {
    if (text.find(sought, from) == std::string_view::npos) return std::string_view::npos;  // mostly
    bool in_quotes = false;
    for (auto at = from; at < text.size(); ++at) {
        if (text[at] == sought && !in_quotes) return at;
        if (text[at] == '"') in_quotes = !in_quotes;
    }
    return std::string_view::npos;
}

CellFault parse_fault(std::string_view kind, const std::string& what, std::string_view text,
                      const ParseError& error) {
    return {kind, "the " + what + " " + shown(text) + " cannot be read: found " + error.found, error.expected,
            error.mend, error.position};
}

}  // namespace

// ---- Fields of a target ----

void TargetTable::begin_target() {
    context_.begin_item();
    builder_.expect(cell(id));
    target_.emplace(Target{.due = unread_period});
    due_.reset();
    if (cell(id).empty()) {
        error(id, {"an empty cell", "the id is empty", "the id of the target", "fill it in"});
    } else if (has_control_character(cell(id))) {
        error(id, {"an id that cannot stand", "the id is " + shown(cell(id)),
                   "letters, digits and _, without blanks around them", "remove the control characters"});
    }
    target_->id = cell(id);
}

/// A further statement that does not stand where its target would be known. It is carried along, never lost.
void TargetTable::refuse_statement() {
    if (has(id)) {
        error(id, {"a statement without its target",
                   "a further statement of " + shown(cell(id)) + " does not stand below its target",
                   "the row of " + shown(cell(id)) + " directly above",
                   "move it there, or fill in indicator, due and criterion"});
    }
    read_statement();
}

void TargetTable::read_target() {
    target_->scope = shared(scope, scopes_);
    target_->note = cell(note);
    has_indicator_ = read_indicator();
    due_ = period_in(due, due_periods_);
    if (due_) target_->due = *due_;
    read_criterion();
    read_base();
    if (has(weight)) target_->weight = number_in(weight, weights_).value_or(Decimal(1));
    target_->standing = word_in(standing, standings_, standing_names, Standing::active);
    read_milestones();
    read_calendar();
    read_manual();
    if (has(evaluators)) {
        std::vector<std::string> names;
        for (const auto& [text, position] : list_in(evaluators))
            names.emplace_back(text);
        target_->evaluators = std::move(names);
    }
    check_target();
    read_statement();
}

bool TargetTable::read_indicator() {
    using Meaning = CellMeaning<SharedText>;
    const auto& meaning = indicators_.get(cell(indicator), [&](std::string_view text) -> Meaning {
        if (text.empty())
            return no_meaning<SharedText>(
                {"an empty cell", "the indicator is empty", "the id of an indicator", "fill it in"});
        if (builder_.so_far().find_indicator(text) != nullptr) return {text, nullptr};
        return no_meaning<SharedText>(
            {"an unknown indicator", "the indicator " + shown(text) + " is not defined in the plan",
             "the id of an indicator",
             meant_id(text, builder_.so_far().indicators(),
                      "define it under \"indicators\" of the plan file, or correct the id")});
    });
    target_->indicator = meaning.fault ? SharedText(cell(indicator)) : meaning.value;
    return meaning.fault ? error(indicator, *meaning.fault) : true;
}

/// Several readings stand with `|` between them.
void TargetTable::read_criterion() {
    const auto text = cell(criterion);
    if (text.empty()) {
        error(criterion, {"an empty cell", "the criterion is empty", "a criterion such as level >= 300 家",
                          "fill it in"});
        return;
    }
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(find_outside_quotes(text, '|', begin), text.size());
        const auto part = trimmed(text.substr(begin, end - begin));
        criterion_in(criterion, part, static_cast<std::size_t>(part.data() - text.data()), target_->readings);
        begin = end + 1;
    }
}

void TargetTable::read_base() {
    if (!has(base_period) && !has(base_value) && !has(base_unit)) return;
    SharedText stated_in;
    const auto period = period_in(base_period, base_periods_);
    std::optional<Decimal> value;
    if (has(base_value)) {
        value = number_in(base_value, cell(base_value), 0);
    } else {
        error(base_value, {"an empty cell", "the base has no value", "a number", "fill in base_value"});
    }
    if (has(base_unit)) {
        const auto& meaning =
            base_units_.get(cell(base_unit), [&](std::string_view text) -> CellMeaning<SharedText> {
                const auto unit = builder_.so_far().unit_set().parse(text);
                if (unit) return {text, nullptr};
                return no_meaning<SharedText>({"an unknown unit of measure",
                                               "the unit of measure " + shown(text) + " is not known",
                                               unit.error().expected, unit.error().mend});
            });
        if (meaning.fault) {
            error(base_unit, *meaning.fault);
            return;
        }
        stated_in = meaning.value;
    }
    if (!period || !value) return;
    target_->base = Base{*period, *value, std::move(stated_in)};
}

/// `2022=2.8; 2023=3.10`
void TargetTable::read_milestones() {
    for (const auto& [text, position] : list_in(milestones)) {
        const auto equals = text.find('=');
        if (equals == std::string_view::npos) {
            error(milestones,
                  {"a milestone that cannot be read", "the milestone " + shown(text) + " has no value",
                   "a period and a value, such as 2023=50", "", position});
            continue;
        }
        const auto when = Period::parse(trimmed(text.substr(0, equals)));
        if (!when) {
            auto fault = parse_fault("a period that cannot be read", "period of a milestone",
                                     text.substr(0, equals), when.error());
            fault.position += position;
            error(milestones, std::move(fault));
            continue;
        }
        const auto value = number_in(milestones, trimmed(text.substr(equals + 1)), position + equals + 1);
        if (!value) continue;
        if (std::ranges::find(target_->milestones, *when, &Milestone::period) != target_->milestones.end())
            error(milestones,
                  {"a milestone that stands twice", "two milestones of a target are for " + when->text(), "",
                   "remove one of the two", position});
        target_->milestones.push_back({*when, *value});
    }
}

void TargetTable::read_calendar() {
    if (!has(calendar) && !has(month_weights)) return;
    Calendar made;
    if (!has(calendar)) {
        error(calendar, {"an empty cell", "the calendar is empty and there are month weights", "months",
                         "fill in calendar, or leave month_weights empty"});
        return;
    }
    made.kind = word_in(calendar, pace_kinds_, pace_kind_names, PaceKind::linear);
    for (const auto& [text, position] : list_in(month_weights)) {
        const auto one = number_in(month_weights, text, position);
        if (!one) continue;
        if (one->sign() < 0)
            error(month_weights,
                  {"a negative weight", "a month weight is negative", "0 or more", "", position});
        made.month_weights.push_back(*one);
    }
    target_->calendar = std::move(made);
}

void TargetTable::read_manual() {
    if (!has(manual) && !has(manual_who) && !has(manual_why) && !has(manual_date)) return;
    ManualVerdict made;
    for (const auto column : {manual, manual_who, manual_why}) {
        if (!has(column))
            error(column, {"an empty cell", "the manual verdict has no " + name_of(column),
                           column == manual ? "met or not_met" : "a text", "fill in " + name_of(column)});
    }
    const auto met = std::ranges::find(manual_words, cell(manual));
    if (has(manual) && met == std::end(manual_words))
        error(manual, {"an unknown word", "the manual verdict " + shown(cell(manual)) + " is not known",
                       one_of(manual_words), ""});
    made.met = cell(manual) == "met";
    made.who = cell(manual_who);
    made.why = cell(manual_why);
    if (has(manual_date)) {
        const auto date = parse_date(cell(manual_date));
        if (date) {
            made.date = *date;
        } else {
            error(manual_date,
                  parse_fault("a date that cannot be read", "date", cell(manual_date), date.error()));
        }
    }
    target_->manual = std::move(made);
}

bool TargetTable::says_statement() const {
    return std::ranges::any_of(statement_columns_,
                               [this](std::size_t column) { return !cells_[column].empty(); });
}

void TargetTable::read_statement() {
    if (!says_statement()) return;
    const auto text = [this](std::size_t column) { return cells_[column]; };
    const bool is_first = target_->statements.empty();
    if (is_first && std::ranges::equal(statement_columns_, statement_cells_, {}, text)) {
        target_->statements = statements_;
        return;
    }
    Statement made;
    made.id = shared(statement, statement_ids_);
    made.quote = cell(quote);
    made.section = shared(section, sections_);
    made.item = cell(item);
    made.note = cell(statement_note);
    made.commitment = word_in(commitment, commitments_, commitment_names, Commitment::plain);
    made.joining = word_in(joining, joinings_, joining_names, Joining::all);
    made.lead = units_in(lead, lead_);
    made.responsible = units_in(responsible, responsible_);
    made.supporting = units_in(supporting, supporting_);
    if (has(statement_criterion)) made.criterion = read_statement_criterion();
    target_->statements.push_back(std::move(made));
    if (!is_first || context_.is_faulty() || has(statement_criterion)) return;  // to be read each time
    statements_ = target_->statements;
    statement_cells_.clear();
    for (const auto column : statement_columns_)
        statement_cells_.emplace_back(text(column));
}

std::optional<Criterion> TargetTable::read_statement_criterion() {
    auto part = alone();
    part.readings.clear();
    criterion_in(statement_criterion, cell(statement_criterion), 0, part.readings);
    if (part.readings.empty()) return std::nullopt;
    if (can_ask()) check_criterion(statement_criterion, part);
    return part.readings.front();
}

// ---- Cells ----

/// The text of a cell; rows that have the same share it.
const SharedText& TargetTable::shared(TargetColumn column, CellCache<SharedText>& cache) {
    return cache.get(cell(column), [](std::string_view text) { return SharedText(text); });
}

/// Puts it behind those that are there.
void TargetTable::criterion_in(TargetColumn column, std::string_view text, std::size_t position,
                               SharedList<Criterion>& into) {
    const auto problem = criteria_.read(text, into);
    if (!problem) return;
    auto fault = parse_fault("a criterion that cannot be read", "criterion", text, *problem);
    fault.position += position;
    error(column, std::move(fault));
}

std::optional<Period> TargetTable::period_in(TargetColumn column, Cache<std::optional<Period>>& cache) {
    const auto& meaning =
        cache.get(cell(column), [&](std::string_view text) -> CellMeaning<std::optional<Period>> {
            const auto what = column == due ? std::string("due period") : std::string("base period");
            if (text.empty())
                return no_meaning<std::optional<Period>>(
                    {"an empty cell", "the " + what + " is empty", "a period such as 2025", "fill it in"});
            const auto period = Period::parse(text);
            if (period) return {*period, nullptr};
            return no_meaning<std::optional<Period>>(
                parse_fault("a period that cannot be read", what, text, period.error()));
        });
    if (meaning.fault) error(column, *meaning.fault);
    return meaning.value;
}

std::optional<Decimal> TargetTable::number_in(TargetColumn column, Cache<Decimal>& cache) {
    const auto& meaning = cache.get(cell(column), [&](std::string_view text) -> CellMeaning<Decimal> {
        const auto number = Decimal::parse(text);
        if (number) return {*number, nullptr};
        return no_meaning<Decimal>(
            parse_fault("a number that cannot be read", name_of(column), text, number.error()));
    });
    if (!meaning.fault) return meaning.value;
    error(column, *meaning.fault);
    return std::nullopt;
}

std::optional<Decimal> TargetTable::number_in(TargetColumn column, std::string_view text,
                                              std::size_t position) {
    Decimal number;
    if (read_plain_number(text, number)) return number;
    const auto read = Decimal::parse(text);
    if (read) return *read;
    auto fault = parse_fault("a number that cannot be read", "number", text, read.error());
    fault.position += position;
    error(column, std::move(fault));
    return std::nullopt;
}

/// The parts of a cell between semicolons, each with its place in the cell; empty ones are passed over.
std::vector<std::pair<std::string_view, std::size_t>> TargetTable::list_in(TargetColumn column) const {
    std::vector<std::pair<std::string_view, std::size_t>> parts;
    const auto text = cell(column);
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find(';', begin), text.size());
        const auto part = trimmed(text.substr(begin, end - begin));
        if (!part.empty()) parts.emplace_back(part, static_cast<std::size_t>(part.data() - text.data()));
        begin = end + 1;
    }
    return parts;
}

/// Who answers for a target changes no verdict, so a name that is not defined costs a warning only, and is
/// taken as a unit of that name.
const SharedTexts& TargetTable::units_in(TargetColumn column, Cache<SharedTexts>& cache) {
    return cache
        .get(cell(column),
             [&](std::string_view) {
                 std::vector<std::string> ids;
                 for (const auto& [text, position] : list_in(column)) {
                     if (builder_.so_far().find_responsible_unit(text) == nullptr) {
                         context_.warning(
                             offset_of(column, position), "a responsible unit that is not defined",
                             "the responsible unit " + shown(text) +
                                 " is not defined in the plan; it is taken as a unit of that name",
                             "the id of a responsible unit",
                             "define it under \"responsible_units\" of the plan file");
                         ResponsibleUnit named;
                         named.id = named.name = text;
                         builder_.add(std::move(named));
                     }
                     ids.emplace_back(text);
                 }
                 return CellMeaning<SharedTexts>{std::move(ids), nullptr};
             })
        .value;
}

template <class Enum, std::size_t Count>
Enum TargetTable::word_in(TargetColumn column, Cache<Enum>& cache, const std::string_view (&words)[Count],
                          Enum otherwise) {
    if (!has(column)) return otherwise;
    const auto& meaning = cache.get(cell(column), [&](std::string_view text) -> CellMeaning<Enum> {
        const auto found = std::ranges::find(words, text);
        if (found != std::end(words)) return {static_cast<Enum>(found - std::begin(words)), nullptr};
        const auto meant = nearest(text, words);
        return no_meaning<Enum>(
            {"an unknown word", "the " + name_of(column) + " " + shown(text) + " is not known", one_of(words),
             meant.empty() ? "" : "did you mean " + std::string(meant) + "?"});
    });
    if (meaning.fault) error(column, *meaning.fault);
    return meaning.value;
}

}  // namespace goalpost::detail
