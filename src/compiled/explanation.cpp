// SPDX-License-Identifier: BSL-1.0
#include "goalpost/evaluate/detail/criterion_words_impl.hpp"
#include "goalpost/evaluate/detail/explain.hpp"
#include "goalpost/evaluate/detail/explanation_lines.hpp"
#include "goalpost/evaluate/detail/period_text_impl.hpp"
