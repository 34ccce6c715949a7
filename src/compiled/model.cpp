// SPDX-License-Identifier: BSL-1.0
#include "goalpost/calendar/detail/period_impl.hpp"
#include "goalpost/model/detail/criterion_text_impl.hpp"
#include "goalpost/model/detail/observations_impl.hpp"
#include "goalpost/model/detail/plan_impl.hpp"
#include "goalpost/model/detail/text_pool_impl.hpp"
#include "goalpost/model/detail/unit_of_measure_impl.hpp"
