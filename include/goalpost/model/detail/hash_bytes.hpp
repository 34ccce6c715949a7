// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>

namespace goalpost::detail {

template <class Unsigned>
Unsigned load(const char* from) noexcept {
    Unsigned made = 0;
    std::memcpy(&made, from, sizeof made);
    return made;
}

/// Whether two texts of one size are the same. Of short ones: comparing them in place costs less than a call,
/// and less than asking after each eight bytes whether to go on.
[[gnu::always_inline]] inline bool same_bytes(const char* a, const char* b, std::size_t size) noexcept {
    const auto differ = [a, b](auto part, std::size_t at) {
        using Part = decltype(part);
        return load<Part>(a + at) ^ load<Part>(b + at);
    };
    constexpr std::uint64_t eight = 0;
    constexpr std::uint32_t four = 0;
    if (size >= 8) {
        auto found = differ(eight, 0) | differ(eight, size - 8);
        if (size <= 16) return found == 0;
        found |= differ(eight, 8) | differ(eight, size - 16);
        for (std::size_t at = 16; at + 16 < size && found == 0; at += 8)
            found = differ(eight, at);
        return found == 0;
    }
    if (size >= 4) return (differ(four, 0) | differ(four, size - 4)) == 0;
    return size == 0 || (a[0] == b[0] && a[size / 2] == b[size / 2] && a[size - 1] == b[size - 1]);
}

/// A hash of short texts, eight bytes at a time; the same in one process only, since it depends on the order
/// of bytes.
inline std::uint64_t hash_bytes(std::string_view text) noexcept {
    constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
    const char* at = text.data();
    const auto size = text.size();
    std::uint64_t hash = size * odd;
    const auto mix = [&](std::uint64_t eight) {
        hash = (hash ^ eight) * odd;
        hash ^= hash >> 32U;
    };
    if (size >= 8) {
        for (std::size_t i = 0; i + 8 < size; i += 8)
            mix(load<std::uint64_t>(at + i));
        mix(load<std::uint64_t>(at + size - 8));  // may read some bytes again, and never one beyond
    } else if (size >= 4) {
        mix(std::uint64_t{load<std::uint32_t>(at)} << 32U | load<std::uint32_t>(at + size - 4));
    } else if (size > 0) {
        const auto byte = [&](std::size_t i) {
            return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i]));
        };
        mix(byte(0) << 16U | byte(size / 2) << 8U | byte(size - 1));
    }
    hash *= odd;  // so that the last byte reaches every bit
    return hash ^ hash >> 32U;
}

/// The half of it that every byte reaches, for tables that keep the hashes.
inline std::uint32_t short_hash(std::string_view text) noexcept {
    return static_cast<std::uint32_t>(hash_bytes(text));
}

}  // namespace goalpost::detail
