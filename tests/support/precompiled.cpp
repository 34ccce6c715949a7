// SPDX-License-Identifier: BSL-1.0
// Nothing here: the target that holds the tests' precompiled headers needs one source.
