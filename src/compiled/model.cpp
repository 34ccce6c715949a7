// SPDX-License-Identifier: BSL-1.0
#include "goalpost/model/detail/bodies.hpp"
