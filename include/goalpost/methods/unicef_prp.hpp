// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <optional>
#include <string_view>

#include "goalpost/methods/method.hpp"

/// The progress percentage of UNICEF's Partner Reporting Portal.
///
/// Source: unicef/etools-partner-reporting-portal, indicator/models.py, Reportable.progress_percentage.
namespace goalpost::unicef_prp {

inline constexpr std::string_view name = "unicef_prp";

struct Input {
    Ratio base{};
    std::optional<Ratio> current{};
    Ratio target{};
    bool due = false;
};

/// max(0, y - b) / (T - b), so that a falling indicator stays at 0 however well it does. Zero stands for
/// whatever is missing: no value, base equal to target. `score` is the share rounded to whole per cent (half
/// to even, as Python's round does). The portal has no bands: the verdict is `reached` from 100 % on, else
/// `not_reached`.
inline MethodResult assess(const Input& input) {
    MethodResult result;
    const Ratio way = input.target - input.base;
    Ratio share;
    if (!input.current) {
        result.substituted.emplace_back("no value -> 0 %");
    } else if (way.is_zero()) {
        result.substituted.emplace_back("target - base 0 -> 0 %");
    } else {
        const Ratio moved = *input.current - input.base;
        if (moved.sign() < 0) result.substituted.emplace_back("value below base -> 0 %");
        share = moved.sign() > 0 ? moved / way : Ratio(0);
    }
    result.value = ExactReal(share);
    result.score = ExactReal(share.rounded(2, Rounding::half_even));
    result.met = share >= Ratio(1);
    result.verdict = result.met ? "reached" : "not_reached";
    result.status = detail::common_status(result.met, input.due, Status::behind);
    return result;
}

}  // namespace goalpost::unicef_prp
