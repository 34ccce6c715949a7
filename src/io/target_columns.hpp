// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

namespace goalpost::detail {

/// The columns of a table of targets, the required ones first.
enum class TargetColumn : unsigned char {
    id,
    indicator,
    due,
    criterion,
    scope,
    base_period,
    base_value,
    base_unit,
    weight,
    standing,
    milestones,
    calendar,
    month_weights,
    evaluators,
    manual,
    manual_who,
    manual_why,
    manual_date,
    note,
    // Of a statement: a row says one, and rows of the same id more.
    statement,
    quote,
    section,
    item,
    statement_criterion,
    commitment,
    joining,
    lead,
    responsible,
    supporting,
    statement_note,
};
inline constexpr std::string_view target_columns[] = {"id",
                                                      "indicator",
                                                      "due",
                                                      "criterion",
                                                      "scope",
                                                      "base_period",
                                                      "base_value",
                                                      "base_unit",
                                                      "weight",
                                                      "standing",
                                                      "milestones",
                                                      "calendar",
                                                      "month_weights",
                                                      "evaluators",
                                                      "manual",
                                                      "manual_who",
                                                      "manual_why",
                                                      "manual_date",
                                                      "note",
                                                      "statement",
                                                      "quote",
                                                      "section",
                                                      "item",
                                                      "statement_criterion",
                                                      "commitment",
                                                      "joining",
                                                      "lead",
                                                      "responsible",
                                                      "supporting",
                                                      "statement_note"};
inline constexpr std::size_t target_column_count = std::size(target_columns);
inline constexpr std::size_t required_target_columns = 4;
static_assert(static_cast<std::size_t>(TargetColumn::statement_note) + 1 == target_column_count);

}  // namespace goalpost::detail
