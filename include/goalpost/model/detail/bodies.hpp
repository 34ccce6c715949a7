// SPDX-License-Identifier: BSL-1.0
// Periods, plans and observations.
// Every body that the headers of this floor leave out where GOALPOST_COMPILED is defined.
#pragma once

#include "goalpost/calendar/detail/period_impl.hpp"        // IWYU pragma: keep
#include "goalpost/model/detail/criterion_impl.hpp"        // IWYU pragma: keep
#include "goalpost/model/detail/criterion_text_impl.hpp"   // IWYU pragma: keep
#include "goalpost/model/detail/id_index_impl.hpp"         // IWYU pragma: keep
#include "goalpost/model/detail/observations_impl.hpp"     // IWYU pragma: keep
#include "goalpost/model/detail/plain_target_impl.hpp"     // IWYU pragma: keep
#include "goalpost/model/detail/plan_impl.hpp"             // IWYU pragma: keep
#include "goalpost/model/detail/target_kinds_impl.hpp"     // IWYU pragma: keep
#include "goalpost/model/detail/text_pool_impl.hpp"        // IWYU pragma: keep
#include "goalpost/model/detail/unit_of_measure_impl.hpp"  // IWYU pragma: keep
