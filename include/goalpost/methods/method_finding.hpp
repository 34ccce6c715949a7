// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

#include "goalpost/evaluate/figure_text.hpp"
#include "goalpost/evaluate/finding.hpp"
#include "goalpost/evaluate/words.hpp"
#include "goalpost/methods/method.hpp"
#include "goalpost/methods/target_level.hpp"

namespace goalpost {

namespace detail {

/// How many digits of a decimal stand behind its leading zeros.
inline std::size_t digits_told(std::string_view text) {
    const auto first = text.find_first_of("123456789");
    if (first == std::string_view::npos) return 0;
    const auto rest = text.substr(first);
    return rest.size() - (rest.find('.') == std::string_view::npos ? 0 : 1);
}

/// `scale` times a number, with four places and four significant digits, or with as many as it takes to lie
/// on the same side of each edge as the number itself does; in full where six places write it.
inline std::string digits_beside(const ExactReal& unscaled, const Bands* bands, const Ratio& scale = 1) {
    constexpr int most = 17;  // as many as can be read back
    const ExactReal number = unscaled * scale;
    if (const auto exact = number.rational()) {
        int needed = 0;
        if (exact->is_finite_decimal(needed) && needed <= 6) return exact->fixed(needed);
    }
    for (int places = 4;; ++places) {
        auto text = number.fixed(places);
        if (places >= most) return text;
        if (digits_told(text) < 4) continue;
        const auto read = Ratio::parse(text);
        const auto beside = [&](const Band& band) {
            return compare(unscaled, band.edge) == (*read <=> band.edge * scale);
        };
        if (bands == nullptr || !read || std::ranges::all_of(bands->bands(), beside)) return text;
    }
}
inline std::string digits(const Ratio& number) { return digits_beside(ExactReal(number), nullptr); }

inline Figure figure_of(const ExactReal& number, const UnitOfMeasure& unit, const Ratio& factor) {
    if (const auto exact = number.value()) return {*exact * factor, unit};
    return Figure::close_to(number.bracket(128).first * factor, unit);
}

}  // namespace detail

/// What the two-year methods were given, in words.
inline Words words_of(const MethodInput& input, const UnitOfMeasure& unit) {
    using detail::digits;
    const auto number = [&](const Ratio& value) -> Words {
        return {with_unit(digits(value), unit, Language::en), with_unit(digits(value), unit, Language::zh)};
    };
    const auto base = number(input.base);
    const auto now = number(input.current);
    Words words{"base " + base.en, "基期" + base.zh};
    words.en += " (" + std::to_string(input.base_year) + "), latest " + now.en + " (" +
                std::to_string(input.current_year) + ")";
    words.zh += "（" + std::to_string(input.base_year) + "年），最新" + now.zh + "（" +
                std::to_string(input.current_year) + "年）";
    words.en += ", " + std::string(goalpost::words(input.better, Language::en));
    words.zh += "，" + std::string(goalpost::words(input.better, Language::zh));
    if (input.target) {
        const auto target = number(*input.target);
        words.en += ", target " + target.en + " by " + std::to_string(input.target_year);
        words.zh += "，" + std::to_string(input.target_year) + "年目标" + target.zh;
    } else {
        words.en += ", no target";
        words.zh += "，无目标值";
    }
    return words;
}

/// How a method's result is shown.
struct Showing {
    const UnitOfMeasure* value_unit = &figure_units::pure();
    Ratio value_factor = 1;  ///< base units of it in one of the result's value
    const UnitOfMeasure* score_unit = &figure_units::pure();
    Ratio score_factor = 1;
    const Bands* bands = nullptr;   ///< that the value was compared with; nullptr where it was not
    Words input{};                  ///< what the method was given
    Words formula{};                ///< that gave the value, its numbers put in; may be empty
    std::string_view verdict_zh{};  ///< the verdict in Chinese, where the method has words for it
};

/// A method's result as a finding: figures, verdict, and words that say what was given, how it was reckoned,
/// what was put in its place, and whether the method's source was at hand.
inline Finding finding_of(const MethodResult& result, const MethodInfo& info, const Showing& showing) {
    Finding finding;
    finding.verdict = result.verdict;
    finding.status = result.status;
    finding.reason = result.reason;
    if (result.status == Status::achieved || result.status == Status::achieved_early)
        finding.outcome = Outcome::met;
    if (result.status == Status::missed) finding.outcome = Outcome::not_met;
    if (result.status == Status::undetermined) finding.outcome = Outcome::undetermined;
    const auto absent =
        result.value_reason == Reason::none ? Reason::not_applicable_figure : result.value_reason;
    finding.value = result.value ? detail::figure_of(*result.value, *showing.value_unit, showing.value_factor)
                                 : Figure(absent);
    if (result.score)
        finding.score = detail::figure_of(*result.score, *showing.score_unit, showing.score_factor);
    finding.substituted = result.substituted;
    finding.verified = info.verified;

    auto& words = finding.explanation;
    words = {std::string(info.title) + ": " + showing.input.en,
             std::string(info.title_zh) + "：" + showing.input.zh};
    const auto tell = [&words](const Words& what, const ExactReal& number, const Bands* bands,
                               const UnitOfMeasure& unit, const Ratio& factor) {
        const auto digits = detail::digits_beside(number, bands, factor / unit.factor());
        words.en += "; " + what.en + with_unit(digits, unit, Language::en);
        words.zh += "；" + what.zh + with_unit(digits, unit, Language::zh);
    };
    if (result.value) {
        const auto& formula = showing.formula;
        tell({(formula.en.empty() ? "value" : formula.en) + " = ",
              (formula.zh.empty() ? "数值" : formula.zh) + " = "},
             *result.value, showing.bands, *showing.value_unit, showing.value_factor);
    }
    if (result.score)
        tell({"score ", "得分"}, *result.score, nullptr, *showing.score_unit, showing.score_factor);
    words.en += "; verdict " + result.verdict;
    words.zh += "；结论" + (showing.verdict_zh.empty()
                                ? result.verdict
                                : std::string(showing.verdict_zh) + "（" + result.verdict + "）");
    const auto why = result.reason != Reason::none ? result.reason
                     : result.value                ? Reason::none
                                                   : result.value_reason;
    if (why != Reason::none) {
        words.en += " (" + std::string(goalpost::words(why, Language::en)) + ")";
        words.zh += "（" + std::string(goalpost::words(why, Language::zh)) + "）";
    }
    words.en += ".";
    words.zh += "。";
    for (const auto& put : result.substituted) {
        words.en += " Put in place by the method: " + put + ".";
        words.zh += "该方法的替代处理：" + put + "。";
    }
    if (!info.verified) {
        words.en += " Unverified: " + std::string(info.source_in(Language::en)) + ".";
        words.zh += "未经核实：" + std::string(info.source_in(Language::zh)) + "。";
    }
    return finding;
}

/// A finding that the method cannot say anything, and why.
inline Finding finding_of(Reason reason, std::string_view verdict, const MethodInfo& info,
                          const Showing& showing = {}) {
    MethodResult result;
    result.verdict = verdict;
    result.reason = result.value_reason = reason;
    Showing shown = showing;
    if (shown.input.en.empty()) shown.input = {"no input", "无输入"};
    return finding_of(result, info, shown);
}

}  // namespace goalpost
