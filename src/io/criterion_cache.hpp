// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "goalpost/model/criterion_text.hpp"
#include "io/cell_cache.hpp"
#include "io/plain_number.hpp"

namespace goalpost::detail {

/// Reads criteria that differ in their number only, as those of a table mostly do, without reading the words
/// around it again: `level >= 300 家` after `level >= 250 家`.
class CriterionCache {
  public:
    Result<Criterion> parse(std::string_view text) {
        const auto cut = cut_at_number(text);
        key_.assign(cut.before).append(1, '\0').append(cut.after);
        if (shape_count_ == most_shapes) return parse_criterion(text);
        const auto& known = shapes_.get(key_, [&](std::string_view) {
            ++shape_count_;
            return shape_of(text, cut.number);
        });
        if (!known) return parse_criterion(text);
        Criterion criterion = *known;
        if (cut.number.empty()) return criterion;
        Decimal number;
        if (!read_plain_number(cut.number, number)) return parse_criterion(text);
        std::get<NumberReference>(criterion.reference).value = number;
        return criterion;
    }

  private:
    static constexpr std::size_t most_shapes = 4096;  // a table with more gains nothing by them

    struct Cut {
        std::string_view before;
        std::string_view number{};  // empty where there is none that can be told apart
        std::string_view after{};
    };

    /// The number that follows a comparison and is followed by a blank, or by nothing.
    static Cut cut_at_number(std::string_view text) {
        auto begin = text.find_first_of("<>=\"");
        if (begin == std::string_view::npos || text[begin] == '"') return {text};
        begin = std::min(text.find_first_not_of("<>= ", begin), text.size());
        const auto end = std::min(text.find_first_not_of("-.0123456789", begin), text.size());
        if (end == begin || (end < text.size() && text[end] != ' ')) return {text};
        return {text.substr(0, begin), text.substr(begin, end - begin), text.substr(end)};
    }
    /// The criterion, if it is one whose number is the one that was found.
    static std::optional<Criterion> shape_of(std::string_view text, std::string_view number) {
        auto criterion = parse_criterion(text);
        if (!criterion) return std::nullopt;
        if (number.empty()) return *criterion;
        const auto* reference = std::get_if<NumberReference>(&criterion->reference);
        const auto value = Decimal::parse(number);
        if (reference == nullptr || reference->tolerance || !value || !reference->value.same_text(*value))
            return std::nullopt;
        return *criterion;
    }

    std::size_t shape_count_ = 0;
    std::string key_;
    CellCache<std::optional<Criterion>> shapes_;
};

}  // namespace goalpost::detail
