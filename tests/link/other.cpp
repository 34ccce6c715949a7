// SPDX-License-Identifier: BSL-1.0
#include "every_header.hpp"

const char* version_seen_by_the_other_source();
const char* version_seen_by_the_other_source() { return goalpost::version_string; }
