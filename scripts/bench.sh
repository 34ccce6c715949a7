#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Builds the benchmarks, runs them all and prints their tables as Markdown, within 15 minutes on two cores.
#
#   scripts/bench.sh [--quick] [--write] [--no-install] [--help] [arguments passed on to benchmarks/run.py]
#
#   --quick       builds without optimising much and runs everything once on a small size: whether they run
#   --write       also puts the tables into docs/performance.md, between its markers
#   --no-install  install nothing
#
# On Debian it first installs, with apt-get, the packages that are missing, and says which. The peer DuckDB is
# npm's package @duckdb/node-api, put into build/peers where npm is; without it the tables say that it is absent.
# benchmarks/run.py --help lists sizes, repetitions and parts.
set -euo pipefail
cd "$(dirname "$0")/.."

install=yes
preset=benchmark
arguments=()
for argument in "$@"; do
    case $argument in
        --no-install) install=no ;;
        --quick) preset=benchmark_quick arguments+=(--quick) ;;
        --write) arguments+=(--write docs/performance.md) ;;
        --help) sed -n '3,/^set/{/^#/s/^# \{0,1\}//p}' "$0"; exit 0 ;;
        *) arguments+=("$argument") ;;
    esac
done

. scripts/lib/packages.sh
packages_ready "${bench_packages[@]}" || exit 1
. scripts/lib/build.sh

if [ "$install" = yes ] && [ ! -d build/peers/node_modules/@duckdb ] && command -v npm >/dev/null; then
    say "Installing npm's @duckdb/node-api into build/peers."
    mkdir -p build/peers
    quietly build/peers/npm.log npm install --prefix build/peers --no-save --no-audit --no-fund @duckdb/node-api ||
        say "That failed; going on without DuckDB."
fi

say "Building into build/$preset; the first time takes minutes."
build_preset "$preset"
python3 benchmarks/run.py --build "build/$preset" "${arguments[@]}"
