// SPDX-License-Identifier: BSL-1.0
// Numbers; Multiprecision comes in here and nowhere else.
// Every body that the headers of this floor leave out where GOALPOST_COMPILED is defined.
#pragma once

#include "goalpost/number/detail/decimal_impl.hpp"    // IWYU pragma: keep
#include "goalpost/number/detail/exact_sum_impl.hpp"  // IWYU pragma: keep
#include "goalpost/number/detail/interval_impl.hpp"   // IWYU pragma: keep
#include "goalpost/number/detail/ratio_impl.hpp"      // IWYU pragma: keep
#include "goalpost/number/detail/value_impl.hpp"      // IWYU pragma: keep
#include "goalpost/number/detail/wide_impl.hpp"       // IWYU pragma: keep
