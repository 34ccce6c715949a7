// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>

#include "goalpost/kernel/detail/codes.hpp"

#if defined(__x86_64__) && (defined(__GNUC__) || defined(__clang__))
#define GOALPOST_KERNEL_X86 1
#else
#define GOALPOST_KERNEL_X86 0
#endif

namespace goalpost::kernel::detail {

inline constexpr std::size_t rows_a_block = 64;

/// The bit of what a filter writes where it cannot be certain; no outcome has it.
inline constexpr std::uint8_t undecided = 0x80;

/// Which instructions a loop is compiled for. `none`: no filter, exact arithmetic only; `any`: a filter in
/// whatever the program is compiled for.
enum class Level : std::uint8_t { none, any, avx2, avx512 };

/// The best level of this processor.
inline Level best_level() noexcept {
#if GOALPOST_KERNEL_X86
    __builtin_cpu_init();
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl"))
        return Level::avx512;
    if (__builtin_cpu_supports("avx2")) return Level::avx2;
#endif
    return Level::any;
}

/// Whether the compiler keeps floating-point operations as they are written, on which the filters' bound
/// rests.
#if defined(__FAST_MATH__) || defined(__ASSOCIATIVE_MATH__)
inline constexpr bool filters_hold = false;
#else
inline constexpr bool filters_hold = true;
#endif

// Clang has no macro for -fassociative-math alone.
#if defined(__clang__)
#define GOALPOST_KERNEL_AS_WRITTEN _Pragma("clang fp reassociate(off)")
#else
#define GOALPOST_KERNEL_AS_WRITTEN
#endif

/// The nearest double: one rounding. Written so that compilers vectorise it where the processor has no
/// instruction for it: both halves are put behind a power of two that makes them exact, 2^84 and 2^52.
template <Level level>
[[gnu::always_inline]] inline double to_double(std::int64_t value) noexcept {
    GOALPOST_KERNEL_AS_WRITTEN
    if constexpr (level == Level::avx512) {
        return static_cast<double>(value);
    } else {
        const auto bits = static_cast<std::uint64_t>(value);
        const auto high = std::bit_cast<double>((bits >> 32) ^ 0x4530'0000'8000'0000U);
        const auto low = std::bit_cast<double>((bits & 0xFFFF'FFFFU) | 0x4330'0000'0000'0000U);
        return (high - 0x1.00000801p84) + low;
    }
}

/// a + b, which is negative where it does not fit and `b` is positive: what a filter leaves undecided.
constexpr std::int64_t wrapping_sum(std::int64_t a, std::int64_t b) noexcept {
    return static_cast<std::int64_t>(static_cast<std::uint64_t>(a) + static_cast<std::uint64_t>(b));
}

/// 10^exponent, 0 <= exponent <= 300, after at most 16 roundings.
inline double ten_to(int exponent) noexcept {
    double power = 1;
    for (; exponent > 18; exponent -= 18)
        power *= 1e18;
    return power * static_cast<double>(powers_of_ten[exponent]);
}

/// How far apart two computed sides must be, as a part of their sizes together, to lie in that order for
/// certain: docs/kernels.md proves it for sides of up to 64 roundings, fused or not, in any rounding mode.
inline constexpr double certain = 0x1p-44;

/// The code of a row from the difference of its sides and the sum of their sizes.
[[gnu::always_inline]] inline std::uint64_t decide(double difference, double sizes, bool usable,
                                                   const Codes& codes) noexcept {
    const std::uint64_t code = difference > 0 ? codes.above_line() : codes.below_line();
    return ((__builtin_fabs(difference) > certain * sizes) & usable) ? code : undecided;
}

/// Hands `block` the function that gives the code of a number and its line. One comparison of 64 bits, the
/// dearest thing in a loop over them, serves: of three outcomes, two are the same.
template <class Block>
[[gnu::always_inline]] inline void by_side(std::uint64_t below, std::uint64_t at, std::uint64_t above,
                                           const Block& block) noexcept {
    if (at == above)
        block([=](std::int64_t number, std::int64_t line) { return line > number ? below : above; });
    else if (at == below)
        block([=](std::int64_t number, std::int64_t line) { return number > line ? above : below; });
    else
        block([=](std::int64_t number, std::int64_t line) { return number == line ? at : below; });
}

/// Runs a filter of one row over a block: a plain loop of constant length into an array of its own, which
/// nothing else can see, so that compilers vectorise it without asking.
template <class Row, class... Units>
[[gnu::always_inline]] inline void each_row(std::uint8_t* codes, const Row& row,
                                            const Units*... units) noexcept {
    std::array<std::uint8_t, rows_a_block> found;
    for (std::size_t i = 0; i < rows_a_block; ++i)
        found[i] = static_cast<std::uint8_t>(row(units[i]...));
    std::memcpy(codes, found.data(), rows_a_block);
}

/// How many rows of a block are undecided; most often none.
inline unsigned count_undecided(const std::uint8_t* codes) noexcept {
    std::array<std::uint64_t, rows_a_block / 8> words;
    std::memcpy(words.data(), codes, rows_a_block);
    std::uint64_t any = 0;
    for (const auto word : words)
        any |= word;
    constexpr std::uint64_t ones = 0x0101'0101'0101'0101U;
    if ((any & (ones * undecided)) == 0) return 0;
    std::uint64_t sums = 0;
    for (const auto word : words)
        sums += (word >> 7) & ones;
    return static_cast<unsigned>((sums * ones) >> 56);
}

}  // namespace goalpost::kernel::detail
