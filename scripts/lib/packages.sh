# SPDX-License-Identifier: BSL-1.0
# Sourced by bench.sh, demo.sh and test.sh: what the project needs on a machine, and how it gets there on Debian.
# Everything said here goes to standard error.

say() { printf '%s\n' "$*" >&2; }

program_packages=(
    g++ cmake ninja-build
    libboost1.81-dev librange-v3-dev libcli11-dev libutf8proc-dev rapidjson-dev
)
test_packages=(
    "${program_packages[@]}" ccache
    clang clang-format libclang-rt-dev
    doctest-dev python3 python3-jsonschema libbenchmark-dev sqlite3
)
bench_packages=(
    "${program_packages[@]}" libbenchmark-dev python3 sqlite3
)

as_root() {
    if [ "$(id -u)" -eq 0 ]; then "$@"; else sudo "$@"; fi
}

is_installed() {
    [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

apt_knows() {
    apt-cache show --no-all-versions "$1" >/dev/null 2>&1
}

# packages_ready <package>... : does nothing when all are installed; else says what it will install, and
# installs it. Where that cannot be done it says so and goes on: CMake names what it does not find.
packages_ready() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "This is no Debian system, so nothing is installed. Debian's names of what is needed: $*"
        say "Going on; CMake names whatever it does not find."
        return 0
    fi

    local missing=() package
    for package in "$@"; do
        is_installed "$package" || missing+=("$package")
    done
    [ "${#missing[@]}" -gt 0 ] || return 0

    if [ "$install" = no ]; then
        say "Not installed, and left so (--no-install): ${missing[*]}"
        say "Going on; CMake names whatever it does not find."
        return 0
    fi
    if [ "$(id -u)" -ne 0 ] && ! command -v sudo >/dev/null; then
        say "Not installed: ${missing[*]}"
        say "Installing needs root or sudo. As root: apt-get install ${missing[*]}"
        return 1
    fi

    local unknown=() wanted=()
    for package in "${missing[@]}"; do
        apt_knows "$package" || unknown+=("$package")
    done
    if [ "${#unknown[@]}" -gt 0 ]; then
        say "Reading apt's lists (apt-get update), since apt does not know yet: ${unknown[*]}"
        as_root apt-get update -qq >&2 || say "apt-get update failed; going on with the lists that are here."
    fi
    for package in "${missing[@]}"; do
        if apt_knows "$package"; then wanted+=("$package"); else say "apt has no package $package; going on without it."; fi
    done
    [ "${#wanted[@]}" -gt 0 ] || return 0

    say "Installing with apt-get: ${wanted[*]}"
    local removed
    removed=$(apt-get --simulate install --no-install-recommends "${wanted[@]}" 2>/dev/null |
        awk '/^Remv /{print "  " $2, $3}') || true
    if [ -n "$removed" ]; then
        say "This REMOVES packages that cannot stay beside them (Debian's libboost-dev is Boost 1.74, too old for"
        say "goalpost, and only one version of the Boost headers can be installed). To keep them use --no-install."
        say "$removed"
        if [ -t 0 ] && [ -z "${CI:-}" ]; then
            say "Ctrl-C within ten seconds stops it."
            sleep 10
        fi
    fi
    install_now "${wanted[@]}" || {
        say "Once more, with new lists."
        as_root apt-get update -qq >&2
        install_now "${wanted[@]}"
    }
}

install_now() {
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@" >&2
}
