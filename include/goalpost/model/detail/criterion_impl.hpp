// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by criterion.hpp.
#pragma once

#include "goalpost/config.hpp"
#include "goalpost/model/criterion.hpp"

namespace goalpost {

GOALPOST_INLINE bool operator==(const Tolerance& a, const Tolerance& b) {
    return a.kind == b.kind && a.amount.same_text(b.amount) && a.unit == b.unit;
}

GOALPOST_INLINE bool operator==(const NumberReference& a, const NumberReference& b) {
    return a.value.same_text(b.value) && a.unit == b.unit && a.tolerance == b.tolerance;
}

GOALPOST_INLINE bool operator==(const RangeReference& a, const RangeReference& b) {
    return a.low.same_text(b.low) && a.high.same_text(b.high) && a.unit == b.unit;
}

GOALPOST_INLINE bool operator==(const SeriesReference& a, const SeriesReference& b) {
    return a.measure == b.measure && a.margin.same_text(b.margin) && a.margin_unit == b.margin_unit;
}

GOALPOST_INLINE bool operator==(const Quantifier& a, const Quantifier& b) {
    return a.kind == b.kind && a.frequency == b.frequency && a.amount == b.amount && a.needed == b.needed &&
           a.group == b.group;
}

}  // namespace goalpost
