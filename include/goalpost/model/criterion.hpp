// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <variant>

#include "goalpost/calendar/period.hpp"
#include "goalpost/model/rare.hpp"
#include "goalpost/model/shared_text.hpp"
#include "goalpost/number/decimal.hpp"
#include "goalpost/number/small_ratio.hpp"

namespace goalpost {

/// A series by name: an indicator's id, and a scope where it is not the target's own.
struct SeriesName {
    SharedText indicator{};
    SharedText scope{};
    friend bool operator==(const SeriesName&, const SeriesName&) = default;
};

/// What is computed from a series: `level`, `growth(since 2020)`, `share(of gdp)`; a user's own by its name.
struct MeasureTerm {
    SharedText name = "level";
    Rare<SeriesName> of{};          ///< the other series: `of fixed_asset_investment @ 全国`
    std::optional<Period> since{};  ///< the base period: `since 2020`
    bool chained = false;           ///< by published yearly growth instead of levels
    SharedText group{};             ///< `in top_districts`; empty where not given
    friend bool operator==(const MeasureTerm&, const MeasureTerm&) = default;
};

enum class Comparison : unsigned char {
    at_least,
    more_than,
    at_most,
    less_than,
    equal,
    about,
    within,
    improves
};

/// How far from the number `about` still counts as reached; bounds belong to it.
struct Tolerance {
    enum class Kind : unsigned char { amount, percent_of_it };
    Kind kind = Kind::amount;
    Decimal amount{};
    SharedText unit{};  ///< `pp` or a unit of measure; empty for `percent_of_it`
    friend bool operator==(const Tolerance& a, const Tolerance& b);
};

/// `3.5 % ± 0.05 pp`
struct NumberReference {
    Decimal value{};
    SharedText unit{};  ///< empty: the measure's own
    Rare<Tolerance> tolerance{};
    friend bool operator==(const NumberReference& a, const NumberReference& b);
};

/// `[2, 3] 个`, both ends included
struct RangeReference {
    Decimal low{};
    Decimal high{};
    SharedText unit{};
    friend bool operator==(const RangeReference& a, const RangeReference& b);
};

/// `**** 家`: the plan has a number, and does not show it
struct MaskedReference {
    SharedText unit{};
    friend bool operator==(const MaskedReference&, const MaskedReference&) = default;
};

/// `growth(of fixed_asset_investment) + 1 pp`
struct SeriesReference {
    MeasureTerm measure{};
    Decimal margin{};          ///< signed; zero where there is none
    SharedText margin_unit{};  ///< empty exactly where there is no margin
    friend bool operator==(const SeriesReference& a, const SeriesReference& b);
};

using Reference = std::variant<NumberReference, RangeReference, MaskedReference, SeriesReference>;

/// For which periods or members the comparison must hold.
struct Quantifier {
    enum class Kind : unsigned char { none, every, over_the_plan, all_of, at_least_count, at_least_share };
    Kind kind = Kind::none;
    Frequency frequency = Frequency::year;  ///< for `every`
    SharedText amount{};                    ///< as written, for `at least`: `3`, `1/2`, `50 %`
    SmallRatio needed{};                    ///< the number or the share that must hold
    SharedText group{};                     ///< for `all of` and `at least`
    friend bool operator==(const Quantifier& a, const Quantifier& b);
    [[nodiscard]] bool over_group() const noexcept { return kind >= Kind::all_of; }
};

/// What counts as reached, as a small sentence: `every year: growth >= 10 %`.
///
/// Measure, comparison, reference and quantifier are independent of each other. `parse_criterion` reads and
/// `text` writes the one canonical form: parse(text(c)) == c.
struct Criterion {
    Quantifier quantifier;
    MeasureTerm measure{};
    Comparison comparison = Comparison::at_least;
    Reference reference{};  ///< a NumberReference at first; unused by `improves`
    friend bool operator==(const Criterion&, const Criterion&) = default;

    [[nodiscard]] bool is_masked() const noexcept {
        return std::holds_alternative<MaskedReference>(reference);
    }
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/model/detail/criterion_impl.hpp"  // IWYU pragma: keep
#endif
