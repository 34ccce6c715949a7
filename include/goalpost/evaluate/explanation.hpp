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

/// A published figure that a verdict rests on.
struct ExplainedRow {
    std::uint32_t row = 0;  ///< index into the observations
    std::string indicator;  ///< the name it was published under
    std::string scope;
    Period period = Period::year(2000);
    Basis basis = Basis::level;
    std::string value;  ///< as published, with the bound the source prints and its unit: `> 2000 家`
    ObservationStatus status = ObservationStatus::final;
    std::string source;
};

/// One number of a formula, under the letter it has there.
struct ExplainedInput {
    std::string
        symbol;  ///< `y` the value, `b` its base, `x` the other series, `g` published growth, `p` published
    std::string indicator;
    std::string scope;
    Period period = Period::year(2000);
    Basis basis = Basis::level;
    Figure figure{Reason::missing_observation};
    std::vector<ExplainedRow> rows;  ///< one; several where they are summed; none where the plan states it
};

/// How one measure came to its figure.
struct Calculation {
    std::string measure;  ///< as the criterion writes it: `growth(since 2020)`
    Period period = Period::year(2000);
    std::string formula;       ///< in letters; empty for a measure that tells none
    std::optional<int> years;  ///< `n` of the formula
    std::vector<ExplainedInput> inputs;
    Figure result{Reason::missing_observation};
};

/// The figure held against the line.
struct ExplainedComparison {
    Figure measured{Reason::missing_observation};
    Interval range = Interval::exactly(0);  ///< the true values that rounding allows, in base units
    Comparison comparison = Comparison::at_least;
    Figure line{Reason::missing_observation};  ///< in the unit of `measured`
    Interval line_range = Interval::exactly(0);
    std::string reference;  ///< what the criterion holds it against, as written there
    bool met = false;
    bool show_range = false;  ///< whether rounding turns the verdict, or nearly so
};

/// Two figures for one thing that differ by more than rounding.
struct Conflict {
    Flag flag = Flag::growth_conflict;
    std::string indicator;
    Period period = Period::year(2000);
    Figure used{Reason::missing_observation};
    Figure other{Reason::missing_observation};
};

/// A series and a period for which nothing was published.
struct MissingFigure {
    std::string indicator;
    std::string scope;
    Period period = Period::year(2000);
    std::optional<Period> latest;  ///< the latest period that was published, where there is one
};

/// One period or one member of a quantifier.
struct ExplainedPart {
    std::string name;  ///< the period's text, or the member's scope
    Outcome outcome = Outcome::undetermined;
    Reason reason = Reason::none;
    Figure measured{Reason::missing_observation};
    Figure line{Reason::missing_observation};
};

/// Why a target is judged as it is: inputs, formula, comparison, verdict. Data; `text` puts it in words.
///
/// Its figures refer to units of measure of the evaluation, which must outlive it.
struct Explanation {
    std::string target;     ///< id
    std::string indicator;  ///< name; empty for an invalid target, like all that the plan says of it
    std::string scope;
    std::optional<Period> due;
    std::string criterion;
    std::vector<std::string> readings;  ///< all of them, where the words can mean several things
    std::string problem;                ///< of an invalid target

    Outcome outcome = Outcome::undetermined;
    Stage stage = Stage::interim;
    Status status = Status::undetermined;
    Certainty certainty = Certainty::open;
    Reason reason = Reason::none;
    Flags flags;
    std::optional<Period> observed;

    std::optional<Calculation> measured;
    std::optional<Calculation> line;  ///< where the criterion compares with another series
    std::optional<Calculation> base;
    bool base_is_stated = false;  ///< by the plan
    std::optional<ExplainedComparison> comparison;
    Figures figures;
    std::string at_target_precision;  ///< what the figure reads there: `1.6 万亿元`; empty without that flag

    std::uint32_t held = 0;  ///< of the quantifier's periods or members
    std::uint32_t failed = 0;
    std::uint32_t unknown = 0;
    std::vector<ExplainedPart> parts;

    std::vector<Conflict> conflicts;
    std::vector<MissingFigure> missing;
    std::vector<ExplainedRow> evidence;
};

/// Explains one assessment of an evaluation. Judges that target once more, in detail.
Explanation explain(const Evaluation& evaluation, const Assessment& assessment);

/// `y / b - 1 = 15507.87 / 15000 - 1 = 3.39 %`; empty where the measure tells no formula.
std::string text(const Calculation& calculation, Language language);
/// `15507.87 亿元 >= 16000 亿元 (1.6 万亿元): no`
std::string text(const ExplainedComparison& comparison, Language language);
/// A few plain lines for people, without a line feed each: what was asked, inputs, formula, comparison,
/// verdict, why, what else is worth knowing, sources.
std::vector<std::string> lines(const Explanation& explanation, Language language);
/// The same in one text; every line ends with a line feed.
std::string text(const Explanation& explanation, Language language);

}  // namespace goalpost

#include "goalpost/evaluate/detail/explain.hpp"
#include "goalpost/evaluate/detail/explanation_text.hpp"
