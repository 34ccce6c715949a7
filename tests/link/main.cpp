// SPDX-License-Identifier: BSL-1.0
#include "every_header.hpp"

const char* version_seen_by_the_other_source();

int main() { return version_seen_by_the_other_source() == goalpost::version_string ? 0 : 1; }
