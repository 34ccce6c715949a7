// SPDX-License-Identifier: BSL-1.0
#include <goalpost/io/nfkc.hpp>
#include <goalpost/model/name_key.hpp>

#include <doctest/doctest.h>
#include <utf8proc.h>

#include <array>
#include <cstdint>
#include <cstdlib>
#include <memory>
#include <string>
#include <string_view>

using goalpost::nfkc_key;

namespace {

std::string utf8(std::int32_t character) {
    std::array<utf8proc_uint8_t, 4> bytes{};
    const auto length = utf8proc_encode_char(character, bytes.data());
    return {reinterpret_cast<const char*>(bytes.data()), static_cast<std::size_t>(length)};
}

/// As another library makes it.
std::string nfkc(const std::string& text) {
    const std::unique_ptr<utf8proc_uint8_t, decltype(&std::free)> made(
        utf8proc_NFKC(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str())), &std::free);
    return reinterpret_cast<const char*>(made.get());
}

}  // namespace

TEST_CASE("names that differ in width, compatibility form or white space have one key") {
    CHECK(nfkc_key("R&D经费支出占GDP比重") == "R&D经费支出占GDP比重");
    CHECK(nfkc_key("Ｒ＆Ｄ　经费 支出占ＧＤＰ比重") == "R&D经费支出占GDP比重");
    CHECK(nfkc_key("㎡") == "m2");
    CHECK(nfkc_key("①②") == "12");
    CHECK(nfkc_key("ｶﾞ") == "ガ");
    CHECK(nfkc_key("e\u0301") == "\u00E9");
    CHECK(nfkc_key("规上（工业）") == "规上(工业)");
    CHECK(nfkc_key("％") == "%");
}

TEST_CASE("every white space goes, and so do the two that are spaces in name only") {
    for (const std::string_view space :
         {" ", "\t", "\n", "\v", "\f", "\r", "\xC2\x85", "\u00A0", "\u1680", "\u2000", "\u200A", "\u200B",
          "\u2028", "\u2029", "\u202F", "\u205F", "\u3000", "\uFEFF"}) {
        CHECK(nfkc_key(std::string("高新").append(space).append("企业")) == "高新企业");
        CHECK(nfkc_key(space).empty());
    }
    CHECK(nfkc_key("").empty());
}

TEST_CASE("a key is its own key, also where a space kept two characters apart that compose") {
    for (const std::string_view name :
         {"e \u0301", "a\u00A0\u0323 \u0307", "\u1100 \u1161", "①　㎡", "R & D"}) {
        const auto key = nfkc_key(name);
        CHECK(nfkc_key(key) == key);
    }
    CHECK(nfkc_key("e \u0301") == "\u00E9");
}

TEST_CASE("different names keep different keys") {
    CHECK(nfkc_key("高技术产业") != nfkc_key("高新技术产业"));
    CHECK(nfkc_key("GDP") != nfkc_key("gdp"));
    CHECK(nfkc_key("臺州") != nfkc_key("台州"));
}

TEST_CASE("what is taken for its own key is so, and the characters around are not") {
    std::size_t differing = 0;
    for (std::int32_t c = 0x4D00; c <= 0xA100; ++c) {
        const auto text = "x" + utf8(c) + utf8(c);
        differing += nfkc_key(text) == nfkc(text) ? 0U : 1U;
        if (c >= 0x4E00 && c <= 0x9FFF) differing += nfkc_key(text) == text ? 0U : 1U;
    }
    CHECK(differing == 0);
    CHECK(nfkc_key("\uF900") == "\u8C48");  // the same ideograph, encoded twice
    CHECK(nfkc_key("北\u3000京") == "北京");
    CHECK(nfkc_key("e\u0301北") == "\u00E9北");
    CHECK(nfkc_key("北\xE4\xBA") == goalpost::name_key("北\xE4\xBA"));  // cut off
}

TEST_CASE("what is not UTF-8 gets the key of the plain library, and no exception") {
    const std::string_view broken = "\xB8\xDF\xD0\xC2 x";
    CHECK(nfkc_key(broken) == goalpost::name_key(broken));
}
