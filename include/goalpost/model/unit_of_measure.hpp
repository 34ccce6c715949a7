// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "goalpost/number/small_ratio.hpp"
#include "goalpost/result.hpp"

namespace goalpost {

/// In what a figure is counted: 亿元, 家, %, 个百分点 (SDMX `UNIT_MEASURE` with `UNIT_MULT`).
///
/// Two units convert where they measure the same dimension; percent and percentage points never do.
class UnitOfMeasure {
  public:
    /// A pure number: what a multiple or an index is counted in.
    UnitOfMeasure() = default;

    /// `factor` base units of `dimension` make one of this unit; `discrete` where only whole ones exist.
    /// Throws std::invalid_argument where the factor is not positive or the dimension is empty.
    UnitOfMeasure(std::string symbol, std::string dimension, SmallRatio factor, bool discrete);

    static UnitOfMeasure percent();
    static UnitOfMeasure points();
    static UnitOfMeasure rank();

    [[nodiscard]] const std::string& symbol() const noexcept { return symbol_; }
    /// What is counted: `元`, `ratio`, `points`, `rank`, `person`, `count:家` ...
    [[nodiscard]] const std::string& dimension() const noexcept { return dimension_; }
    /// Base units in one of this: 10^8 for 亿元, 1/100 for %.
    [[nodiscard]] const SmallRatio& factor() const noexcept { return factor_; }
    [[nodiscard]] bool is_discrete() const noexcept { return discrete_; }
    /// A part of a whole: %, ‰. 倍 and the pure number are not.
    [[nodiscard]] bool is_percent() const { return dimension_ == "ratio" && factor_ < 1; }
    [[nodiscard]] bool is_points() const noexcept { return dimension_ == "points"; }

    /// Whether figures in both can be held against each other. 个 counts whatever other counters count.
    [[nodiscard]] bool converts_to(const UnitOfMeasure& other) const;

    friend bool operator==(const UnitOfMeasure& a, const UnitOfMeasure& b);

  private:
    std::string symbol_;
    std::string dimension_ = "ratio";
    SmallRatio factor_ = 1;
    bool discrete_ = false;
};

/// The units a reader knows: those of the library and those a plan or a program adds.
class UnitSet {
  public:
    /// Adds or replaces a unit under its symbol.
    void add(UnitOfMeasure unit);

    /// Reads a symbol: an added unit, `%`, `‰`, `个百分点`, `pp`, or 百/千/万/十万/百万/千万/亿/万亿 before a
    /// base unit.
    [[nodiscard]] Result<UnitOfMeasure> parse(std::string_view symbol) const;

    [[nodiscard]] const std::vector<UnitOfMeasure>& added() const noexcept { return added_; }

  private:
    std::vector<UnitOfMeasure> added_;
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/model/detail/unit_of_measure_impl.hpp"  // IWYU pragma: keep
#endif
