// SPDX-License-Identifier: BSL-1.0
// Compiled once into goalpost::compiled; otherwise included by criterion_words.hpp.
#pragma once

#include <optional>
#include <string_view>
#include <utility>
#include <variant>

#include "goalpost/config.hpp"
#include "goalpost/evaluate/criterion_words.hpp"
#include "goalpost/evaluate/figure_text.hpp"
#include "goalpost/evaluate/period_text.hpp"
#include "goalpost/evaluate/words.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost {
namespace detail {

/// What a measure is called with certain arguments. N stands for the name of the series where it is not the
/// target's own, S for the period after `since`, G for the group, X for the other series of the measure, R
/// and F for rising and falling: 提高 and 下降 by points, 增加 and 减少 by amounts.
struct MeasurePhrase {
    std::string_view name;
    std::string_view arguments;  ///< those it is given, as S, G, X; P: over the plan, without `since`
    std::string_view zh;
    std::string_view rising{};   ///< with a number above zero
    std::string_view falling{};  ///< with one below zero, whose size is then told
};
inline constexpr MeasurePhrase measure_phrases[] = {
    {"level", "", "N"},
    {"share", "X", "占X的比重"},
    {"growth", "", "N同比增速"},
    {"growth", "P", "N增幅"},
    {"growth", "S", "N较S累计增幅"},
    {"annual_growth", "S", "NS以来年均增速"},
    {"multiple", "S", "N与S之比"},
    {"change", "", "N同比增减量", "同比R", "同比F"},
    {"change", "P", "N增减量", "R", "F"},
    {"change", "S", "N较S增减量", "较SR", "较SF"},
    {"improves", "S", "较S"},
    {"completion", "", "N完成率"},
    {"rank", "", "N位次"},
    {"rank", "G", "N在G中位次"},
    {"rank_change", "S", "N较S位次升降数", "位次较S提升", "位次较S后移"},
    {"rank_change", "SG", "N在G中较S位次升降数", "在G中位次较S提升", "在G中位次较S后移"},
    {"gap", "X", "减去X后", "高出X", "低于X"},
    {"contribution", "X", "对X增长的贡献率"},
    {"pull", "X", "拉动X增长"},
    {"coverage", "", "N覆盖率"},
    {"coverage", "X", "对X的覆盖率"},
    {"sum", "G", "GN合计"},
    {"mean", "G", "GN平均值"},
    {"median", "G", "GN中位数"},
    {"earlier", "S", "SN"},
};

/// Whether what is compared is a place, of which the lower is ahead.
inline bool compares_places(const MeasureTerm& measure, const Indicator& indicator) {
    if (measure.name == "rank") return true;
    constexpr std::string_view of_places[] = {"level", "earlier", "mean", "median"};
    if (indicator.kind != IndicatorKind::rank) return false;
    for (const auto name : of_places) {
        if (measure.name == name) return true;
    }
    return false;
}

/// Puts criteria of one indicator into Chinese.
class CriterionZh {
  public:
    CriterionZh(const Plan& plan, const Indicator& indicator) : plan_(&plan), indicator_(&indicator) {}

    [[nodiscard]] std::string of(const Criterion& criterion) const {
        const auto& measure = criterion.measure;
        const bool over_plan = criterion.quantifier.kind == Quantifier::Kind::over_the_plan;
        const auto* known = known_phrase(measure, over_plan, measure.of.has_value());
        const int sign = known == nullptr || known->rising.empty() ? 0 : sign_of_number(criterion);
        auto shown = criterion;
        if (sign < 0) turn(shown);
        auto text = for_whom(criterion.quantifier);
        if (known == nullptr) {
            text += goalpost::text(measure);
        } else if (!is_times(criterion)) {
            const auto phrase = sign == 0 ? known->zh : sign > 0 ? known->rising : known->falling;
            text += filled(phrase, measure, "", by_points(criterion));
        }
        if (criterion.quantifier.kind == Quantifier::Kind::all_of) text += "均";
        if (criterion.comparison == Comparison::about && !text.empty()) text += "为";
        return text + goal(shown) + how_chained(criterion, known != nullptr);
    }

