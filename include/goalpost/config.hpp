// SPDX-License-Identifier: BSL-1.0
// Header-only, every function is `inline`. With goalpost::compiled (which defines GOALPOST_COMPILED) the
// longer ones are compiled once, into the library, and what they need is included there.
#pragma once

#if defined(GOALPOST_COMPILED)
#define GOALPOST_INLINE
#else
#define GOALPOST_INLINE inline
#endif
