// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by trace.hpp.
#pragma once

#include <algorithm>
#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/trace.hpp"

namespace goalpost {

GOALPOST_INLINE Trace::Trace(bool detailed) : detailed_(detailed) {}

GOALPOST_INLINE void Trace::row(std::uint32_t index) { rows_.push_back(index); }

GOALPOST_INLINE Flags Trace::take_flags() noexcept { return std::exchange(flags_, {}); }

GOALPOST_INLINE void Trace::formula(std::string_view own) {
    if (detailed_) formula_ = own;
}

GOALPOST_INLINE void Trace::contradiction(Contradiction found) {
    flags_ |= found.flag;
    if (detailed_) contradictions_.push_back(std::move(found));
}

GOALPOST_INLINE void Trace::absence(Absence absence) {
    if (detailed_) absences_.push_back(std::move(absence));
}

GOALPOST_INLINE void Trace::input(FormulaInput input) {
    if (detailed_) inputs_.push_back(std::move(input));
}

GOALPOST_INLINE std::span<const std::uint32_t> Trace::sorted_rows() {
    std::sort(rows_.begin(), rows_.end());
    rows_.erase(std::unique(rows_.begin(), rows_.end()), rows_.end());
    return {rows_.data(), rows_.size()};
}

GOALPOST_INLINE Trace::Mark Trace::mark() const {
    return {rows_.size(), inputs_.size(), contradictions_.size(), flags_};
}

GOALPOST_INLINE void Trace::rewind(const Mark& mark) {
    rows_.resize(mark.rows);
    const auto cut = [](auto& items, std::size_t size) {
        items.erase(items.begin() + static_cast<std::ptrdiff_t>(size), items.end());
    };
    cut(inputs_, mark.inputs);
    cut(contradictions_, mark.contradictions);
    flags_ = mark.flags;
}

GOALPOST_INLINE Working Trace::working_since(const Mark& mark) const {
    Working working{formula_, {}};
    for (auto i = mark.inputs; i < inputs_.size(); ++i) {
        // A measure may read one number several times; its formula has one letter for it.
        const auto& input = inputs_[i];
        const auto same = [&](const FormulaInput& other) {
            return other.rows == input.rows && other.symbol == input.symbol && other.period == input.period &&
                   other.indicator == input.indicator && other.scope == input.scope;
        };
        if (std::none_of(working.inputs.begin(), working.inputs.end(), same)) working.inputs.push_back(input);
    }
    return working;
}

GOALPOST_INLINE void Trace::restore_flags(const Mark& mark, Flags kept) {
    flags_ = mark.flags | (flags_ & kept);
    for (auto i = contradictions_.size(); i > mark.contradictions; --i) {
        if (!kept.has(contradictions_[i - 1].flag))
            contradictions_.erase(contradictions_.begin() + static_cast<std::ptrdiff_t>(i - 1));
    }
}

}  // namespace goalpost