    /// What is asked of the measure.
    [[nodiscard]] std::string goal(const Criterion& criterion) const {
        if (criterion.comparison == Comparison::improves) return "有所改善";
        const auto& measure = criterion.measure;
        const bool places = compares_places(measure, *indicator_);
        auto asked = reference(criterion);
        if (is_times(criterion)) asked = period_text(*measure.since, Language::zh) + "的" + asked;
        switch (criterion.comparison) {
            case Comparison::about: return asked;
            case Comparison::within: return "在" + asked + (criterion.is_masked() ? "的区间内" : "之间");
            default: break;
        }
        if (!places) return std::string(words(criterion.comparison, Language::zh)) + asked;
        const bool series = std::holds_alternative<SeriesReference>(criterion.reference);
        switch (criterion.comparison) {
            case Comparison::at_most: return series ? "不落后于" + asked : "居前" + place_number(criterion);
            case Comparison::less_than: return "领先于" + asked;
            case Comparison::at_least: return "不领先于" + asked;
            case Comparison::more_than: return "落后于" + asked;
            default: return (series ? "等于" : "为") + asked;
        }
    }

    /// What a measure is called that nothing is asked of.
    [[nodiscard]] std::string called(const MeasureTerm& term) const {
        const auto name = name_of({indicator_->id, {}});
        const auto* known = known_phrase(term, false, term.of.has_value());
        if (known == nullptr) return name + "的" + goalpost::text(term);
        auto phrase = known->zh;
        // These two go on with what is asked of them: 减去X后 不低于..., 较S 有所改善.
        if (term.name == "gap") phrase.remove_suffix(std::string_view("后").size());
        if (term.name == "improves") phrase = "N较S增减量";
        const bool named = phrase.find('N') != std::string_view::npos;
        return (named ? "" : name) + filled(phrase, term, name, false) +
               (term.chained ? "（按各年公布增速连乘）" : "");
    }

    /// What a measure is held against.
    [[nodiscard]] std::string reference(const Criterion& criterion) const {
        const bool places = compares_places(criterion.measure, *indicator_);
        return std::visit([&](const auto& one) { return said(one, criterion, places); }, criterion.reference);
    }

  private:
    [[nodiscard]] std::string said(const NumberReference& number, const Criterion& criterion,
                                   bool places) const {
        auto text = places ? place(number.value.text()) : amount(number.value.text(), number.unit, criterion);
        if (!number.tolerance) return text;
        const auto& tolerance = *number.tolerance;
        const auto width = tolerance.amount.text();
        return text + "左右（±" +
               (tolerance.kind == Tolerance::Kind::amount ? in_unit(width, tolerance.unit)
                                                          : "目标值的" + width + "%") +
               "）";
    }
    [[nodiscard]] std::string said(const RangeReference& range, const Criterion& criterion,
                                   bool places) const {
        const auto low = range.low.text();
        const auto high = range.high.text();
        if (places) return place(low) + "至" + place(high);
        // 2至3个, but 5%至6% and 15亿元至16亿元: without its unit the first number would read as another.
        const auto unit = unit_of(range.unit, criterion);
        const bool once = !unit || unit->factor() == 1 || unit->is_points();
        return (once ? low : amount(low, range.unit, criterion)) + "至" + amount(high, range.unit, criterion);
    }
    [[nodiscard]] std::string said(const MaskedReference& masked, const Criterion& criterion,
                                   bool places) const {
        constexpr auto hidden = "****";
        const auto text = places ? place(hidden) : amount(hidden, masked.unit, criterion);
        return criterion.comparison == Comparison::about ? text + "左右" : text;
    }
    [[nodiscard]] std::string said(const SeriesReference& series, const Criterion& criterion, bool) const {
        const auto& measure = series.measure;
        const auto* known = phrase_of(criterion, series);
        auto text = known == nullptr ? goalpost::text(measure)
                                     : filled(known->zh, measure, name_of(*measure.of), false);
        if (series.margin_unit.empty()) return text;
        const bool minus = series.margin.sign() < 0;
        return text + (minus ? "减" : "加") +
               in_unit((minus ? -series.margin : series.margin).text(), series.margin_unit);
    }

