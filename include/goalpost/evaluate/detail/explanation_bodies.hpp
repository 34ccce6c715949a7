// SPDX-License-Identifier: BSL-1.0
// What explains a verdict; apart, since no verdict needs it.
// Every body that the headers of this floor leave out where GOALPOST_COMPILED is defined.
#pragma once

#include "goalpost/evaluate/detail/criterion_words_impl.hpp"  // IWYU pragma: keep
#include "goalpost/evaluate/detail/explain.hpp"               // IWYU pragma: keep
#include "goalpost/evaluate/detail/explanation_lines.hpp"     // IWYU pragma: keep
#include "goalpost/evaluate/detail/period_text_impl.hpp"      // IWYU pragma: keep
