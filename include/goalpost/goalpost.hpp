// SPDX-License-Identifier: BSL-1.0
// Plans, observations and their evaluation: number/, calendar/, model/, evaluate/. What is built on these is
// included by its own headers: check/check.hpp, methods/builtin_methods.hpp, rollup/..., io/..., report/...
#pragma once

#include "goalpost/calendar/period.hpp"
#include "goalpost/evaluate/criterion_words.hpp"
#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/evaluate/evaluator.hpp"
#include "goalpost/evaluate/explanation.hpp"
#include "goalpost/evaluate/statements.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/model/observations.hpp"
#include "goalpost/model/plan.hpp"
#include "goalpost/number/ratio.hpp"
#include "goalpost/version.hpp"
