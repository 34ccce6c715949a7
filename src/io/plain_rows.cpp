// SPDX-License-Identifier: BSL-1.0
#include "io/plain_rows.hpp"

#include <algorithm>
#include <bit>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace goalpost::detail {

namespace {

/// Ends a cell or makes its row one for `split_row`: a comma, a quote, a line feed, and the control
/// characters before it, the tab and NUL among them.
bool is_delimiter(char c) noexcept { return c == ',' || c == '"' || static_cast<unsigned char>(c) <= '\n'; }

// Each writes the places of the delimiters in whole steps of 64 bytes and returns how many they are. There is
// room for some more than there are, so that the loop seldom has to ask whether one more is left.
constexpr std::size_t step = 64;
using FindPlaces = std::uint16_t* (*)(const char*, std::size_t, std::uint16_t*);

/// The places of the bits that are set, of which there are `count`; some more are written behind them.
[[gnu::always_inline]] inline std::uint16_t* places_of(std::uint64_t bits, int count, std::size_t from,
                                                       std::uint16_t* to) {
    for (int k = 0; k < count; k += 6) {
        for (int j = 0; j < 6; ++j) {
            to[k + j] = static_cast<std::uint16_t>(from + static_cast<std::size_t>(std::countr_zero(bits)));
            bits &= bits - 1;
        }
    }
    return to + count;
}

#if defined(__x86_64__)

[[gnu::target("avx2,bmi,popcnt")]] std::uint16_t* find_places_avx2(const char* text, std::size_t size,
                                                                   std::uint16_t* to) {
    const auto comma = _mm256_set1_epi8(',');
    const auto quote = _mm256_set1_epi8('"');
    const auto feed = _mm256_set1_epi8('\n');
    for (std::size_t i = 0; i + step <= size; i += step) {
        std::uint64_t bits = 0;
        for (unsigned half = 0; half < 2; ++half) {
            const auto bytes = _mm256_loadu_si256(reinterpret_cast<const __m256i*>(text + i) + half);
            const auto low = _mm256_cmpeq_epi8(_mm256_min_epu8(bytes, feed), bytes);
            const auto found = _mm256_or_si256(
                _mm256_or_si256(_mm256_cmpeq_epi8(bytes, comma), _mm256_cmpeq_epi8(bytes, quote)), low);
            bits |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm256_movemask_epi8(found)))
                    << (32U * half);
        }
        to = places_of(bits, std::popcount(bits), i, to);
    }
    return to;
}

std::uint16_t* find_places(const char* text, std::size_t size, std::uint16_t* to) {
    const auto comma = _mm_set1_epi8(',');
    const auto quote = _mm_set1_epi8('"');
    const auto feed = _mm_set1_epi8('\n');
    for (std::size_t i = 0; i + step <= size; i += step) {
        std::uint64_t bits = 0;
        for (unsigned quarter = 0; quarter < 4; ++quarter) {
            const auto bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text + i) + quarter);
            const auto low = _mm_cmpeq_epi8(_mm_min_epu8(bytes, feed), bytes);
            const auto found =
                _mm_or_si128(_mm_or_si128(_mm_cmpeq_epi8(bytes, comma), _mm_cmpeq_epi8(bytes, quote)), low);
            bits |= static_cast<std::uint64_t>(static_cast<std::uint32_t>(_mm_movemask_epi8(found)))
                    << (16U * quarter);
        }
        to = places_of(bits, std::popcount(bits), i, to);
    }
    return to;
}

FindPlaces best_find_places() { return __builtin_cpu_supports("avx2") ? &find_places_avx2 : &find_places; }

#else

std::uint16_t* find_places(const char* text, std::size_t size, std::uint16_t* to) {
    for (std::size_t i = 0; i < size / step * step; ++i) {
        *to = static_cast<std::uint16_t>(i);
        to += is_delimiter(text[i]) ? 1 : 0;
    }
    return to;
}

FindPlaces best_find_places() { return &find_places; }

#endif

}  // namespace

void PlainRows::refill(std::size_t at) {
    static const FindPlaces find = best_find_places();
    begin_ = at;
    next_ = 0;
    const char* const from = text_.data() + begin_;
    const auto size = std::min(text_.size() - at, piece_size);
    auto* to = find(from, size, places());
    for (auto i = size / step * step; i < size; ++i) {
        if (is_delimiter(from[i])) *to++ = static_cast<std::uint16_t>(i);
    }
    count_ = static_cast<std::size_t>(to - places());
}

PlainRows::QuotedRow PlainRows::cut(std::size_t at, std::size_t width, bool& complete) {
    complete = false;
    const char* const piece = text_.data() + begin_;
    const char* from = text_.data() + at;
    auto next = next_;
    QuotedRow row;
    for (std::size_t i = 0; i < width; ++i) {
        if (next == count_) return {};
        const char* end = piece + places()[next];
        auto& cell = cells_[i];
        bool sound = true;
        if (*from == '"') {  // and so the next delimiter
            for (++next;; ++next) {
                if (next == count_) return {};
                const char c = piece[places()[next]];
                if (c == '"') break;
                if (c == '\n') ++row.lines;
                if (c == '\0') {
                    complete = true;
                    return {};
                }
            }
            const char* const close = piece + places()[next];
            if (++next == count_) return {};
            end = piece + places()[next];
            cell = {from + 1, static_cast<std::size_t>(close - from - 1)};
            sound = end == close + 1 || (end == close + 2 && close[1] == '\r' && *end == '\n');
        } else {
            cell = {from, static_cast<std::size_t>(end - from)};
        }
        if (!sound || *end != (i + 1 == width ? '\n' : ',')) {
            complete = true;
            return {};
        }
        ++next;
        from = end + 1;
    }
    complete = true;
    next_ = next;
    row.cells = cells_.data();
    row.end = from - 1;
    return row;
}

PlainRows::QuotedRow PlainRows::quoted_row(std::size_t at, std::size_t width) {
    if (width > most_width) return {};
    bool complete = false;
    auto row = cut(at, width, complete);
    if (!complete && begin_ != at) {
        refill(at);
        row = cut(at, width, complete);
    }
    return row;
}

}  // namespace goalpost::detail
