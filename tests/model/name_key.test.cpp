// SPDX-License-Identifier: BSL-1.0
#include <goalpost/model/name_key.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

using goalpost::name_key;

TEST_CASE("names that differ by white space and full-width letters only have one key") {
    const std::string_view same[][2] = {
        {"R&D 经费", "R&D经费"},
        {"Ｒ＆Ｄ经费", "R&D经费"},        // full-width letters and sign
        {"R&D\u3000经费", "R&D经费"},     // ideographic space
        {"R&D\u00A0经费", "R&D经费"},     // no-break space
        {" \t R&D\r\n经费 ", "R&D经费"},  // a cell with a line break in it
        {"规上工业增加值（亿元）", "规上工业增加值(亿元)"},
        {"２０２４年：１００％", "2024年:100%"},
        {"！～", "!~"},  // the first and the last of them, U+FF01 and U+FF5E
        {"＿｀", "_`"},  // where the third byte runs over, U+FF3F and U+FF40
        {"", ""},
        {"\u3000 ", ""},
    };
    for (const auto& pair : same)
        CHECK(name_key(pair[0]) == pair[1]);
}

TEST_CASE("nothing else is made alike") {
    // Not in the key: case, other punctuation, other widths, near letters. Nothing fuzzy.
    for (const std::string_view name : {"R&D经费", "gdp", "GDP", "研发—投入", "“双创”", "ｶﾅ", "é", "\uFF5F",
                                        "\uFF00", "\u00A1", "\u3001"}) {
        CAPTURE(name);
        CHECK(name_key(name) == name);
    }
    CHECK(name_key("GDP") != name_key("gdp"));
}

TEST_CASE("a key is its own key") {
    for (const std::string_view name : {"Ｒ＆Ｄ 经费（亿元）", "a b\u3000c", "＋－"})
        CHECK(name_key(name_key(name)) == name_key(name));
}

TEST_CASE("text that is no UTF-8 goes through unharmed") {
    for (const std::string_view name : {"\xEF", "\xEF\xBC", "\xE3\x80", "\xC2", "\xFF\xFE",
                                        "a\x80"
                                        "b"})
        CHECK(name_key(name) == name);
}
