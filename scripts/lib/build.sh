# SPDX-License-Identifier: BSL-1.0
# Sourced by bench.sh, demo.sh and test.sh, with the root of the repository as current folder.

# ccache, where it is installed, keeps what was compiled for the next run and for other clones.
if command -v ccache >/dev/null; then
    export CMAKE_CXX_COMPILER_LAUNCHER=ccache
    export CCACHE_BASEDIR=$PWD CCACHE_NOHASHDIR=true
fi

# build_preset <preset> [<target>...]: configures and builds; quiet unless something goes wrong.
build_preset() {
    local preset=$1
    shift
    quietly "build/$preset.configure.log" cmake --preset "$preset" &&
        quietly "build/$preset.build.log" cmake --build --preset "$preset" ${1:+--target "$@"}
}

# quietly <log file> <command>...: the output goes to the file, and to standard error if the command fails.
quietly() {
    local log=$1
    shift
    mkdir -p "$(dirname "$log")"
    "$@" >"$log" 2>&1 || {
        local code=$?
        printf 'Failed (%s): %s\n' "$code" "$*" >&2
        tail -n 200 "$log" >&2
        return "$code"
    }
}
