// SPDX-License-Identifier: BSL-1.0
#pragma once

// The version of this library, for the preprocessor and for code.

#define GOALPOST_VERSION_MAJOR 0
#define GOALPOST_VERSION_MINOR 1
#define GOALPOST_VERSION_PATCH 0

namespace goalpost {

inline constexpr int version_major = GOALPOST_VERSION_MAJOR;
inline constexpr int version_minor = GOALPOST_VERSION_MINOR;
inline constexpr int version_patch = GOALPOST_VERSION_PATCH;
inline constexpr char version_string[] = "0.1.0";

}  // namespace goalpost
