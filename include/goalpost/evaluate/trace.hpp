// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/calendar/period.hpp"
#include "goalpost/evaluate/reading.hpp"
#include "goalpost/model/basis.hpp"
#include "goalpost/model/indicator.hpp"

namespace goalpost {

/// One number that went into a formula, under the letter it has there.
struct FormulaInput {
    std::string symbol;  ///< `y` the value, `b` its base, `x` the other series, `g` published growth
    std::string indicator;
    std::string scope;
    Period period;
    Basis basis = Basis::level;
    Ratio value;                          ///< in base units
    const UnitOfMeasure* unit = nullptr;  ///< to show it in
    /// The observations it was taken from: one, or those that it is the sum of; none for a base that the plan
    /// states.
    std::vector<std::uint32_t> rows;
};

/// How one measure came to its number.
struct Working {
    std::string formula;  ///< in the letters of the inputs: `y / b - 1`; empty where the measure tells none
    std::vector<FormulaInput> inputs;
};

/// Two numbers for one thing that differ by more than rounding: the one that was used, and the other.
struct Contradiction {
    Flag flag = Flag::growth_conflict;
    std::string indicator;
    Period period;
    Value used;  ///< in base units
    Value other;
    const UnitOfMeasure* unit = nullptr;  ///< to show both in
};

/// A figure that was looked for, and not published.
struct Absence {
    std::string symbol;  ///< as in `FormulaInput`
    const Indicator* indicator = nullptr;
    std::string scope;
    Period period;
    std::optional<Basis> basis{};  ///< nothing for a level, on whatever basis the indicator has it
};

/// What a judgement leaves behind: the rows it rests on, flags, and, when asked for, formula and inputs,
/// contradictions, and what was looked for in vain.
class Trace {
  public:
    explicit Trace(bool detailed = false);

    void row(std::uint32_t index);
    void flag(Flags flags) { flags_ |= flags; }
    /// Begins anew without flags; gives those it had.
    [[nodiscard]] Flags take_flags() noexcept;
    void contradiction(Contradiction found);
    void absence(Absence absence);
    void formula(std::string_view own);
    void input(FormulaInput input);

    [[nodiscard]] bool detailed() const noexcept { return detailed_; }
    [[nodiscard]] const std::vector<std::uint32_t>& rows() const noexcept { return rows_; }
    /// The rows in order, each once.
    [[nodiscard]] std::span<const std::uint32_t> sorted_rows();
    [[nodiscard]] Flags flags() const noexcept { return flags_; }
    [[nodiscard]] const std::vector<Contradiction>& contradictions() const noexcept {
        return contradictions_;
    }
    /// Of every try, those that were given up too.
    [[nodiscard]] const std::vector<Absence>& absences() const noexcept { return absences_; }

    /// Where it stands, to return to after a try that found nothing.
    struct Mark {
        std::size_t rows = 0;
        std::size_t inputs = 0;
        std::size_t contradictions = 0;
        Flags flags;
    };
    [[nodiscard]] Mark mark() const;
    void rewind(const Mark& mark);
    /// What the measure did that was run since then, each number that it read once.
    [[nodiscard]] Working working_since(const Mark& mark) const;
    /// Puts back the flags of a mark and keeps the rows: what a base says of itself is not said of the
    /// verdict.
    void restore_flags(const Mark& mark, Flags kept);
    void clear() { rewind({}); }

  private:
    bool detailed_;
    Flags flags_;
    std::vector<std::uint32_t> rows_;
    std::vector<FormulaInput> inputs_;
    std::vector<Contradiction> contradictions_;
    std::vector<Absence> absences_;
    std::string formula_;
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/trace_impl.hpp"  // IWYU pragma: keep
#endif
