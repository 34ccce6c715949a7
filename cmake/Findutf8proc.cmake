# SPDX-License-Identifier: BSL-1.0
# utf8proc comes without a CMake package on Debian. Gives utf8proc::utf8proc.
# Installed beside goalpostConfig.cmake, which needs it too.
if(TARGET utf8proc::utf8proc)
    set(utf8proc_FOUND TRUE)
    return()
endif()

find_package(PkgConfig QUIET)
if(PkgConfig_FOUND)
    pkg_check_modules(PC_utf8proc QUIET libutf8proc)
endif()
find_path(utf8proc_INCLUDE_DIR utf8proc.h HINTS ${PC_utf8proc_INCLUDE_DIRS})
find_library(utf8proc_LIBRARY NAMES utf8proc utf8proc_static HINTS ${PC_utf8proc_LIBRARY_DIRS})
mark_as_advanced(utf8proc_INCLUDE_DIR utf8proc_LIBRARY)

include(FindPackageHandleStandardArgs)
find_package_handle_standard_args(utf8proc REQUIRED_VARS utf8proc_LIBRARY utf8proc_INCLUDE_DIR)

if(utf8proc_FOUND)
    add_library(utf8proc::utf8proc UNKNOWN IMPORTED)
    set_target_properties(
        utf8proc::utf8proc PROPERTIES IMPORTED_LOCATION "${utf8proc_LIBRARY}"
                                      INTERFACE_INCLUDE_DIRECTORIES "${utf8proc_INCLUDE_DIR}"
    )
endif()
