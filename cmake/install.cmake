# SPDX-License-Identifier: BSL-1.0
# Installs the libraries with their headers, the program, and a package that find_package(goalpost) reads.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)
set(goalpost_package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/goalpost")

install(TARGETS ${goalpost_installed} EXPORT goalpostTargets FILE_SET HEADERS)
install(EXPORT goalpostTargets NAMESPACE goalpost:: DESTINATION "${goalpost_package_dir}")
if(TARGET goalpost_tool)
    install(TARGETS goalpost_tool)
endif()

configure_package_config_file(
    cmake/goalpostConfig.cmake.in goalpostConfig.cmake INSTALL_DESTINATION "${goalpost_package_dir}"
)
write_basic_package_version_file(goalpostConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(
    FILES "${CMAKE_CURRENT_BINARY_DIR}/goalpostConfig.cmake"
          "${CMAKE_CURRENT_BINARY_DIR}/goalpostConfigVersion.cmake"
          "${PROJECT_SOURCE_DIR}/cmake/Findutf8proc.cmake"
    DESTINATION "${goalpost_package_dir}"
)
