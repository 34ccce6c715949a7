// SPDX-License-Identifier: BSL-1.0
// Warning rules over status, pace, trend and repeated misses, as values.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "goalpost/evaluate/figure_text.hpp"
#include "goalpost/evaluate/period_text.hpp"
#include "goalpost/rollup/warning.hpp"

namespace goalpost::warnings {

/// The target stands where it should not.
struct StatusIs {
    Status status = Status::missed;
    WarningLevel level = WarningLevel::red;

    std::optional<WarningSign> operator()(const WarningView& at) const {
        if (at.assessment().status != status) return std::nullopt;
        return WarningSign{level,
                           {"the target is " + std::string(words(status, Language::en)),
                            "目标" + std::string(words(status, Language::zh))},
                           "status"};
    }
};

/// Before it is due, it lags behind the plan's calendar by `points` or more (落后时序进度), in points of
/// progress as a share: 1/10 for ten points.
struct PaceBelow {
    Ratio points = Ratio::of(1, 10);
    WarningLevel level = WarningLevel::yellow;

    std::optional<WarningSign> operator()(const WarningView& at) const {
        if (at.assessment().stage == Stage::final || at.assessment().outcome == Outcome::met)
            return std::nullopt;
        const auto figures = at.figures();
        const auto& pace = figures.pace;
        if (!pace) return std::nullopt;
        const auto order = compare(pace.value() * Ratio(-1), Value(points));
        if (!order || *order < 0) return std::nullopt;
        const Figure behind(pace.value() * Ratio(-1), pace.unit());
        return WarningSign{level,
                           {"it is " + figure_text(behind, 2, Language::en) + " behind the calendar",
                            "落后时序进度" + figure_text(behind, 2, Language::zh)},
                           "pace"};
    }
};

/// The figure has moved away from the target since the base.
struct MovedAway {
    WarningLevel level = WarningLevel::yellow;

    std::optional<WarningSign> operator()(const WarningView& at) const {
        if (!at.assessment().flags.has(Flag::moved_away)) return std::nullopt;
        const auto figures = at.figures();
        Words why{"it has moved away from the target since the base", "比基期更远离目标"};
        if (figures.measured && figures.base) {
            why.en += ": " + figure_text(figures.base, 2, Language::en) + " to " +
                      figure_text(figures.measured, 2, Language::en);
            why.zh += "：由" + figure_text(figures.base, 2, Language::zh) + "变为" +
                      figure_text(figures.measured, 2, Language::zh);
        }
        return WarningSign{level, why, "moved_away"};
    }
};

/// The indicator has got worse `times` in a row, each time against the same period a year before.
struct Worsening {
    std::size_t times = 2;
    WarningLevel level = WarningLevel::yellow;

    std::optional<WarningSign> operator()(const WarningView& at) const {
        const auto better = at.indicator().better;
        if (times == 0 || better == Better::neither || !at.assessment().observed) return std::nullopt;
        const auto& observed = *at.assessment().observed;
        auto later = at.level(observed);
        for (std::size_t i = 1; i <= times; ++i) {
            const int months = 12 * static_cast<int>(i);
            if (!observed.reaches_back(months)) return std::nullopt;
            const auto earlier = at.level(observed.shifted(-months));
            if (!later || !earlier) return std::nullopt;
            const auto order = later->value() <=> earlier->value();
            if (order == 0 || (order > 0) == (better == Better::higher)) return std::nullopt;
            later = earlier;
        }
        const auto count = std::to_string(times);
        return WarningSign{
            level, {"it has got worse " + count + " years in a row", "连续" + count + "年变差"}, "worsening"};
    }
};

/// It was behind or missed now and at the evaluations just before, `times` in a row.
struct RepeatedMiss {
    std::size_t times = 2;
    WarningLevel level = WarningLevel::yellow;

    std::optional<WarningSign> operator()(const WarningView& at) const {
        const auto is_miss = [](const Assessment& one) {
            return one.status == Status::behind || one.status == Status::missed;
        };
        const auto& earlier = at.earlier();
        if (times == 0 || earlier.size() + 1 < times || !is_miss(at.assessment())) return std::nullopt;
        for (std::size_t i = 0; i + 1 < times; ++i) {
            if (!is_miss(earlier[earlier.size() - 1 - i])) return std::nullopt;
        }
        const auto count = std::to_string(times);
        return WarningSign{
            level,
            {"it was behind or missed " + count + " times in a row", "连续" + count + "次滞后或未完成"},
            "repeated"};
    }
};

/// A set to begin with: behind is blue; ten points behind the calendar, moved away, and behind twice in a row
/// are yellow; missed, and behind three times in a row, are red.
inline std::vector<AnyWarningRule> usual() {
    return {StatusIs{Status::behind, WarningLevel::blue},
            PaceBelow{},
            MovedAway{},
            RepeatedMiss{2, WarningLevel::yellow},
            RepeatedMiss{3, WarningLevel::red},
            StatusIs{Status::missed, WarningLevel::red}};
}

static_assert(WarningRule<StatusIs> && WarningRule<PaceBelow> && WarningRule<MovedAway> &&
              WarningRule<Worsening> && WarningRule<RepeatedMiss>);

}  // namespace goalpost::warnings
