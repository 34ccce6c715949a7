// SPDX-License-Identifier: BSL-1.0
// Headers only, every function is `inline`. Where GOALPOST_COMPILED is defined, as goalpost::compiled does,
// the longer ones are compiled once, into that library or into the file that includes bodies.hpp, and what
// they need is included there. All files of a program take the same way.
#pragma once

#if defined(GOALPOST_COMPILED)
#define GOALPOST_INLINE
#else
#define GOALPOST_INLINE inline
#endif
