// SPDX-License-Identifier: BSL-1.0
#include <goalpost/version.hpp>

#include <doctest/doctest.h>

#include <string>

TEST_CASE("the version in version.hpp is CMake's") {
    CHECK(std::string(goalpost::version_string) == GOALPOST_CMAKE_VERSION);
    CHECK(std::to_string(goalpost::version_major) + "." + std::to_string(goalpost::version_minor) + "." +
              std::to_string(goalpost::version_patch) ==
          goalpost::version_string);
}
