// SPDX-License-Identifier: BSL-1.0
#include "goalpost/number/detail/bodies.hpp"
