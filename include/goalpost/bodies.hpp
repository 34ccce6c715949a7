// SPDX-License-Identifier: BSL-1.0
// For a program that has the headers only and more files than one: where GOALPOST_COMPILED is defined for all
// of them, no header brings its longer bodies along, and exactly one file includes this one, which has them.
#pragma once

#include "goalpost/evaluate/detail/bodies.hpp"              // IWYU pragma: keep
#include "goalpost/evaluate/detail/explanation_bodies.hpp"  // IWYU pragma: keep
#include "goalpost/model/detail/bodies.hpp"                 // IWYU pragma: keep
#include "goalpost/number/detail/bodies.hpp"                // IWYU pragma: keep
