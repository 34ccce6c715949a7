// SPDX-License-Identifier: BSL-1.0
// Judging.
// Every body that the headers of this floor leave out where GOALPOST_COMPILED is defined.
#pragma once

#include "goalpost/evaluate/detail/binding_impl.hpp"           // IWYU pragma: keep
#include "goalpost/evaluate/detail/builtin_measures_impl.hpp"  // IWYU pragma: keep
#include "goalpost/evaluate/detail/evaluate_impl.hpp"          // IWYU pragma: keep
#include "goalpost/evaluate/detail/evaluation_impl.hpp"        // IWYU pragma: keep
#include "goalpost/evaluate/detail/evaluator_impl.hpp"         // IWYU pragma: keep
#include "goalpost/evaluate/detail/figure_impl.hpp"            // IWYU pragma: keep
#include "goalpost/evaluate/detail/finding_impl.hpp"           // IWYU pragma: keep
#include "goalpost/evaluate/detail/judge_impl.hpp"             // IWYU pragma: keep
#include "goalpost/evaluate/detail/line_impl.hpp"              // IWYU pragma: keep
#include "goalpost/evaluate/detail/measure_impl.hpp"           // IWYU pragma: keep
#include "goalpost/evaluate/detail/measure_view_impl.hpp"      // IWYU pragma: keep
#include "goalpost/evaluate/detail/pace_impl.hpp"              // IWYU pragma: keep
#include "goalpost/evaluate/detail/plain_judge_impl.hpp"       // IWYU pragma: keep
#include "goalpost/evaluate/detail/reading_impl.hpp"           // IWYU pragma: keep
#include "goalpost/evaluate/detail/series_impl.hpp"            // IWYU pragma: keep
#include "goalpost/evaluate/detail/statements_impl.hpp"        // IWYU pragma: keep
#include "goalpost/evaluate/detail/trace_impl.hpp"             // IWYU pragma: keep
