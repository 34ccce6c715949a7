// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "goalpost/calendar/period.hpp"
#include "goalpost/evaluate/verdict.hpp"
#include "goalpost/model/detail/names.hpp"
#include "goalpost/number/ratio.hpp"

namespace goalpost {

/// How several statuses become one.
enum class StatusPolicy : unsigned char {
    worst,      ///< as bad as the worst
    two_worst,  ///< between the two worst: best only if both are, worst only if both are (SDSN 2018)
    mean,       ///< the class that the mean reaches
    latest,     ///< that of the latest period; of several, the worst
    weighted,   ///< the class that the weighted mean reaches
};

namespace detail {
inline constexpr std::string_view status_policy_names[] = {"worst", "two_worst", "mean", "latest",
                                                           "weighted"};

/// 0 missed, 1 behind, 2 on track, 3 achieved or achieved early; nothing for the others.
inline std::optional<int> class_of(Status status) noexcept {
    switch (status) {
        case Status::missed: return 0;
        case Status::behind: return 1;
        case Status::on_track: return 2;
        case Status::achieved:
        case Status::achieved_early: return 3;
        case Status::undetermined:
        case Status::not_counted: break;
    }
    return std::nullopt;
}

inline Status status_of(int status_class) noexcept {
    constexpr Status statuses[] = {Status::missed, Status::behind, Status::on_track, Status::achieved};
    return statuses[status_class];
}

/// The class that a mean reaches, so that one is the best only where all are.
inline int class_reached(const Ratio& mean) noexcept {
    return mean >= Ratio(3) ? 3 : mean >= Ratio(2) ? 2 : mean >= Ratio(1) ? 1 : 0;
}
}  // namespace detail

constexpr std::string_view name_of(StatusPolicy value) noexcept {
    return detail::name_in(detail::status_policy_names, value);
}
inline constexpr detail::FromName<StatusPolicy> status_policy_from{detail::status_policy_names};

/// One status among several that are rolled up.
struct StatusItem {
    Status status = Status::undetermined;
    Ratio weight = 1;                ///< >= 0; for `weighted`
    std::optional<Period> period{};  ///< for `latest`; one without comes before all that have one
};

/// One status from several. Those that are not counted do not matter; the undetermined have no status to roll
/// up: where fewer than `minimum` (0 to 1) of the counted ones have one, or none has, so is the result.
/// `achieved_early` comes back as `achieved` unless all that were achieved were so early.
inline Status roll_up(StatusPolicy policy, const std::vector<StatusItem>& items, const Ratio& minimum = 0) {
    struct Known {
        int status_class;
        const StatusItem* item;
    };
    std::vector<Known> known;
    std::size_t counted = 0;
    bool early = true;
    for (const auto& item : items) {
        if (item.status == Status::not_counted) continue;
        ++counted;
        early = early && item.status != Status::achieved;
        if (const auto status_class = detail::class_of(item.status)) known.push_back({*status_class, &item});
    }
    if (counted == 0) return Status::not_counted;
    if (known.empty() || Ratio(known.size()) / Ratio(counted) < minimum) return Status::undetermined;
    std::stable_sort(known.begin(), known.end(),
                     [](const Known& a, const Known& b) { return a.status_class < b.status_class; });

    int result = known.front().status_class;
    switch (policy) {
        case StatusPolicy::worst: break;
        case StatusPolicy::two_worst:
            if (known.size() > 1 && known[1].status_class != result)
                result = std::clamp((result + known[1].status_class) / 2, 1, 2);
            break;
        case StatusPolicy::latest: {
            const Known* latest = &known.front();
            for (const auto& one : known) {  // from the worst on, so that of equals the worst stays
                if (latest->item->period < one.item->period) latest = &one;
            }
            result = latest->status_class;
            break;
        }
        case StatusPolicy::mean:
        case StatusPolicy::weighted: {
            Ratio sum;
            Ratio weight;
            for (const auto& one : known) {
                const auto own = policy == StatusPolicy::mean ? Ratio(1) : one.item->weight;
                sum = sum + own * Ratio(one.status_class);
                weight = weight + own;
            }
            if (weight.is_zero()) return Status::undetermined;
            result = detail::class_reached(sum / weight);
            break;
        }
    }
    return result == 3 && early ? Status::achieved_early : detail::status_of(result);
}

}  // namespace goalpost
