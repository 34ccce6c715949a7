// SPDX-License-Identifier: BSL-1.0
#include <array>
#include <span>
#include <stdexcept>
#include <string>

#include "goalpost/io/targets_csv.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "io/target_columns.hpp"

namespace goalpost {

namespace {

using detail::TargetColumn;

/// One row of the table, filled by column.
class Row {
  public:
    std::string& operator[](TargetColumn column) { return cells_[static_cast<std::size_t>(column)]; }

    void append_to(std::string& out) const {
        for (std::size_t i = 0; i < cells_.size(); ++i) {
            if (i > 0) out += ',';
            append_cell(out, cells_[i]);
        }
        out += '\n';
    }

  private:
    static void append_cell(std::string& out, const std::string& cell) {
        if (cell.find_first_of(",\"\r\n") == std::string::npos) {
            out += cell;
            return;
        }
        out += '"';
        for (const char c : cell) {
            if (c == '"') out += '"';
            out += c;
        }
        out += '"';
    }

    std::array<std::string, detail::target_column_count> cells_;
};

/// With semicolons between.
std::string list_text(const Target& target, std::span<const std::string> items) {
    std::string text;
    for (const auto& item : items) {
        if (item.find(';') != std::string::npos)
            throw std::invalid_argument("goalpost: target \"" + target.id + "\" names \"" + item +
                                        "\", and a table of targets has semicolons between names");
        text.append(text.empty() ? "" : ";").append(item);
    }
    return text;
}

void put_target(Row& row, const Target& target) {
    using enum TargetColumn;
    row[indicator] = target.indicator;
    row[due] = target.due.text();
    for (const auto& reading : target.readings)
        row[criterion].append(row[criterion].empty() ? "" : " | ").append(text(reading));
    row[scope] = target.scope;
    if (target.base) {
        row[base_period] = target.base->period.text();
        row[base_value] = target.base->value.text();
        row[base_unit] = target.base->unit;
    }
    if (!target.weight.same_text(Decimal(1))) row[weight] = target.weight.text();
    if (target.standing != Standing::active) row[standing] = name_of(target.standing);
    for (const auto& one : target.milestones)
        row[milestones]
            .append(row[milestones].empty() ? "" : ";")
            .append(one.period.text() + "=" + one.value.text());
    if (target.calendar) {
        row[calendar] = name_of(target.calendar->kind);
        for (const auto& one : target.calendar->month_weights)
            row[month_weights].append(row[month_weights].empty() ? "" : ";").append(one.text());
    }
    row[evaluators] = list_text(target, target.evaluators);
    if (target.manual) {
        row[manual] = target.manual->met ? "met" : "not_met";
        row[manual_who] = target.manual->who;
        row[manual_why] = target.manual->why;
        if (target.manual->date) row[manual_date] = date_text(*target.manual->date);
    }
    row[note] = target.note;
}

void put_statement(Row& row, const Target& target, const Statement& one) {
    using enum TargetColumn;
    row[statement] = one.id;
    row[quote] = one.quote;
    row[section] = one.section;
    row[item] = one.item;
    if (one.criterion) row[statement_criterion] = text(*one.criterion);
    if (one.commitment != Commitment::plain) row[commitment] = name_of(one.commitment);
    if (one.joining != Joining::all) row[joining] = name_of(one.joining);
    row[lead] = list_text(target, one.lead);
    row[responsible] = list_text(target, one.responsible);
    row[supporting] = list_text(target, one.supporting);
    row[statement_note] = one.note;
}

}  // namespace

std::string write_targets_csv(const Plan& plan) {
    std::string out;
    for (std::size_t i = 0; i < detail::target_column_count; ++i)
        out.append(i == 0 ? "" : ",").append(detail::target_columns[i]);
    out += '\n';
    for (const auto& target : plan.targets()) {
        if (!target.versions.empty())
            throw std::invalid_argument("goalpost: target \"" + target.id +
                                        "\" has earlier versions, for which a table of targets has no place");
        Row row;
        row[TargetColumn::id] = target.id;
        put_target(row, target);
        if (!target.statements.empty()) put_statement(row, target, target.statements.front());
        row.append_to(out);
        for (std::size_t i = 1; i < target.statements.size(); ++i) {
            Row further;
            further[TargetColumn::id] = target.id;
            put_statement(further, target, target.statements[i]);
            further.append_to(out);
        }
    }
    return out;
}

}  // namespace goalpost
