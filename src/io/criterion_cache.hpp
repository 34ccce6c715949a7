// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "goalpost/model/criterion_text.hpp"
#include "goalpost/model/shared_list.hpp"
#include "io/cell_cache.hpp"
#include "io/plain_number.hpp"

namespace goalpost::detail {

/// Reads criteria that differ in their number only, as those of a table mostly do, without reading the words
/// around it again: `level >= 300 家` after `level >= 250 家`.
class CriterionCache {
  public:
    /// Puts the criterion behind those that are there; else says why it cannot be read.
    std::optional<ParseError> read(std::string_view text, SharedList<Criterion>& into) {
        const auto cut = cut_at_number(text);
        Decimal number;
        if (const auto* known = shape_with(cut, text);
            known != nullptr && (cut.number.empty() || read_plain_number(cut.number, number))) {
            if (into.empty()) {
                into = *known;
            } else {
                into.push_back(known->front());
            }
            if (!cut.number.empty()) std::get<NumberReference>(into.edit().back().reference).value = number;
            return std::nullopt;
        }
        auto read = parse_criterion(text);
        if (!read) return read.error();
        into.push_back(*std::move(read));
        return std::nullopt;
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
        std::size_t begin = 0;
        while (begin < text.size() && !is_comparison(text[begin])) {
            if (text[begin] == '"') return {text};
            ++begin;
        }
        while (begin < text.size() && (is_comparison(text[begin]) || text[begin] == ' '))
            ++begin;
        auto end = begin;
        while (end < text.size() && (text[end] == '-' || text[end] == '.' || is_digit(text[end])))
            ++end;
        if (end == begin || (end < text.size() && text[end] != ' ')) return {text};
        return {text.substr(0, begin), text.substr(begin, end - begin), text.substr(end)};
    }
    static bool is_comparison(char c) noexcept { return c == '<' || c == '>' || c == '='; }
    static bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }
    /// The criterion with some other number in its place, alone in a list; nullptr where it is none that is
    /// kept so.
    const SharedList<Criterion>* shape_with(const Cut& cut, std::string_view text) {
        if (shape_count_ == most_shapes) return nullptr;
        key_.assign(cut.before).append(1, '\0').append(cut.after);
        const auto& known = shapes_.get(key_, [&](std::string_view) {
            ++shape_count_;
            return shape_of(text, cut.number);
        });
        return known.empty() ? nullptr : &known;
    }
    /// The criterion, if it is one whose number is the one that was found; else nothing.
    static SharedList<Criterion> shape_of(std::string_view text, std::string_view number) {
        auto criterion = parse_criterion(text);
        if (!criterion) return {};
        if (number.empty()) return {*criterion};
        const auto* reference = std::get_if<NumberReference>(&criterion->reference);
        const auto value = Decimal::parse(number);
        if (reference == nullptr || reference->tolerance || !value || !reference->value.same_text(*value))
            return {};
        return {*criterion};
    }

    std::size_t shape_count_ = 0;
    std::string key_;
    CellCache<SharedList<Criterion>> shapes_;
};

}  // namespace goalpost::detail
