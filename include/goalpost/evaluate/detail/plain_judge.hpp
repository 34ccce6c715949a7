// SPDX-License-Identifier: BSL-1.0
// Judges plain targets in integers, without a trace. What it cannot be sure of it leaves to Judge, whose
// verdicts are the same wherever both give one.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "goalpost/evaluate/assessment.hpp"
#include "goalpost/evaluate/binding.hpp"
#include "goalpost/evaluate/detail/plain_number.hpp"
#include "goalpost/evaluate/options.hpp"

namespace goalpost::detail {

/// The rows that a verdict rests on: sorted, each once.
class PlainEvidence {
  public:
    void clear() noexcept { size_ = 0; }
    void add(std::uint32_t row) noexcept {
        auto at = size_;
        while (at > 0 && rows_[at - 1] > row)
            --at;
        if (at > 0 && rows_[at - 1] == row) return;
        std::copy_backward(rows_.begin() + static_cast<std::ptrdiff_t>(at),
                           rows_.begin() + static_cast<std::ptrdiff_t>(size_),
                           rows_.begin() + static_cast<std::ptrdiff_t>(size_ + 1));
        rows_[at] = row;
        ++size_;
    }
    [[nodiscard]] std::span<const std::uint32_t> rows() const noexcept { return {rows_.data(), size_}; }

  private:
    std::array<std::uint32_t, 64> rows_{};  // four figures, each the sum of twelve months at most
    std::size_t size_ = 0;
};

constexpr bool is_rate(PlainShape shape) noexcept {
    return shape == PlainShape::growth || shape == PlainShape::growth_since ||
           shape == PlainShape::annual_growth;
}

/// What a plain target measured and where its line lies, for figures that stand beside the verdict. Of growth
/// both are 1 + the rate; of annual growth what was measured is that of all years together.
struct PlainFigures {
    static constexpr std::uint32_t no_row = UINT32_MAX;
    Fraction measured;
    Fraction line;
    int side = 0;           ///< order of what was measured to the line
    bool has_line = false;  ///< false where nothing was measured
    std::optional<Fraction> base;
    // Of a level the same as they were published; the line where it is another series.
    PlainFigure own_level;
    PlainFigure other_level;
    PlainFigure base_level;
    std::uint32_t measured_row =
        no_row;  ///< of the figures, where they were published as they are: their unit
    std::uint32_t base_row = no_row;
};

/// Growth on a year before, where a target was read.
struct PlainGrowth {
    Reason reason = Reason::none;
    Fraction factor;  ///< 1 + the rate
    std::uint32_t row = PlainFigures::no_row;
};

/// Units and indicators of a plan and its data in integers; immutable, made once for any number of dates.
class PlainJudge {
  public:
    PlainJudge(const Plan& plan, const Observations& data, const Binding& binding,
               const EvaluateOptions& options);

    /// The rows of both series that a target is about; the other's empty where there is none.
    struct Located {
        std::span<const SeriesSpan> own;
        std::span<const SeriesSpan> other;
    };
    [[nodiscard]] Located locate(const PlainTarget& target) const {
        const bool needs_other = target.against_series || target.shape == PlainShape::share;
        return {binding_->spans_at(target.indicator, target.scope),
                needs_other ? binding_->spans_at(target.other, target.other_scope)
                            : std::span<const SeriesSpan>()};
    }
    /// Brings the rows near, so that many targets wait for memory at once.
    void fetch(const Located& located) const noexcept;

    /// False where the target has to be judged by Judge; then `codes`, `evidence` and `figures` mean nothing.
    /// With `figures`, only these are found, and only of due figures: there is no evidence, and of `codes`
    /// only the reason, where nothing was measured, and `met_at_base`.
    [[nodiscard]] bool judge(const PlainTarget& target, const Located& located, const Date& as_of,
                             Assessment& codes, PlainEvidence& evidence,
                             PlainFigures* figures = nullptr) const;
    /// The number that a target states; nothing where its digits leave 64 bits.
    [[nodiscard]] std::optional<PlainFigure> stated_line(const PlainTarget& target) const {
        return PlainFigure::read(Decimal(target.number, target.places), unit(target.unit, target.indicator));
    }
    /// A due level over the number that the target states, for a target that was judged, whose verdict rests
    /// on these rows; nothing where that takes more than bringing both to the same digits.
    [[nodiscard]] std::optional<Fraction> completion(const PlainTarget& target,
                                                     std::span<const std::uint32_t> evidence,
                                                     const Date& as_of) const;
    /// As Growth measures it beside the verdict; nothing where that is for Judge. `year_before` is that of
    /// the target's reading, and `found` what was found there.
    [[nodiscard]] std::optional<PlainGrowth> growth_beside(const PlainTarget& target, const Located& located,
                                                           const Period& year_before, const Date& as_of,
                                                           const PlainFigures& found) const;

