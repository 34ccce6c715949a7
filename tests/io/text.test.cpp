// SPDX-License-Identifier: BSL-1.0
#include "io/text.hpp"

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <cstddef>
#include <string>
#include <string_view>

#include "support/random.hpp"

using goalpost::detail::find_invalid_utf8;

namespace {

constexpr auto none = std::string_view::npos;

/// Character by character, as another library reads them.
std::size_t by_utf8proc(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        utf8proc_int32_t character = 0;
        const auto length = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()) + at,
                                             static_cast<utf8proc_ssize_t>(text.size() - at), &character);
        if (length < 1) return at;
        at += static_cast<std::size_t>(length);
    }
    return none;
}

}  // namespace

TEST_CASE("the first byte that is not UTF-8 is found wherever it stands") {
    CHECK(find_invalid_utf8("") == none);
    CHECK(find_invalid_utf8("清州市东湖区,2024,é,😀") == none);
    for (const std::string_view bad : {"\x80", "\xC1\x81", "\xE0\x9F\xBF", "\xED\xA0\x80", "\xE4\xB8",
                                       "\xF0\x8F\xBF\xBF", "\xF4\x90\x80\x80", "\xFF"}) {
        for (std::size_t before = 0; before < 24; ++before) {
            for (std::size_t after = 0; after < 12; ++after) {
                const std::string ascii(before, 'a');
                CHECK(find_invalid_utf8(ascii + std::string(bad) + std::string(after, 'z')) == before);
                std::string wide;
                while (wide.size() < before)
                    wide += "区";
                CHECK(find_invalid_utf8(wide + std::string(bad) + std::string(after, 'z')) == wide.size());
            }
        }
    }
}

TEST_CASE("text is UTF-8 exactly where another library says so") {
    goalpost::test::Random random(20241123);
    constexpr std::string_view pieces[] = {"a",
                                           "1234",
                                           "区",
                                           "東京都",
                                           "é",
                                           "😀",
                                           "\xED\x9F\xBF",
                                           "\xEE\x80\x80",
                                           "\xE0\xA0\x80",
                                           "\xE1\x80\x80",
                                           "\xEC\xBF\xBF",
                                           "\xE4",
                                           "\xE4\xB8",
                                           "\x80",
                                           "\xED\xA0\x80",
                                           "\xC0"};
    for (int round = 0; round < 20'000; ++round) {
        std::string text;
        const auto count = random.between(0, 12);
        for (std::int64_t i = 0; i < count; ++i) {
            const bool sound = random.chance(10) ? false : true;
            text += sound ? pieces[random.bits() % 11] : random.pick(pieces);
        }
        CHECK(find_invalid_utf8(text) == by_utf8proc(text));
    }
}
