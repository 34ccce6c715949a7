// SPDX-License-Identifier: BSL-1.0
#pragma once

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
        std::optional<Decimal> number;
        const auto* shape = expected_shape(text, number);
        if (shape == nullptr) shape = shape_of(text, number);
        if (shape != nullptr) {
            if (into.empty()) {
                into = shape->criterion;
            } else {
                into.push_back(shape->criterion.front());
            }
            if (number) std::get<NumberReference>(into.edit().back().reference).value = *number;
            return std::nullopt;
        }
        auto read = parse_criterion(text);
        if (!read) return read.error();
        into.push_back(*std::move(read));
        return std::nullopt;
    }

  private:
    static constexpr std::size_t most_shapes = 4096;  // a table with more gains nothing by them

    /// A criterion with some number in it, alone in a list; empty where it is none that can be kept so. Its
    /// key is the text before the number, NUL, and the text behind it.
    struct Shape {
        SharedList<Criterion> criterion{};
        std::size_t before = 0;  // bytes of the key
        bool has_number = false;
    };
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

    /// The shape that this text most likely has, where it has it: nothing is cut or put together for it.
    const Shape* expected_shape(std::string_view text, std::optional<Decimal>& number) {
        return shapes_.expected_where([&](const auto& entry) {
            number.reset();
            const auto& shape = entry.value;
            const auto around = entry.size - 1;  // without NUL
            if (shape.criterion.empty() || text.size() < around ||
                (text.size() > around) != shape.has_number ||
                !same_bytes(text.data(), entry.key, shape.before))
                return false;
            const auto after = around - shape.before;
            if (!same_bytes(text.data() + text.size() - after, entry.key + shape.before + 1, after))
                return false;
            return !shape.has_number ||
                   read_plain_number(text.substr(shape.before, text.size() - around), number.emplace());
        });
    }
    const Shape* shape_of(std::string_view text, std::optional<Decimal>& number) {
        number.reset();
        if (shape_count_ == most_shapes) return nullptr;
        const auto cut = cut_at_number(text);
        if (!cut.number.empty() && !read_plain_number(cut.number, number.emplace())) return nullptr;
        key_.assign(cut.before).append(1, '\0').append(cut.after);
        const auto& known = shapes_.get(key_, [&](std::string_view) {
            ++shape_count_;
            return Shape{with_number(text, cut.number), cut.before.size(), !cut.number.empty()};
        });
        return known.criterion.empty() ? nullptr : &known;
    }
    /// The criterion, if it is one whose number is the one that was found; else nothing.
    static SharedList<Criterion> with_number(std::string_view text, std::string_view number) {
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
    CellCache<Shape> shapes_;
};

}  // namespace goalpost::detail
