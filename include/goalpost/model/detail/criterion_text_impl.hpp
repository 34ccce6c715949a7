// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by criterion_text.hpp.
#pragma once

#include <utility>

#include "goalpost/config.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/model/detail/scanner.hpp"

namespace goalpost {
namespace detail {

/// Reads a criterion from left to right; the first thing that cannot stand where it stands ends it.
class CriterionParser {
  public:
    explicit CriterionParser(std::string_view text) : scan_(text) {}

    Result<Criterion> parse() {
        Criterion criterion;
        if (!quantifier(criterion.quantifier) || !sentence(criterion) || !end("the end of the criterion"))
            return *scan_.error();
        return criterion;
    }

    Result<MeasureTerm> parse_measure() {
        MeasureTerm term;
        if (!measure(term, any_measure) || !end("the end of the measure")) return *scan_.error();
        return term;
    }

  private:
    static constexpr std::string_view any_measure = "a measure such as level, growth or share";

    bool end(std::string_view expected) { return scan_.at_end() || scan_.fail(expected); }

    bool quantifier(Quantifier& quantifier) {
        using Kind = Quantifier::Kind;
        if (scan_.word("every")) {
            for (const auto frequency :
                 {Frequency::year, Frequency::half, Frequency::quarter, Frequency::month}) {
                if (!scan_.word(name_of(frequency))) continue;
                quantifier.kind = Kind::every;
                quantifier.frequency = frequency;
                return scan_.expect(":");
            }
            return scan_.fail("year, half, quarter or month");
        }
        if (scan_.word("over")) {
            if (!scan_.word("the") || !scan_.word("plan")) return scan_.fail("the words \"over the plan\"");
            quantifier.kind = Kind::over_the_plan;
            return scan_.expect(":");
        }
        if (scan_.word("all")) {
            quantifier.kind = Kind::all_of;
        } else if (scan_.word("at")) {
            if (!scan_.word("least")) return scan_.fail("the words \"at least\"");
            if (!amount(quantifier)) return false;
        } else {
            return true;
        }
        if (!scan_.word("of")) return scan_.fail("the word \"of\" and a group");
        return scan_.identifier(quantifier.group, "the id of a group") && scan_.expect(":");
    }

    /// `3`, `1/2` or `50 %`
    bool amount(Quantifier& quantifier) {
        Decimal top;
        const auto place = scan_.place();
        if (!scan_.number(top)) return false;
        quantifier.kind = Quantifier::Kind::at_least_share;
        if (scan_.symbol("/")) {
            Decimal bottom;
            if (!scan_.number(bottom)) return false;
            if (top.places() > 0 || bottom.places() > 0 || top.sign() <= 0 || bottom < top)
                return scan_.fail_at(place, "a fraction such as 1/2");
            quantifier.amount = top.text() + "/" + bottom.text();
            quantifier.needed = SmallRatio::of(top.units(), bottom.units());
        } else if (scan_.symbol("%")) {
            if (top.sign() <= 0 || top > Decimal(100))
                return scan_.fail_at(place, "a percentage up to 100 %");
            if (top.places() > 16) return scan_.fail_at(place, "a percentage of at most 16 places");
            quantifier.amount = top.text() + " %";
            quantifier.needed = SmallRatio::of(top.units(), 100 * powers_of_ten[top.places()]);
        } else {
            if (top.places() > 0 || top.sign() <= 0)
                return scan_.fail_at(place, "a whole number, a fraction or a percentage");
            quantifier.kind = Quantifier::Kind::at_least_count;
            quantifier.amount = top.text();
            quantifier.needed = top.units();
        }
        return true;
    }

    bool sentence(Criterion& criterion) {
        const auto place = scan_.place();
        auto& term = criterion.measure;
        if (!measure(term, any_measure)) return false;
        if (term.name == "improves") {
            if (!term.since || term.of || !term.group.empty() || term.chained)
                return scan_.fail_at(place, "the words \"improves(since PERIOD)\"");
            criterion.comparison = Comparison::improves;
            return true;
        }
        return comparison(criterion.comparison) && reference(criterion);
    }

    bool measure(MeasureTerm& measure, std::string_view expected) {
        if (!scan_.identifier(measure.name, expected)) return false;
        if (!scan_.symbol("(")) return true;
        do {
            if (!argument(measure)) return false;
        } while (scan_.symbol(","));
        return scan_.expect(")");
    }

