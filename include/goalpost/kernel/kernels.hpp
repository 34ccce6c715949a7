// SPDX-License-Identifier: BSL-1.0
// Every kernel: docs/kernels.md.
#pragma once

#include "goalpost/kernel/annual_growth.hpp"
#include "goalpost/kernel/change.hpp"
#include "goalpost/kernel/column.hpp"
#include "goalpost/kernel/completion.hpp"
#include "goalpost/kernel/faster_growth.hpp"
#include "goalpost/kernel/growth.hpp"
#include "goalpost/kernel/row_outcome.hpp"
#include "goalpost/kernel/share.hpp"
#include "goalpost/kernel/threshold.hpp"
#include "goalpost/kernel/within.hpp"
