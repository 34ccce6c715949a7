#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Builds and tests everything, as CI does.
#
#   scripts/test.sh [--quick] [--no-install] [--help]
#
#   --quick       only the GCC build, its tests and the check that every header stands alone
#   --no-install  install nothing
#
# On Debian it first installs, with apt-get, the packages that are missing, and says which.
# Ends with a line "N passed, N failed" that counts single tests and the other checks.
set -uo pipefail
cd "$(dirname "$0")/.."

install=yes
quick=no
for argument in "$@"; do
    case $argument in
        --no-install) install=no ;;
        --quick) quick=yes ;;
        --help) sed -n '3,/^set/{/^#/s/^# \{0,1\}//p}' "$0"; exit 0 ;;
        *) echo "$0: unknown argument $argument (see --help)" >&2; exit 2 ;;
    esac
done

. scripts/lib/packages.sh
packages_ready "${test_packages[@]}" || exit 1
. scripts/lib/build.sh

passed=0
failed=0
failures=()

# step <title> <command>...: one check, with a heading, its time and its result.
step() {
    local title=$1 start=$SECONDS
    shift
    printf '\n== %s\n' "$title"
    if "$@"; then
        passed=$((passed + 1))
        printf '   ok, %d s\n' $((SECONDS - start))
    else
        failed=$((failed + 1))
        failures+=("$title")
        printf '   FAILED, %d s\n' $((SECONDS - start))
    fi
}

# tests <title> <preset>: runs CTest and counts its single tests.
tests() {
    local title=$1 preset=$2 start=$SECONDS log="build/$2.test.log" summary bad all
    printf '\n== %s\n' "$title"
    ctest --preset "$preset" >"$log" 2>&1
    local code=$?
    summary=$(grep -E '^[0-9]+% tests passed, [0-9]+ tests failed out of [0-9]+' "$log")
    if [[ $summary =~ ,\ ([0-9]+)\ tests\ failed\ out\ of\ ([0-9]+) ]]; then
        bad=${BASH_REMATCH[1]} all=${BASH_REMATCH[2]}
        passed=$((passed + all - bad))
        failed=$((failed + bad))
    else
        bad=0 all=0
    fi
    if [ "$code" -eq 0 ] && [ "$all" -gt 0 ]; then
        printf '   ok, %d tests, %d s\n' "$all" $((SECONDS - start))
    else
        [ "$bad" -gt 0 ] || failed=$((failed + 1)) # CTest itself failed, or there was no test
        failures+=("$title")
        grep -vE '^ +Start +[0-9]+:|^ *[0-9]+/[0-9]+ Test +#[0-9]+: .* Passed ' "$log"
        printf '   FAILED, %d of %d tests, %d s\n' "$bad" "$all" $((SECONDS - start))
    fi
}

sources_are_formatted() {
    local version
    version=$(clang-format --version 2>/dev/null | sed -n 's/.*version \([0-9]*\)\..*/\1/p')
    if [ "$version" != 14 ]; then
        echo "   clang-format 14 decides, and this is ${version:-none}: not checked"
        return 0
    fi
    local bad=()
    while IFS= read -r -d '' file; do
        clang-format "$file" | cmp -s - "$file" || bad+=("$file")
    done < <(find include src tests examples benchmarks \( -name '*.hpp' -o -name '*.cpp' \) -print0 2>/dev/null)
    [ "${#bad[@]}" -eq 0 ] && return
    echo "   not formatted; mend with:"
    echo "   clang-format -i ${bad[*]}"
    return 1
}

installed_package_works() {
    rm -rf build/package/prefix
    quietly build/package/install.log cmake --install build/dev --prefix build/package/prefix &&
        consumer installed -D "CMAKE_PREFIX_PATH=$PWD/build/package/prefix"
}

# consumer <name> [<cmake argument>...]: builds and runs tests/package/<name> as a stranger would.
consumer() {
    local name=$1
    shift
    quietly "build/package/$name.configure.log" \
        cmake -G Ninja -S "tests/package/$name" -B "build/package/$name" --fresh "$@" &&
        quietly "build/package/$name.build.log" cmake --build "build/package/$name" &&
        "build/package/$name/consumer"
}

if [ "$quick" = no ]; then
    step "The sources are formatted (clang-format)" sources_are_formatted
fi

step "$(g++ --version | head -n 1): build without a warning, every header alone too" build_preset dev
tests "Tests (dev)" dev

if [ "$quick" = no ]; then
    step "$(clang++ --version | head -n 1): build without a warning" build_preset clang
    tests "Tests (clang)" clang

    step "Build with address and undefined behaviour sanitizers" build_preset asan
    tests "Tests (asan)" asan

    step "A project that finds the installed package" installed_package_works
    step "A project that adds the repository as a subdirectory" consumer subdirectory
    step "The documents show what the files hold and the program prints" \
        python3 scripts/check_docs.py --program build/dev/bin/goalpost
    step "The benchmarks build and run once on a small size" \
        quietly build/bench.log scripts/bench.sh --quick --no-install
fi

printf '\n'
for title in "${failures[@]}"; do
    printf 'failed: %s\n' "$title"
done
printf '%d passed, %d failed\n' "$passed" "$failed"
[ "$failed" -eq 0 ] && [ "$passed" -gt 0 ]
