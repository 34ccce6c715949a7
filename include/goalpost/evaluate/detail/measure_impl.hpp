// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by measure.hpp.
#pragma once

#include <algorithm>
#include <stdexcept>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/measure.hpp"

namespace goalpost {

static_assert(Measure<AnyMeasure>);

GOALPOST_INLINE MeasureSet::MeasureSet() = default;
GOALPOST_INLINE MeasureSet::MeasureSet(const MeasureSet& other) = default;
GOALPOST_INLINE MeasureSet::MeasureSet(MeasureSet&& other) noexcept = default;
GOALPOST_INLINE MeasureSet& MeasureSet::operator=(const MeasureSet& other) = default;
GOALPOST_INLINE MeasureSet& MeasureSet::operator=(MeasureSet&& other) noexcept = default;
GOALPOST_INLINE MeasureSet::~MeasureSet() = default;

GOALPOST_INLINE MeasureSet& MeasureSet::add(std::string name, AnyMeasure measure) {
    if (name.empty()) throw std::invalid_argument("goalpost: a measure needs a name");
    for (auto& known : measures_) {
        if (known.first != name) continue;
        known.second = std::move(measure);
        return *this;
    }
    measures_.emplace_back(std::move(name), std::move(measure));
    return *this;
}

GOALPOST_INLINE const AnyMeasure* MeasureSet::find(std::string_view name) const {
    for (const auto& known : measures_) {
        if (known.first == name) return &known.second;
    }
    return nullptr;
}

GOALPOST_INLINE std::vector<std::string> MeasureSet::names() const {
    std::vector<std::string> names;
    for (const auto& known : measures_)
        names.push_back(known.first);
    std::sort(names.begin(), names.end());
    return names;
}

}  // namespace goalpost
