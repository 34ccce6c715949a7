// SPDX-License-Identifier: BSL-1.0
// The slow paths of numbers: Multiprecision is compiled here, once, and in no user's file.
#include "goalpost/number/detail/decimal_impl.hpp"
#include "goalpost/number/detail/exact_sum_impl.hpp"
#include "goalpost/number/detail/interval_impl.hpp"
#include "goalpost/number/detail/ratio_impl.hpp"
#include "goalpost/number/detail/value_impl.hpp"
#include "goalpost/number/detail/wide_impl.hpp"
