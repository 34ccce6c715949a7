// SPDX-License-Identifier: BSL-1.0
// The slow paths of goalpost::compiled: Multiprecision is compiled here, once, and in no user's file.
#include "goalpost/number/detail/wide_impl.hpp"