    /// 不低于2015年的2倍, as plans say it, and not that the quotient is.
    [[nodiscard]] static bool is_times(const Criterion& criterion) {
        const auto& measure = criterion.measure;
        return measure.name == "multiple" && measure.since && !measure.of && measure.group.empty() &&
               !std::holds_alternative<SeriesReference>(criterion.reference);
    }
    [[nodiscard]] static std::string place(const std::string& number) { return "第" + number + "位"; }
    /// 前3位: the third belongs to them.
    [[nodiscard]] static std::string place_number(const Criterion& criterion) {
        const auto* number = std::get_if<NumberReference>(&criterion.reference);
        return (number != nullptr ? number->value.text() : "****") + "位";
    }

    /// The unit of a number that a measure is held against. Where none is stated, a level is in the
    /// indicator's.
    [[nodiscard]] std::optional<UnitOfMeasure> unit_of(const SharedText& symbol,
                                                       const Criterion& criterion) const {
        if (symbol.empty() && criterion.measure.name == "level") return indicator_->unit;
        const auto unit = plan_->unit_set().parse(symbol);
        return unit ? std::optional(*unit) : std::nullopt;
    }
    [[nodiscard]] std::string amount(std::string number, const SharedText& symbol,
                                     const Criterion& criterion) const {
        if (symbol.empty() && is_times(criterion)) return number + "倍";
        const auto unit = unit_of(symbol, criterion);
        return unit ? with_unit(std::move(number), *unit, Language::zh) : number + symbol.str();
    }
    [[nodiscard]] std::string in_unit(std::string number, const SharedText& symbol) const {
        const auto unit = plan_->unit_set().parse(symbol);
        return unit ? with_unit(std::move(number), *unit, Language::zh) : number + symbol.str();
    }
    [[nodiscard]] bool by_points(const Criterion& criterion) const {
        const auto* number = std::get_if<NumberReference>(&criterion.reference);
        const auto* range = std::get_if<RangeReference>(&criterion.reference);
        if (number == nullptr && range == nullptr) return false;
        const auto unit = unit_of(number != nullptr ? number->unit : range->unit, criterion);
        return unit && unit->is_points();
    }

    [[nodiscard]] static int sign_of_number(const Criterion& criterion) {
        if (const auto* number = std::get_if<NumberReference>(&criterion.reference))
            return number->value.sign();
        const auto* range = std::get_if<RangeReference>(&criterion.reference);
        if (range == nullptr) return 0;
        return range->low.sign() >= 0 ? range->high.sign() : range->high.sign() <= 0 ? -1 : 0;
    }
    /// The same said of the opposite: at most -3 is a fall by at least 3.
    static void turn(Criterion& criterion) {
        switch (criterion.comparison) {
            case Comparison::at_least: criterion.comparison = Comparison::at_most; break;
            case Comparison::more_than: criterion.comparison = Comparison::less_than; break;
            case Comparison::at_most: criterion.comparison = Comparison::at_least; break;
            case Comparison::less_than: criterion.comparison = Comparison::more_than; break;
            default: break;
        }
        if (auto* number = std::get_if<NumberReference>(&criterion.reference)) number->value = -number->value;
        if (auto* range = std::get_if<RangeReference>(&criterion.reference))
            range->low = -std::exchange(range->high, -range->low);
    }

    [[nodiscard]] std::string for_whom(const Quantifier& quantifier) const {
        using Kind = Quantifier::Kind;
        switch (quantifier.kind) {
            case Kind::none: return {};
            case Kind::every: break;
            case Kind::over_the_plan: return "按整个规划期计，";
            case Kind::all_of: return group(quantifier.group);
            case Kind::at_least_count:
                return group(quantifier.group) + "至少" + quantifier.amount.str() + "个成员";
            case Kind::at_least_share: {
                auto amount = quantifier.amount.str();
                std::erase(amount, ' ');
                return group(quantifier.group) + "至少" + amount + "的成员";
            }
        }
        switch (quantifier.frequency) {
            case Frequency::year: return "每年";
            case Frequency::half: return "每半年";
            case Frequency::quarter: return "每季度";
            case Frequency::month: break;
        }
        return "每月";
    }