    bool argument(MeasureTerm& measure) {
        if (!measure.of && scan_.word("of")) {
            measure.of.emplace();
            if (!scan_.identifier(measure.of->indicator, "the id of an indicator")) return false;
            return !scan_.symbol("@") || scan_.identifier(measure.of->scope, "a scope");
        }
        if (!measure.since && scan_.word("since")) return scan_.period(measure.since);
        if (measure.group.empty() && scan_.word("in"))
            return scan_.identifier(measure.group, "the id of a group");
        if (!measure.chained && scan_.word("chained")) return measure.chained = true;
        return scan_.fail("of, since, in or chained, each at most once");
    }

    bool comparison(Comparison& comparison) {
        for (const auto candidate : {Comparison::at_least, Comparison::more_than, Comparison::at_most,
                                     Comparison::less_than, Comparison::equal, Comparison::about}) {
            // Before "=", with which some of them begin.
            if (candidate == Comparison::equal && is_foreign_sign()) return false;
            if (!scan_.symbol(sign_of(candidate))) continue;
            comparison = candidate;
            return true;
        }
        if (!scan_.word("in")) return scan_.fail(signs);
        comparison = Comparison::within;
        return true;
    }

    /// Fails at a sign by which people write a comparison elsewhere.
    bool is_foreign_sign() {
        static constexpr const char* known[][2] = {
            {"=>", ">="}, {"=<", "<="},   {"==", "="},    {"≥", ">="}, {"≧", ">="}, {"≤", "<="}, {"≦", "<="},
            {"≈", "~"},   {"＞＝", ">="}, {"＜＝", "<="}, {"＞", ">"}, {"＜", "<"}, {"＝", "="}, {"～", "~"}};
        for (const auto& [foreign, own] : known) {
            if (scan_.begins(foreign)) return !scan_.fail(signs, std::string("write ") + own);
        }
        return false;
    }

    bool reference(Criterion& criterion) {
        if (scan_.symbol("****")) {
            MaskedReference masked;
            criterion.reference = masked;
            return scan_.unit(std::get<MaskedReference>(criterion.reference).unit);
        }
        if (criterion.comparison == Comparison::within) return range(criterion);
        if (scan_.starts_number()) return number(criterion);
        // A measure of another series could not say how far is "about".
        if (criterion.comparison == Comparison::about)
            return scan_.fail("a number with a tolerance, or ****");
        SeriesReference series;
        const auto place = scan_.place();
        if (!measure(series.measure, "a number, **** or a measure of another series")) return false;
        if (!series.measure.of) return scan_.fail_at(place, "a number, **** or a measure \"(of INDICATOR)\"");
        const bool plus = scan_.symbol("+");
        if (plus || scan_.symbol("-")) {
            if (!scan_.number(series.margin) || !scan_.required_unit(series.margin_unit)) return false;
            if (!plus) series.margin = -series.margin;
        }
        criterion.reference = std::move(series);
        return true;
    }

    bool range(Criterion& criterion) {
        RangeReference range;
        if (!scan_.expect("[") || !scan_.number(range.low, true) || !scan_.expect(",")) return false;
        const auto place = scan_.place();
        if (!scan_.number(range.high, true)) return false;
        if (range.high < range.low)
            return scan_.fail_at(place, "a second number that is not below the first");
        if (!scan_.expect("]")) return false;
        if (!scan_.unit(range.unit)) return false;
        criterion.reference = std::move(range);
        return true;
    }

    bool number(Criterion& criterion) {
        NumberReference number;
        if (!scan_.number(number.value) || !scan_.unit(number.unit)) return false;
        if (criterion.comparison == Comparison::about) {
            if (!scan_.symbol("±")) return scan_.fail("\"±\" and a tolerance: how far is \"about\"?");
            Tolerance tolerance;
            const auto place = scan_.place();
            if (!scan_.number(tolerance.amount)) return false;
            if (tolerance.amount.sign() < 0) return scan_.fail_at(place, "a tolerance that is not negative");
            if (!scan_.required_unit(tolerance.unit)) return false;
            if (tolerance.unit == "%" && scan_.word("of")) {
                if (!scan_.word("it")) return scan_.fail("the words \"% of it\"");
                tolerance.kind = Tolerance::Kind::percent_of_it;
                tolerance.unit.clear();
            }
            number.tolerance = std::move(tolerance);
        }
        criterion.reference = std::move(number);
        return true;
    }