  private:
    enum class Found : unsigned char { yes, no, unclear };
    struct Reading {
        Found found = Found::no;
        bool provisional = false;
        std::uint32_t row = 0;    // the first; the others follow it
        std::uint32_t count = 1;  // of rows that were added up
        PlainFigure figure;
        explicit operator bool() const noexcept { return found == Found::yes; }
    };
    static Reading unclear() noexcept {
        Reading reading;
        reading.found = Found::unclear;
        return reading;
    }
    struct IndicatorInShort {
        PlainUnit unit;
        IndicatorKind kind = IndicatorKind::flow;
        Better better = Better::higher;
    };
    struct Series {
        std::uint32_t indicator;
        std::span<const SeriesSpan> spans;
    };
    struct Finding {  // what is told of one target
        const Date& as_of;
        Assessment& codes;
        PlainEvidence& evidence;
        PlainFigures* figures;  // nullptr where they are not asked for
        /// What was told on the way to a figure that is not there.
        void take_back() const noexcept {
            codes.flags = {};
            evidence.clear();
        }
        void rest_on(const Reading& reading) const noexcept {
            if (figures != nullptr) return;
            for (std::uint32_t i = 0; i < reading.count; ++i)
                evidence.add(reading.row + i);
        }
        void take(const Reading& reading) const noexcept {
            rest_on(reading);
            if (reading.provisional) codes.flags |= Flag::provisional;
        }
        void is_measured(std::uint32_t row) const noexcept {
            if (figures != nullptr) figures->measured_row = row;
        }
        void is_base(const Reading& reading) const noexcept {
            if (figures == nullptr) return;
            figures->base_level = reading.figure;
            if (reading.count > 0) figures->base_row = reading.row;
        }
    };

    [[nodiscard]] PlainUnit in_short(const UnitOfMeasure& unit);
    [[nodiscard]] const PlainUnit& unit(std::uint16_t number, std::uint32_t indicator) const {
        return number == PlainTarget::own_unit  ? indicators_[indicator].unit
               : number == PlainTarget::percent ? percent_
               : number == PlainTarget::pure    ? pure_
                                                : target_units_[number];
    }
    [[nodiscard]] Reading read(std::uint32_t row, const PlainUnit& like) const;
    /// The first row of a span that is on a basis and does not end before that day.
    [[nodiscard]] std::uint32_t first_row(const SeriesSpan& span, Basis basis, const Date& last) const;
    /// The one visible row on a basis for a period, or at its end.
    [[nodiscard]] Reading find(const Series& series, Basis basis, const Period& period, const Date& as_of,
                               bool at_end, const PlainUnit& like) const;
    [[nodiscard]] Reading level(const Series& series, const Period& period, const Date& as_of) const;
    [[nodiscard]] Reading sum(const Series& series, const Period& period, const Date& as_of) const;
    [[nodiscard]] bool may_be_revised(const Series& series, const Period& period) const;
    /// The level that the verdict on a level rests on, where one row of its evidence tells it: it need not be
    /// sought again.
    [[nodiscard]] Reading level_in(std::span<const std::uint32_t> evidence, const PlainTarget& target) const;

    /// What the plan states of its base: a reading without rows.
    [[nodiscard]] Reading stated_base(const PlainTarget& target, const Series& own,
                                      const Finding& finding) const;

