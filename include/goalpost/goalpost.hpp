// SPDX-License-Identifier: BSL-1.0
// Everything but input and output. Files that need less include less: see docs/performance.md.
#pragma once

#include "goalpost/calendar/period.hpp"
#include "goalpost/evaluate/evaluate.hpp"
#include "goalpost/evaluate/evaluator.hpp"
#include "goalpost/evaluate/explanation.hpp"
#include "goalpost/evaluate/statements.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "goalpost/model/observations.hpp"
#include "goalpost/model/plan.hpp"
#include "goalpost/number/ratio.hpp"
#include "goalpost/version.hpp"
