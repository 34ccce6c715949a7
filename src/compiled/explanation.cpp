// SPDX-License-Identifier: BSL-1.0
#include "goalpost/evaluate/detail/explanation_bodies.hpp"
