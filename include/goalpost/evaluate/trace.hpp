// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "goalpost/calendar/period.hpp"
#include "goalpost/evaluate/reading.hpp"
#include "goalpost/model/basis.hpp"

namespace goalpost {

/// One number that went into a formula, under the letter it has there.
struct FormulaInput {
    std::string symbol;  ///< `y` the value, `b` its base, `x` the other series, `g` published growth
    std::string indicator;
    std::string scope;
    Period period = Period::year(2000);
    Basis basis = Basis::level;
    Ratio value;                          ///< in base units
    const UnitOfMeasure* unit = nullptr;  ///< to show it in
    std::vector<std::uint32_t>
        rows;  ///< the observations it was taken from; none for a base stated by the plan
};

/// What a judgement leaves behind: the rows it rests on, flags, and, when asked for, formula and inputs.
class Trace {
  public:
    explicit Trace(bool detailed = false) : detailed_(detailed) {}

    void row(std::uint32_t index) { rows_.push_back(index); }
    void flag(Flags flags) { flags_ |= flags; }
    void formula(std::string_view own) {
        if (detailed_) formula_ = own;
    }
    void input(FormulaInput input) {
        if (detailed_) inputs_.push_back(std::move(input));
    }

    [[nodiscard]] bool detailed() const noexcept { return detailed_; }
    [[nodiscard]] const std::vector<std::uint32_t>& rows() const noexcept { return rows_; }
    [[nodiscard]] Flags flags() const noexcept { return flags_; }
    [[nodiscard]] const std::string& formula_text() const noexcept { return formula_; }
    [[nodiscard]] const std::vector<FormulaInput>& inputs() const noexcept { return inputs_; }

    /// Where it stands, to return to after a try that found nothing.
    struct Mark {
        std::size_t rows = 0;
        std::size_t inputs = 0;
        Flags flags;
    };
    [[nodiscard]] Mark mark() const { return {rows_.size(), inputs_.size(), flags_}; }
    void rewind(const Mark& mark) {
        rows_.resize(mark.rows);
        inputs_.erase(inputs_.begin() + static_cast<std::ptrdiff_t>(mark.inputs), inputs_.end());
        flags_ = mark.flags;
    }
    /// Puts back the flags of a mark and keeps the rows: what a base says of itself is not said of the
    /// verdict.
    void restore_flags(const Mark& mark, Flags kept) { flags_ = mark.flags | (flags_ & kept); }
    void clear() { rewind({}); }

  private:
    bool detailed_;
    Flags flags_;
    std::vector<std::uint32_t> rows_;
    std::vector<FormulaInput> inputs_;
    std::string formula_;
};

}  // namespace goalpost
