// SPDX-License-Identifier: BSL-1.0
// The columns that the kernels' benchmarks judge: amounts of two decimals, rates of four. `ordinary` is what
// a statistical office might publish; in `boundary` every row is built on all of its lines at once, a third
// of the comparands then moved by one unit of the last digit to either side.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>
#include <vector>

namespace bench {

enum class Set : std::uint8_t { ordinary, boundary };

template <class Number>
struct Columns {
    std::vector<Number> value, line, plan, base, other, other_base, earlier, rate, amount;
};
using Units = Columns<std::int64_t>;

inline constexpr int amount_places = 2;
inline constexpr int rate_places = 4;
inline constexpr unsigned years = 5;

inline Units make_units(Set set, std::size_t rows) {
    struct Rate {
        std::int64_t rate, top, bottom;  // 1 + rate = top / bottom
    };
    constexpr Rate rates[] = {{1500, 23, 20}, {500, 21, 20}, {2000, 6, 5},
                              {1000, 11, 10}, {1250, 9, 8},  {250, 41, 40}};
    std::mt19937_64 random(2024);
    const auto between = [&](std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
    };
    const auto fifth = [](std::int64_t x) { return x * x * x * x * x; };
    Units made;
    for (std::size_t row = 0; row < rows; ++row) {
        if (set == Set::ordinary) {
            const auto base = between(10'000, 1'000'000'000);
            const auto value = base / 1000 * between(900, 1250) + between(0, 999);
            const auto other_base = between(10'000, 1'000'000'000);
            made.value.push_back(value);
            made.base.push_back(base);
            made.line.push_back(base / 1000 * between(950, 1200));
            made.plan.push_back(base / 1000 * between(980, 1250) + 1);
            made.other_base.push_back(other_base);
            made.other.push_back(other_base / 1000 * between(900, 1250));
            made.earlier.push_back(base / 1000 * between(400, 1000) + 1);
            made.rate.push_back(between(0, 2000));
            made.amount.push_back(between(-100'000, 100'000));
        } else {
            const auto& rate = rates[random() % 6];
            const auto part = 19 * between(1, 50);
            const auto value = fifth(rate.top) * part;
            const auto off = [&] { return between(0, 2) == 0 ? between(0, 1) * 2 - 1 : 0; };
            const auto base = value / rate.top * rate.bottom + off();
            const auto factor = between(2, 9);
            made.value.push_back(value);
            made.base.push_back(base);
            made.line.push_back(value + off());
            made.plan.push_back(value / 19 * 20 + off());
            made.other.push_back(value * factor + off());
            made.other_base.push_back(base * factor + off());
            made.earlier.push_back(fifth(rate.bottom) * part + off());
            made.rate.push_back(rate.rate);
            made.amount.push_back(value - base + off());
        }
    }
    return made;
}

/// The same columns as another type of number: `convert(units, places)`.
template <class Number, class Convert>
Columns<Number> converted(const Units& units, const Convert& convert) {
    Columns<Number> made;
    const auto fill = [&](std::vector<Number>& to, const std::vector<std::int64_t>& from, int places) {
        to.reserve(from.size());
        for (const auto number : from)
            to.push_back(convert(number, places));
    };
    fill(made.value, units.value, amount_places);
    fill(made.line, units.line, amount_places);
    fill(made.plan, units.plan, amount_places);
    fill(made.base, units.base, amount_places);
    fill(made.other, units.other, amount_places);
    fill(made.other_base, units.other_base, amount_places);
    fill(made.earlier, units.earlier, amount_places);
    fill(made.rate, units.rate, rate_places);
    fill(made.amount, units.amount, amount_places);
    return made;
}

}  // namespace bench
