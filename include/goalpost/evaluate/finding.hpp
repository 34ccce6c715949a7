// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <optional>
#include <string>
#include <vector>

#include "goalpost/evaluate/figures.hpp"
#include "goalpost/evaluate/language.hpp"
#include "goalpost/evaluate/verdict.hpp"

namespace goalpost {

/// A text in both languages that results are shown in.
struct Words {
    std::string en{};
    std::string zh{};

    /// The text in a language; where that is empty, in the other.
    [[nodiscard]] const std::string& in(Language language) const noexcept {
        return (language == Language::zh && !zh.empty()) || en.empty() ? zh : en;
    }
};

/// What an evaluator found beside the library's own verdict: any part may be absent.
struct Finding {
    std::string name{};  ///< of the evaluator; filled in by the set it was chosen from
    std::optional<Outcome> outcome{};
    std::optional<Status> status{};  ///< the common status its own verdict maps to
    Reason reason = Reason::none;    ///< why there is no figure or verdict
    std::string verdict{};           ///< in the evaluator's own words: `sun`, `substantial_progress`
    Figure value{Reason::not_applicable_figure};
    Figure score{Reason::not_applicable_figure};
    std::vector<std::string> substituted{};  ///< what a published method put in the place of a figure
    Words explanation{};
    bool verified = true;  ///< false for a method without a published source at hand, as bands of one's own

    Finding() = default;
    Finding(Outcome own_outcome);  // NOLINT: an outcome is a finding
    Finding(Reason own_reason);    // NOLINT: a reason, too
    /// A yes or no, and nothing that could be taken for one: neither a number nor a text.
    template <std::same_as<bool> Bool>
    Finding(Bool met) : Finding(met ? Outcome::met : Outcome::not_met) {}  // NOLINT
    Finding(Figure own_value);                                             // NOLINT: and a figure
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/finding_impl.hpp"  // IWYU pragma: keep
#endif
