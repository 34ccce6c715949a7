// SPDX-License-Identifier: BSL-1.0
// Random criteria of every shape that the grammar has.
#pragma once

#include <algorithm>
#include <string>
#include <string_view>

#include "goalpost/model/criterion.hpp"
#include "support/random.hpp"

namespace goalpost::test {

/// Plain ids, Chinese ones, words of the grammar, and such as need quotes.
inline constexpr std::string_view ids[] = {"level",
                                           "growth",
                                           "gdp",
                                           "rd_intensity",
                                           "研发投入强度",
                                           "全国",
                                           "山区26县",
                                           "二〇二四",
                                           "3g_stations",
                                           "every",
                                           "all",
                                           "at",
                                           "over",
                                           "of",
                                           "in",
                                           "since",
                                           "chained",
                                           "it",
                                           "R&D 经费",
                                           "say \"now\"",
                                           "back\\slash",
                                           "高新（新昌）",
                                           "甲，乙",
                                           " led by a blank",
                                           "　",
                                           "100%",
                                           "±",
                                           "a:b",
                                           "(",
                                           "-1",
                                           "****",
                                           "改善",
                                           "line\nbreak",
                                           "é"};
inline constexpr std::string_view units[] = {
    "%", "‰", "pp", "个百分点", "家", "万亿元", "m²", "人次", "of", "吨标准煤/万元", "每 万人", "\"", "e5"};

inline Decimal random_decimal(Random& random, bool negative_too = true) {
    const auto digits = random.chance(10) ? 999'999'999'999'999'999 : random.between(0, 9'999);
    const auto places = static_cast<int>(random.chance(2) ? 0 : random.between(0, 4));
    return Decimal(negative_too && random.chance(4) ? -digits : digits, places);
}

inline Period random_period(Random& random) {
    const auto year = static_cast<int>(random.between(1990, 2035));
    switch (random.between(0, 4)) {
        case 0: return Period::of(Frequency::month, year, static_cast<int>(random.between(1, 12)));
        case 1: return Period::of(Frequency::quarter, year, static_cast<int>(random.between(1, 4)));
        case 2:
            return Period::day(
                Period::of(Frequency::month, year, static_cast<int>(random.between(1, 12))).last());
        case 3:
            return Period::span(Period::year(year),
                                Period::year(year + static_cast<int>(random.between(1, 9))));
        default: return Period::year(year);
    }
}

inline std::string random_unit(Random& random) {
    return random.chance(4) ? std::string() : std::string(random.pick(units));
}

inline MeasureTerm random_measure(Random& random) {
    MeasureTerm measure;
    measure.name = random.pick(ids);
    if (random.chance(2)) {
        measure.of.emplace();
        measure.of->indicator = random.pick(ids);
        if (random.chance(2)) measure.of->scope = random.pick(ids);
    }
    if (random.chance(2)) measure.since = random_period(random);
    if (random.chance(3)) measure.group = random.pick(ids);
    measure.chained = random.chance(3);
    return measure;
}

inline Quantifier random_quantifier(Random& random) {
    using Kind = Quantifier::Kind;
    Quantifier quantifier;
    quantifier.kind = static_cast<Kind>(random.between(0, 5));
    if (quantifier.kind == Kind::every) quantifier.frequency = static_cast<Frequency>(random.between(0, 3));
    if (quantifier.over_group()) quantifier.group = random.pick(ids);
    if (quantifier.kind == Kind::at_least_count) {
        const auto count = random.between(1, 2'000);
        quantifier.amount = std::to_string(count);
        quantifier.needed = count;
    } else if (quantifier.kind == Kind::at_least_share && random.chance(2)) {
        const auto bottom = random.between(1, 99);
        const auto top = random.between(1, bottom);
        quantifier.amount = std::to_string(top) + "/" + std::to_string(bottom);
        quantifier.needed = SmallRatio::of(top, bottom);
    } else if (quantifier.kind == Kind::at_least_share) {
        const Decimal percent(random.between(1, 1'000), 1);
        quantifier.amount = percent.text() + " %";
        quantifier.needed = SmallRatio::of(percent.units(), 1'000);
    }
    return quantifier;
}

inline NumberReference random_number(Random& random, bool about) {
    NumberReference number{random_decimal(random), random_unit(random), {}};
    if (!about) return number;
    number.tolerance.emplace();
    number.tolerance->amount = random_decimal(random, false);
    if (random.chance(2)) {
        number.tolerance->kind = Tolerance::Kind::percent_of_it;
    } else {
        number.tolerance->unit = random.pick(units);
    }
    return number;
}

inline Criterion random_criterion(Random& random) {
    Criterion criterion;
    criterion.quantifier = random_quantifier(random);
    criterion.comparison = static_cast<Comparison>(random.between(0, 7));
    if (criterion.comparison == Comparison::improves) {
        criterion.measure.name = "improves";
        criterion.measure.since = random_period(random);
        return criterion;
    }
    criterion.measure = random_measure(random);
    if (random.chance(6)) {
        criterion.reference = MaskedReference{random_unit(random)};
    } else if (criterion.comparison == Comparison::within) {
        const auto a = random_decimal(random), b = random_decimal(random);
        criterion.reference = RangeReference{std::min(a, b), std::max(a, b), random_unit(random)};
    } else if (criterion.comparison == Comparison::about || random.chance(2)) {
        criterion.reference = random_number(random, criterion.comparison == Comparison::about);
    } else {
        SeriesReference series{random_measure(random), Decimal(), {}};
        if (!series.measure.of) series.measure.of.emplace().indicator = random.pick(ids);
        if (random.chance(2)) {
            series.margin = random_decimal(random);
            series.margin_unit = random.pick(units);
        }
        criterion.reference = series;
    }
    return criterion;
}

}  // namespace goalpost::test