    static constexpr const char* signs = ">=, >, <=, <, =, ~ or in";
    Scanner scan_;
};

/// A unit behind a number; nothing where there is none.
inline void append_unit_behind(std::string& text, std::string_view unit) {
    if (unit.empty()) return;
    text += ' ';
    append_unit(text, unit);
}

inline void append_text(std::string& text, const MeasureTerm& measure) {
    append_measure(text, measure.name.str());
    std::string_view before = "(";
    const auto add = [&](std::string_view word) { text.append(std::exchange(before, ", ")).append(word); };
    if (measure.of) {
        add("of ");
        append_id(text, measure.of->indicator.str());
        if (!measure.of->scope.empty()) append_id(text += " @ ", measure.of->scope.str());
    }
    if (measure.since) {
        add("since ");
        text += measure.since->text();
    }
    if (!measure.group.empty()) {
        add("in ");
        append_id(text, measure.group.str());
    }
    if (measure.chained) add("chained");
    if (before != "(") text += ')';
}

inline void append_text(std::string& text, const Reference& reference) {
    if (const auto* number = std::get_if<NumberReference>(&reference)) {
        text += number->value.text();
        append_unit_behind(text, number->unit.str());
        const auto& tolerance = number->tolerance;
        if (!tolerance) return;
        text.append(" ± ").append(tolerance->amount.text());
        if (tolerance->kind == Tolerance::Kind::percent_of_it) {
            text += " % of it";
        } else {
            append_unit(text += ' ', tolerance->unit.str());
        }
    } else if (const auto* range = std::get_if<RangeReference>(&reference)) {
        text.append("[").append(range->low.text()).append(", ").append(range->high.text()).append("]");
        append_unit_behind(text, range->unit.str());
    } else if (const auto* masked = std::get_if<MaskedReference>(&reference)) {
        append_unit_behind(text += "****", masked->unit.str());
    } else {
        const auto& series = std::get<SeriesReference>(reference);
        append_text(text, series.measure);
        if (series.margin_unit.empty()) return;
        const bool minus = series.margin.sign() < 0;
        text.append(minus ? " - " : " + ").append((minus ? -series.margin : series.margin).text());
        append_unit(text += ' ', series.margin_unit.str());
    }
}

GOALPOST_INLINE void append_text(std::string& text, const Criterion& criterion) {
    const auto& quantifier = criterion.quantifier;
    switch (quantifier.kind) {
        case Quantifier::Kind::none: break;
        case Quantifier::Kind::every: text.append("every ").append(name_of(quantifier.frequency)); break;
        case Quantifier::Kind::over_the_plan: text += "over the plan"; break;
        case Quantifier::Kind::all_of: append_id(text += "all of ", quantifier.group.str()); break;
        case Quantifier::Kind::at_least_count:
        case Quantifier::Kind::at_least_share:
            text.append("at least ").append(quantifier.amount.str()).append(" of ");
            append_id(text, quantifier.group.str());
            break;
    }
    if (quantifier.kind != Quantifier::Kind::none) text += ": ";
    append_text(text, criterion.measure);
    if (criterion.comparison == Comparison::improves) return;
    text.append(" ").append(sign_of(criterion.comparison)).append(" ");
    append_text(text, criterion.reference);
}

template <class Part>
std::string as_text(const Part& part) {
    std::string text;
    append_text(text, part);
    return text;
}
}  // namespace detail

GOALPOST_INLINE Result<Criterion> parse_criterion(std::string_view text) {
    return detail::CriterionParser(text).parse();
}
GOALPOST_INLINE Result<MeasureTerm> parse_measure(std::string_view text) {
    return detail::CriterionParser(text).parse_measure();
}
GOALPOST_INLINE std::string text(const MeasureTerm& measure) { return detail::as_text(measure); }
GOALPOST_INLINE std::string text(const Reference& reference) { return detail::as_text(reference); }
GOALPOST_INLINE std::string text(const Criterion& criterion) { return detail::as_text(criterion); }
}  // namespace goalpost
