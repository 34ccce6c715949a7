// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

#include "goalpost/evaluate/assessment.hpp"
#include "goalpost/evaluate/language.hpp"

namespace goalpost::detail {

/// One of two texts.
constexpr std::string_view either(Language language, std::string_view en, std::string_view zh) {
    return language == Language::zh ? zh : en;
}

/// The short form of a flag, for a column: `may fall back`, 可能回落. `words` has the sentence.
std::string label(Flag flag, Language language);
/// The short form of a reason: `missing observation`, 缺少数据.
std::string label(Reason reason, Language language);
/// All of them, with commas between.
std::string labels(Flags flags, Language language);
/// `met, firm`, `undetermined: not due`; with how many periods or members hold, where they are counted.
std::string verdict_label(const Assessment& assessment, Language language);

}  // namespace goalpost::detail
