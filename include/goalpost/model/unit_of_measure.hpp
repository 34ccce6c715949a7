// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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
    UnitOfMeasure(std::string symbol, std::string dimension, SmallRatio factor, bool discrete)
        : symbol_(std::move(symbol)), dimension_(std::move(dimension)), factor_(factor), discrete_(discrete) {
        if (factor_.sign() <= 0 || dimension_.empty())
            throw std::invalid_argument("goalpost::UnitOfMeasure: no dimension or factor");
    }

    static UnitOfMeasure percent() { return {"%", "ratio", SmallRatio::of(1, 100), false}; }
    static UnitOfMeasure points() { return {"pp", "points", SmallRatio::of(1, 100), false}; }
    static UnitOfMeasure rank() { return {"位", "rank", 1, true}; }

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
    [[nodiscard]] bool converts_to(const UnitOfMeasure& other) const {
        constexpr std::string_view any = "count:个";
        const auto is_count = [](const std::string& dimension) {
            return dimension.starts_with("count:") || dimension == "person";
        };
        return dimension_ == other.dimension_ || (dimension_ == any && is_count(other.dimension_)) ||
               (other.dimension_ == any && is_count(dimension_));
    }

    friend bool operator==(const UnitOfMeasure& a, const UnitOfMeasure& b) {
        return a.symbol_ == b.symbol_ && a.dimension_ == b.dimension_ && a.factor_ == b.factor_ &&
               a.discrete_ == b.discrete_;
    }

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

namespace detail {

struct BaseUnit {
    std::string_view symbol;
    std::string_view dimension;
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
    bool discrete = false;
};

inline constexpr BaseUnit base_units[] = {
    {"", "ratio"},
    {"%", "ratio", 1, 100},
    {"\xEF\xBC\x85", "ratio", 1, 100},  // full-width
    {"‰", "ratio", 1, 1000},
    {"倍", "ratio"},
    {"个百分点", "points", 1, 100},
    {"百分点", "points", 1, 100},
    {"pp", "points", 1, 100},
    {"位", "rank", 1, 1, true},
    {"元", "元"},
    {"美元", "美元"},
    {"人", "person", 1, 1, true},
    {"名", "person", 1, 1, true},
    {"人次", "count:人次", 1, 1, true},
    {"人年", "person-year"},
    {"平方米", "area"},
    {"平方公里", "area", 1'000'000},
    {"公顷", "area", 10'000},
    {"亩", "area", 2'000, 3},
    {"吨", "mass"},
    {"吨标准煤", "energy"},
    {"千瓦时", "electricity"},
    {"点", "点"},
};

// Counters of things; each counts a dimension of its own.
inline constexpr std::string_view counters[] = {"个", "家", "项", "件", "台", "所", "次", "场", "种",
                                                "户", "篇", "座", "条", "套", "辆", "支", "只", "册",
                                                "批", "例", "处", "宗", "期", "份", "款", "株", "头",
                                                "架", "艘", "队", "组", "类", "门", "对", "张", "天"};

inline constexpr std::pair<std::string_view, std::int64_t> multiples[] = {{"万亿", 1'000'000'000'000},
                                                                          {"千亿", 100'000'000'000},
                                                                          {"百亿", 10'000'000'000},
                                                                          {"十亿", 1'000'000'000},
                                                                          {"亿", 100'000'000},
                                                                          {"千万", 10'000'000},
                                                                          {"百万", 1'000'000},
                                                                          {"十万", 100'000},
                                                                          {"万", 10'000},
                                                                          {"千", 1'000},
                                                                          {"百", 100}};

}  // namespace detail

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/model/detail/unit_of_measure_impl.hpp"  // IWYU pragma: keep
#endif
