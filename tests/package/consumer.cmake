# SPDX-License-Identifier: BSL-1.0
# What both projects do with goalpost: a program, and a library that is itself exported.
add_executable(consumer ../main.cpp)
target_link_libraries(consumer PRIVATE goalpost::io goalpost::report)

add_library(consumer_library INTERFACE)
target_link_libraries(consumer_library INTERFACE goalpost::goalpost)
install(TARGETS consumer_library EXPORT consumerTargets)
install(EXPORT consumerTargets NAMESPACE consumer:: DESTINATION lib/cmake/consumer)
