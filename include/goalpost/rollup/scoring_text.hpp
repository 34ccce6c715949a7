// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/model/unit_of_measure.hpp"
#include "goalpost/result.hpp"
#include "goalpost/rollup/scoring_rules.hpp"

namespace goalpost {

namespace detail {

/// Reads a scoring rule, clause by clause.
class ScoringRuleReader {
  public:
    ScoringRuleReader(std::string_view text, const UnitSet& units) : text_(text), units_(&units) {
        for (std::size_t at = 0; at < text.size();) {
            if (text[at] == ' ') {
                ++at;
                continue;
            }
            std::size_t end = at + 1;
            if (text[at] != ',') {
                while (end < text.size() && text[end] != ' ' && text[end] != ',')
                    ++end;
            }
            words_.push_back({text.substr(at, end - at), at});
            at = end;
        }
    }

    [[nodiscard]] Result<AnyScoringRule> read() {
        auto rule = base();
        if (!rule) return rule;
        while (next_ < words_.size()) {
            if (!take(",")) return fault("a comma or the end");
            rule = modified(*rule);
            if (!rule) return rule;
        }
        return rule;
    }

  private:
    struct Word {
        std::string_view text;
        std::size_t at;
    };
    struct Step {
        Ratio per;
        scoring::Distance distance = scoring::Distance::gap;
        scoring::Steps steps = scoring::Steps::exact;
        std::optional<UnitOfMeasure> unit{};
    };
    static constexpr std::string_view bases =
        "\"usual\", \"all or nothing\", \"proportional\", \"deduct\" or \"growth\"";

    [[nodiscard]] ParseError fault(std::string expected) const {
        const bool more = next_ < words_.size();
        return {more ? words_[next_].at : text_.size(),
                more ? "\"" + std::string(words_[next_].text) + "\"" : "end of text", std::move(expected),
                "docs/rollup.md lists the rules"};
    }
    bool take(std::string_view word) {
        if (next_ == words_.size() || words_[next_].text != word) return false;
        ++next_;
        return true;
    }
    std::optional<Ratio> number() {
        if (next_ == words_.size()) return std::nullopt;
        const auto found = Decimal::parse(words_[next_].text);
        if (!found || found->sign() <= 0) return std::nullopt;
        ++next_;
        return Ratio(*found);
    }
    std::optional<Ratio> percent() {
        const auto before = next_;
        const auto found = number();
        if (found && take("%")) return *found / Ratio(100);
        next_ = before;
        return std::nullopt;
    }
    /// `per 10 家`, `per 1 %` (of completion), `per 1 pp`, `per 5`; then `completed` or `started`.
    std::optional<Step> step() {
        if (!take("per")) return std::nullopt;
        const auto amount = number();
        if (!amount) return std::nullopt;
        Step made{*amount};
        const auto ends = [&] {
            if (next_ == words_.size()) return true;
            const auto word = words_[next_].text;
            return word == "," || word == "up" || word == "completed" || word == "started";
        };
        if (take("%")) {
            made = {*amount / Ratio(100), scoring::Distance::completion};
        } else if (!ends()) {
            const auto unit = units_->parse(words_[next_].text);
            if (!unit) return std::nullopt;
            made.per = *amount * unit->factor();
            made.unit = *unit;
            ++next_;
        }
        if (take("completed")) made.steps = scoring::Steps::completed;
        if (take("started")) made.steps = scoring::Steps::started;
        return made;
    }

    [[nodiscard]] Result<AnyScoringRule> base() {
        if (take("usual")) return scoring::usual();
        if (take("all")) {
            if (!take("or") || !take("nothing")) return fault("\"or nothing\"");
            return AnyScoringRule(scoring::AllOrNothing{});
        }
        if (take("proportional")) {
            if (!take("so")) return AnyScoringRule(scoring::Proportional{});
            if (!take("far")) return fault("\"far\"");
            return AnyScoringRule(scoring::Proportional{true});
        }
        if (take("deduct")) {
            const auto marks = number();
            if (!marks) return fault("how many marks, above 0");
            const auto each = step();
            if (!each) return fault("for how much, such as \"per 1 家\"");
            return AnyScoringRule(
                scoring::Deduction{each->per, *marks, each->distance, each->steps, each->unit});
        }
        if (take("growth")) {
            const auto reached = percent();
            if (!reached) return fault("the share for reaching it, such as \"80 %\"");
            if (!take("and")) return fault("\"and\"");
            const auto marks = number();
            if (!marks) return fault("how many marks, above 0");
            if (!take("per") || !take("point")) return fault("\"per point\"");
            return AnyScoringRule(scoring::GrowthGap{*reached, *marks});
        }
        return fault(std::string(bases));
    }
    [[nodiscard]] Result<AnyScoringRule> modified(const AnyScoringRule& rule) {
        if (take("floor")) {
            const auto least = percent();
            if (!least) return fault("a share of the plan, such as \"60 %\"");
            return AnyScoringRule(scoring::Floor{rule, *least});
        }
        if (take("cap")) {
            const auto most = percent();
            if (!most) return fault("a share of the marks, such as \"110 %\"");
            return AnyScoringRule(scoring::Cap{rule, *most});
        }
        if (take("bonus")) {
            const auto marks = number();
            if (!marks) return fault("how many marks, above 0");
            const auto each = step();
            if (!each) return fault("for how much, such as \"per 10 家\"");
            if (!take("up") || !take("to")) return fault("\"up to\"");
            const auto most = percent();
            if (!most) return fault("a share of the marks, such as \"6 %\"");
            return AnyScoringRule(
                scoring::Bonus{rule, each->per, *marks, *most, each->distance, each->steps, each->unit});
        }
        return fault("\"floor\", \"cap\" or \"bonus\"");
    }

    std::string_view text_;
    const UnitSet* units_;
    std::vector<Word> words_;
    std::size_t next_ = 0;
};

}  // namespace detail

/// Reads a scoring rule as sheets and the program write it, words parted by blanks:
///
///     rule     := base { "," modifier }
///     base     := "usual" | "all or nothing" | "proportional" [ "so far" ] | "deduct" MARKS step
///               | "growth" SHARE "%" "and" MARKS "per point"
///     modifier := "floor" SHARE "%" | "cap" SHARE "%" | "bonus" MARKS step "up to" SHARE "%"
///     step     := "per" NUMBER [ unit | "%" ] [ "completed" | "started" ]
///
/// `proportional, floor 60 %, bonus 0.1 per 10 家 up to 6 %` · `deduct 0.5 per 1 家` · `growth 80 % and 0.5
/// per point`. A step in % is of the completion rate; a bare number is in base units. Modifiers apply from
/// left to right.
inline Result<AnyScoringRule> parse_scoring_rule(std::string_view text, const UnitSet& units = {}) {
    return detail::ScoringRuleReader(text, units).read();
}

}  // namespace goalpost
