# SPDX-License-Identifier: BSL-1.0
# cmake -D PROGRAM=... -D EXPECTED=file -D ACTUAL=file -P compare_output.cmake
# Runs the program; its exit code must be 0 and its standard output the expected file, byte for byte.
# What it printed is left in ACTUAL.
execute_process(COMMAND "${PROGRAM}" OUTPUT_FILE "${ACTUAL}" RESULT_VARIABLE code)
if(NOT code EQUAL 0)
    message(FATAL_ERROR "${PROGRAM} ended with ${code}")
endif()
if(NOT EXISTS "${EXPECTED}")
    message(FATAL_ERROR "There is no ${EXPECTED} yet. If what the program printed is right:\n  cp ${ACTUAL} ${EXPECTED}")
endif()
execute_process(COMMAND "${CMAKE_COMMAND}" -E compare_files "${EXPECTED}" "${ACTUAL}" RESULT_VARIABLE differs ERROR_QUIET)
if(differs)
    execute_process(COMMAND diff -u "${EXPECTED}" "${ACTUAL}" RESULT_VARIABLE ignored)
    message(FATAL_ERROR "The output differs. If the new output is right:\n  cp ${ACTUAL} ${EXPECTED}")
endif()
