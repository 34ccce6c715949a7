// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

#include "goalpost/model/detail/names.hpp"

namespace goalpost {

/// The languages that results are shown in.
enum class Language : unsigned char { en, zh };

namespace detail {
inline constexpr std::string_view language_names[] = {"en", "zh"};
}

/// The code of ISO 639-1: `zh`.
constexpr std::string_view name_of(Language language) noexcept {
    return detail::name_in(detail::language_names, language);
}
/// Nothing where no language has that code.
inline constexpr detail::FromName<Language> language_from{detail::language_names};

}  // namespace goalpost
