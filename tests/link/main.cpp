// SPDX-License-Identifier: BSL-1.0
#if __has_include(<goalpost/goalpost.hpp>)
#include <goalpost/goalpost.hpp>
#endif
#include <goalpost/version.hpp>

const char* version_seen_by_the_other_source();

int main() { return version_seen_by_the_other_source() == goalpost::version_string ? 0 : 1; }
