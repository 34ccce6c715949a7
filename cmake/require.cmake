# SPDX-License-Identifier: BSL-1.0
# goalpost_require(<package> [<version>] CONFIG|MODULE HINT <what it is and where it comes from>)
# looks for a package and remembers it if it is missing; goalpost_require_report() then stops the
# configuration with everything that is missing, instead of one thing at a time.
# Macros, so that what find_package sets is seen by the caller.
set(goalpost_missing "")

macro(goalpost_require package)
    cmake_parse_arguments(goalpost_require "CONFIG;MODULE" "HINT" "" ${ARGN})
    set(goalpost_require_mode CONFIG)
    if(goalpost_require_MODULE)
        set(goalpost_require_mode MODULE)
    endif()
    find_package(${package} ${goalpost_require_UNPARSED_ARGUMENTS} QUIET ${goalpost_require_mode})
    if(NOT ${package}_FOUND)
        string(APPEND goalpost_missing "\n  - ${goalpost_require_HINT}")
    endif()
endmacro()

macro(goalpost_require_report)
    if(goalpost_missing)
        message(FATAL_ERROR "goalpost: CMake did not find:${goalpost_missing}\n"
                            "Install them, or say where they are with -DCMAKE_PREFIX_PATH=...")
    endif()
endmacro()