    /// What a target measures where it is read, and how that lies to its line.
    struct Held {
        std::optional<Fraction> limit;  ///< nothing where another series draws the line
        PlainNumber measured;
        PlainNumber reference;  ///< that series' number
        std::optional<PlainNumber> before;
        Position position;
        Holding holding;
        bool met_at_base = false;
    };
    /// The latest period before the due one at which it may be read.
    struct Latest {
        std::optional<Period> period;
        bool any = false;      ///< whether anything was published at all
        bool unclear = false;  ///< whether that is for Judge to say
    };

    // Each is `unclear` where that is not plain, and `no` where a figure is not there.
    [[nodiscard]] Found quotient(const Reading& top, const Reading& bottom, PlainNumber& found) const;
    /// 1 + growth on a year before.
    [[nodiscard]] Found growth(const Series& series, const PlainTarget& target, const Finding& finding,
                               PlainNumber& found, bool& is_published) const;
    /// What the target asks for, and the same of the other series where it is held against that.
    [[nodiscard]] Found measure(const PlainTarget& target, const Series& own, const Series& other,
                                const Finding& finding, PlainNumber& measured, PlainNumber& reference) const;
    [[nodiscard]] Found hold(const PlainTarget& target, const Series& own, const Series& other,
                             const Finding& finding, Held& held) const;
    // Each is false where that is not plain.
    /// The same at the base period; nothing where it has no meaning there.
    [[nodiscard]] bool measure_base(const PlainTarget& target, const Series& own, const Series& other,
                                    const Finding& finding, std::optional<PlainNumber>& before) const;
    /// Of a target without a due figure.
    [[nodiscard]] bool judge_early(const PlainTarget& target, const Series& own, const Series& other,
                                   const Finding& finding) const;
    [[nodiscard]] bool settle_early(const PlainTarget& target, const Series& own, const Held& held,
                                    const Period& observed, const Finding& finding) const;
    /// The sign of how far it is ahead of an even way; nothing where there is no such way.
    [[nodiscard]] bool find_pace(const PlainTarget& target, const Held& held, const Period& observed,
                                 bool inside, std::optional<int>& ahead) const;
    /// The first one, or the first behind another.
    [[nodiscard]] Latest latest(const PlainTarget& target, const Series& own, const Date& as_of,
                                const std::optional<Period>& behind = {}) const;
    [[nodiscard]] bool is_unseen(const PlainTarget& target, const Series& own, const Finding& finding) const;
    /// Where it was read nowhere; false where that is for Judge to say.
    [[nodiscard]] bool find_reason(const PlainTarget& target, const Series& own, bool any,
                                   const Finding& finding) const;
    /// The target as it is read at another period; false where it cannot be.
    [[nodiscard]] bool read_at(PlainTarget& target, const Period& period) const;

    void settle(const PlainTarget& target, const Held& held, bool part_sum, Assessment& codes) const;
    void conclude(Assessment& codes) const {
        if (require_firm_) demand_firm(codes);
    }
    /// Whether part-period values grow towards the target.
    [[nodiscard]] bool accumulates(const PlainTarget& target) const {
        return target.shape == PlainShape::level && indicators_[target.indicator].kind == IndicatorKind::flow;
    }
    /// The line of a target whose number is `twice` / 2 of its last digit.
    [[nodiscard]] std::optional<Fraction> line(const PlainTarget& target, int128 twice) const;
    /// The same before the years of annual growth make a power of it.
    [[nodiscard]] Fraction yearly_line(const PlainTarget& target, int128 twice) const;
    [[nodiscard]] bool would_be_met(const PlainTarget& target, const Fraction& point) const;
    [[nodiscard]] static Between between(Comparison comparison, const Position& at) noexcept;

    const Observations* data_;
    const Binding* binding_;
    std::vector<std::string> dimensions_;
    std::vector<PlainUnit> data_units_;
    std::vector<PlainUnit> target_units_;
    std::vector<IndicatorInShort> indicators_;
    std::vector<std::pair<std::uint32_t, std::uint32_t>> ratios_;  // numerator and denominator, sorted
    PlainUnit percent_;
    PlainUnit pure_;
    std::array<bool, 8> known_{};  // shapes whose measure is the library's own
    bool require_firm_ = false;
};

}  // namespace goalpost::detail

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/plain_judge_impl.hpp"  // IWYU pragma: keep
#endif