    /// Nothing where no phrase has these arguments. `of_other`: whether `of` is one, and not what is
    /// measured.
    [[nodiscard]] static const MeasurePhrase* known_phrase(const MeasureTerm& term, bool over_plan,
                                                           bool of_other) {
        const auto arguments =
            std::string(term.since ? "S" : "") + (term.group.empty() ? "" : "G") + (of_other ? "X" : "");
        const MeasurePhrase* found = nullptr;
        for (const auto& one : measure_phrases) {
            if (one.name != term.name.str()) continue;
            if (one.arguments == arguments) found = &one;
            if (over_plan && arguments.empty() && one.arguments == "P") found = &one;
        }
        const bool grows = term.name == "growth" || term.name == "annual_growth" || term.name == "multiple";
        if (found != nullptr && term.chained && (!grows || found->arguments.empty())) return nullptr;
        return found;
    }
    [[nodiscard]] static const MeasurePhrase* phrase_of(const Criterion& criterion,
                                                        const SeriesReference& series) {
        const bool over_plan = criterion.quantifier.kind == Quantifier::Kind::over_the_plan;
        return series.measure.of ? known_phrase(series.measure, over_plan, false) : nullptr;
    }
    [[nodiscard]] std::string filled(std::string_view phrase, const MeasureTerm& term,
                                     const std::string& name, bool points) const {
        std::string text;
        for (const char c : phrase) {
            switch (c) {
                case 'N': text += name; break;
                case 'S': text += period_text(*term.since, Language::zh); break;
                case 'G': text += group(term.group); break;
                case 'R': text += points ? "提高" : "增加"; break;
                case 'F': text += points ? "下降" : "减少"; break;
                case 'X': text += name_of(*term.of); break;
                default: text += c;
            }
        }
        return text;
    }
    /// What phrases do not say: growth is chained from what was published of each year.
    [[nodiscard]] static std::string how_chained(const Criterion& criterion, bool known) {
        const auto* series = std::get_if<SeriesReference>(&criterion.reference);
        const bool measure = known && criterion.measure.chained;
        const bool other =
            series != nullptr && series->measure.chained && phrase_of(criterion, *series) != nullptr;
        if (!measure && !other) return {};
        const auto which = series == nullptr ? "" : !other ? "前者" : !measure ? "后者" : "均";
        return std::string("，") + which + "按各年公布增速连乘";
    }

    [[nodiscard]] std::string name_of(const SeriesName& series) const {
        const auto* indicator = plan_->find_indicator(series.indicator);
        const bool named = indicator != nullptr && !indicator->name.empty();
        const auto& name = named ? indicator->name : series.indicator.str();
        return name.starts_with(series.scope.str()) ? name : series.scope.str() + name;
    }
    [[nodiscard]] std::string group(const SharedText& id) const {
        const auto* found = plan_->find_group(id);
        return found != nullptr && !found->name.empty() ? found->name : id.str();
    }

    const Plan* plan_;
    const Indicator* indicator_;
};

GOALPOST_INLINE std::string goal_zh(const Criterion& criterion, const Indicator& indicator,
                                    const Plan& plan) {
    return CriterionZh(plan, indicator).goal(criterion);
}

}  // namespace detail

GOALPOST_INLINE std::string words(const Criterion& criterion, const Indicator& indicator, const Plan& plan,
                                  Language language) {
    return language == Language::zh ? detail::CriterionZh(plan, indicator).of(criterion) : text(criterion);
}

GOALPOST_INLINE std::string words(const MeasureTerm& measure, const Indicator& indicator, const Plan& plan,
                                  Language language) {
    return language == Language::zh ? detail::CriterionZh(plan, indicator).called(measure)
                                    : text(measure) + " of " + indicator.id;
}

}  // namespace goalpost
