// SPDX-License-Identifier: BSL-1.0
// The targets file of benchmark_generate, read by hand: its columns in their order, the six shapes of
// criterion that it has. As columns.hpp, wrong without a word where a file is not as expected.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <vector>

#include "columns.hpp"

namespace baseline {

enum class Kind : unsigned char { at_least, more_than, growth, annual_growth, faster };

/// Cells of one line, from left to right.
class Cells {
  public:
    explicit Cells(std::string_view line) : rest_(line) {}
    std::string_view operator()() {
        const auto comma = std::min(rest_.find(','), rest_.size());
        const auto cell = rest_.substr(0, comma);
        rest_.remove_prefix(std::min(comma + 1, rest_.size()));
        return cell;
    }

  private:
    std::string_view rest_;
};

template <class Take>
void for_each_line(std::string_view text, Take take) {
    auto at = text.find('\n');
    while (at != text.npos && at + 1 < text.size()) {
        const auto end = std::min(text.find('\n', at + 1), text.size());
        take(text.substr(at + 1, end - at - 1));
        at = end;
    }
}

struct Targets {
    std::vector<std::string_view> id;
    std::vector<std::uint32_t> indicator, scope, due, base_period, unit;
    std::vector<Kind> kind;
    std::vector<std::int64_t> number;  // ten-thousandths, of a percent too
    std::vector<std::int64_t> base, weight;
    std::vector<std::uint8_t> years;
    Names units;
};

inline int year_of(std::string_view text) {
    int year = 0;
    for (const char digit : text.substr(0, 4))
        year = year * 10 + (digit - '0');
    return year;
}

inline std::string_view up_to(std::string_view text, char end) { return text.substr(0, text.find(end)); }

inline Targets load_targets(std::string_view text, Columns& data, Names& ids) {
    Targets made;
    for_each_line(text, [&](std::string_view line) {
        Cells cell(line);
        made.id.push_back(cell());
        made.indicator.push_back(ids.number(cell()));
        made.scope.push_back(data.scopes.number(cell()));
        const auto due = cell();
        made.due.push_back(data.periods.number(due));
        const auto criterion = cell();
        auto kind = Kind::faster;
        std::uint8_t years = 0;
        std::int64_t number = 0;
        if (criterion.starts_with("level >= ")) {
            kind = Kind::at_least;
            number = ten_thousandths(up_to(criterion.substr(9), ' '));
        } else if (criterion.starts_with("level > ")) {
            kind = Kind::more_than;
            number = ten_thousandths(up_to(criterion.substr(8), ' '));
        } else if (criterion.starts_with("growth >= ")) {
            kind = Kind::growth;
            number = ten_thousandths(up_to(criterion.substr(10), ' '));
        } else if (criterion.starts_with("annual_growth(since ")) {
            kind = Kind::annual_growth;
            years = static_cast<std::uint8_t>(year_of(due) - year_of(criterion.substr(20)));
            number = ten_thousandths(up_to(criterion.substr(criterion.find(">= ") + 3), ' '));
        }
        made.kind.push_back(kind);
        made.years.push_back(years);
        made.number.push_back(number);
        made.base_period.push_back(data.periods.number(cell()));
        made.base.push_back(ten_thousandths(cell()));
        made.weight.push_back(ten_thousandths(cell()) / 10'000);
        made.unit.push_back(made.units.number(cell()));
    });
    return made;
}

}  // namespace baseline
