// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/evaluate/figure_text.hpp"
#include "goalpost/evaluate/language.hpp"

namespace goalpost {

namespace detail {

/// Whether something that is not there is the reason.
inline bool is_absence(Reason reason) {
    return reason == Reason::missing_observation || reason == Reason::missing_comparison ||
           reason == Reason::missing_base || reason == Reason::final_value_missing ||
           reason == Reason::not_due || reason == Reason::members_unknown;
}

}  // namespace detail

/// A published figure that a verdict rests on.
struct ExplainedRow {
    std::uint32_t row = 0;  ///< index into the observations
    std::string indicator;  ///< the name it was published under
    std::string scope;
    Period period;
    Basis basis = Basis::level;
    Figure figure{Reason::missing_observation};
    std::string digits;  ///< as published: `3.50`
    Qualifier qualifier = Qualifier::none;
    ObservationStatus status = ObservationStatus::final;
    bool series_break = false;  ///< another definition begins with it
    std::string source;
};

/// One number of a formula, under the letter it has there.
struct ExplainedInput {
    /// `y` the value, `b` its base, `x` the other series, `g` published growth, `p` published otherwise.
    std::string symbol;
    std::string indicator;  ///< its name in the plan
    std::string scope;
    Period period;
    Basis basis = Basis::level;
    Figure figure{Reason::missing_observation};
    std::vector<ExplainedRow> rows;  ///< one; several where they are summed; none where the plan states it
};

/// How one measure came to its figure.
struct Calculation {
    std::string measure;  ///< as the criterion writes it: `growth(since 2020)`
    Period period;
    std::string formula;                 ///< in letters; empty for a measure that tells none
    std::optional<int> years;            ///< `n` of the formula
    std::vector<ExplainedInput> inputs;  ///< in the formula's order
    Figure result{Reason::missing_observation};
    std::vector<Value> edges;  ///< which the result is told apart from, in base units
};

/// The figure held against the line.
struct ExplainedComparison {
    Figure measured{Reason::missing_observation};
    Interval range = Interval::exactly(0);  ///< the true values that rounding allows, in base units
    Comparison comparison = Comparison::at_least;
    std::string reference;                     ///< what it is held against, as the criterion writes it
    std::string reference_zh;                  ///< the same in Chinese
    Figure line{Reason::missing_observation};  ///< in the unit of `measured`
    Interval line_range = Interval::exactly(0);
    /// Where the verdict, or over-fulfilment, turns: the ends of a tolerance or a range, in base units.
    std::vector<Value> edges;
    bool by_series = false;  ///< whether the line is drawn by another series
    bool same_unit = false;  ///< whether `reference` is a number in the unit of `measured`
    bool is_place = false;   ///< whether places are compared, of which the lower is ahead
    bool met = false;
    bool firm = false;     ///< every true value within the printed digits compares so
    bool is_near = false;  ///< the line is in the range, or not farther from it than it is long
};

/// Two figures for one thing that differ by more than rounding.
struct Conflict {
    Flag flag = Flag::growth_conflict;
    std::string indicator;
    Period period;
    Figure used{Reason::missing_observation};
    Figure other{Reason::missing_observation};
};

/// A series and a period for which nothing was published.
struct MissingFigure {
    std::string indicator;
    std::string scope;
    Period period;
    std::optional<Basis> basis;    ///< where it is no level that is missing
    std::optional<Period> latest;  ///< the latest period that such a figure was published for
};

/// One period or one member of a quantifier; or one of the things that words can mean.
struct ExplainedPart {
    std::string name;  ///< the period's text, the member's scope, or the reading's criterion
    std::optional<Period> period;
    std::string criterion_zh;  ///< of a reading, in Chinese
    Outcome outcome = Outcome::undetermined;
    Reason reason = Reason::none;
    Figure measured{Reason::missing_observation};
    Figure line{Reason::missing_observation};
    std::vector<Value> edges{};  ///< as in `ExplainedComparison`
};

/// Why a target is judged as it is: inputs, formula, comparison, verdict. Data; `text` puts it in words.
struct Explanation {
    std::string target;     ///< id
    std::string indicator;  ///< name; empty for an invalid target, like all that the plan says of it
    std::string scope;
    std::optional<Period> due;
    std::string criterion;                ///< in the grammar's words
    std::string criterion_zh;             ///< in Chinese
    std::vector<ExplainedPart> readings;  ///< all of them, where the words can mean several things
    std::optional<Date> in_force_until;   ///< of an earlier version of the target, where that was judged
    std::string why_adjusted;
    std::string problem;  ///< of an invalid target

    Outcome outcome = Outcome::undetermined;
    Stage stage = Stage::interim;
    Status status = Status::undetermined;
    Certainty certainty = Certainty::open;
    Reason reason = Reason::none;
    Flags flags;
    std::optional<Period> observed;
    std::optional<ManualVerdict> manual;

    std::optional<Calculation> measured;
    std::optional<Calculation> line;  ///< where the criterion compares with another series
    std::optional<Calculation> base;
    std::optional<ExplainedComparison> comparison;
    Figures figures;
    Figure elapsed{Reason::not_applicable_figure};  ///< of the target's own span, in %
    Figure planned{Reason::not_applicable_figure};  ///< what the calendar asks for by then, where it differs
    std::string at_target_precision;     ///< what it reads, where it is or would be met so: `1.6 万亿元`
    std::string at_target_precision_zh;  ///< the same in Chinese: 1.6万亿元

    std::uint32_t held = 0;  ///< of the quantifier's periods or members
    std::uint32_t failed = 0;
    std::uint32_t unknown = 0;
    std::vector<ExplainedPart> parts;

    std::vector<Conflict> conflicts;
    std::vector<MissingFigure> missing;  ///< where that is why there is no verdict
    std::vector<ExplainedRow> evidence;
};

/// Explains one assessment of an evaluation. Judges that target once more, in detail.
Explanation explain(const Evaluation& evaluation, const Assessment& assessment);

/// `y / b - 1 = 15507.87 / 15000 - 1 = 3.39 %`; empty where the measure tells no formula, or one letter only.
std::string text(const Calculation& calculation, Language language);
/// `15507.87 亿元 >= 16000 亿元 (1.6 万亿元): no`; in Chinese 15507.87亿元 未达到 16000亿元（1.6万亿元）.
std::string text(const ExplainedComparison& comparison, Language language);
/// A few plain lines for people, without line feeds: what was asked, inputs, formula, comparison, verdict,
/// why, what else is worth knowing, sources.
std::vector<std::string> lines(const Explanation& explanation, Language language);
/// The same in one text; every line ends with a line feed.
std::string text(const Explanation& explanation, Language language);

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/explain.hpp"           // IWYU pragma: keep
#include "goalpost/evaluate/detail/explanation_text.hpp"  // IWYU pragma: keep
#endif
