#!/usr/bin/env bash
# SPDX-License-Identifier: BSL-1.0
# Builds the program goalpost into build/demo and evaluates a published plan with it.
#
#   scripts/demo.sh [--no-install] [--help] [arguments passed on to `goalpost evaluate`]
#
# On Debian it first installs, with apt-get, the packages that are missing, and says which.
set -euo pipefail
cd "$(dirname "$0")/.."

install=yes
arguments=()
for argument in "$@"; do
    case $argument in
        --no-install) install=no ;;
        --help) sed -n '3,/^set/{/^#/s/^# \{0,1\}//p}' "$0"; exit 0 ;;
        *) arguments+=("$argument") ;;
    esac
done

. scripts/lib/packages.sh
packages_ready "${program_packages[@]}"

. scripts/lib/build.sh
[ -x build/demo/bin/goalpost ] || say "Building the program into build/demo; the first time takes about a minute."
build_preset demo goalpost_tool

command=(goalpost evaluate examples/plans/zhejiang_2024.json --data examples/data/zhejiang_2024.csv "${arguments[@]}")
say "\$ ${command[*]}"
exec "build/demo/bin/${command[0]}" "${command[@]:1}"
