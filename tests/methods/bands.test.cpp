// SPDX-License-Identifier: BSL-1.0
#include "goalpost/methods/bands.hpp"

#include <doctest/doctest.h>

#include <string>

using namespace goalpost;

namespace {
std::string placed(const Bands& bands, std::string_view value) {
    return bands.place(ExactReal(Ratio::parse(value).value()))->name;
}
}  // namespace

TEST_SUITE("methods/bands") {
    TEST_CASE("the side of each edge is declared") {
        const Bands bands({{90, true, "good", Status::on_track}, {50, false, "fair", Status::behind}},
                          {0, true, "poor", Status::behind});
        CHECK(placed(bands, "90") == "good");
        CHECK(placed(bands, "89.999999999999999") == "fair");
        CHECK(placed(bands, "50.000000000000001") == "fair");
        CHECK(placed(bands, "50") == "poor");
        CHECK(bands.rank("good") == 0U);
        CHECK(bands.rank("poor") == 2U);
        CHECK_FALSE(bands.rank("bad"));
    }

    TEST_CASE("less can be better") {
        const Bands bands({{5, false, "sun", Status::on_track}, {20, true, "hazy", Status::behind}},
                          {0, true, "cloud", Status::behind}, Better::lower);
        CHECK(placed(bands, "4.9") == "sun");
        CHECK(placed(bands, "5") == "hazy");
        CHECK(placed(bands, "20") == "hazy");
        CHECK(placed(bands, "20.1") == "cloud");
    }

    TEST_CASE("an irrational value is placed exactly") {
        const Bands bands({{Ratio::parse("1.4142135623730950").value(), true, "above", Status::on_track}},
                          {0, true, "below", Status::behind});
        const Surd root_two{0, 1, {2, 1, 2}};  // 1.41421356237309504880...
        CHECK(bands.place(ExactReal(root_two))->name == "above");
        CHECK(
            bands.place(ExactReal(root_two) + ExactReal(Ratio::parse("-0.0000000000000001").value()))->name ==
            "below");
    }

    TEST_CASE("edges go from best to worst") {
        CHECK_THROWS_AS(Bands({{1, true, "a", Status::behind}, {2, true, "b", Status::behind}}, {}),
                        std::invalid_argument);
        CHECK_THROWS_AS(Bands({{1, true, "a", Status::behind}, {1, true, "b", Status::behind}}, {}),
                        std::invalid_argument);
        // More than 1, then 1 itself, is an order.
        CHECK_NOTHROW(Bands({{1, false, "a", Status::behind}, {1, true, "b", Status::behind}}, {}));
    }

    TEST_CASE("from a file's text") {
        const auto bands =
            Bands::parse("# ours\n\n>= 95 on_track on_track\r\n> 60.5 slow behind\nelse off missed\n");
        REQUIRE(bands);
        CHECK(placed(*bands, "95") == "on_track");
        CHECK(placed(*bands, "60.5") == "off");
        CHECK(placed(*bands, "60.6") == "slow");
        CHECK(bands->rest().status == Status::missed);
        const auto lower = Bands::parse("<= 1/3 low achieved\nelse high behind");
        REQUIRE(lower);
        CHECK(lower->better() == Better::lower);
        CHECK(placed(*lower, "1/3") == "low");

        for (const auto* broken :
             {"", ">= 95 on_track on_track", ">= 95 on_track\nelse off behind",
              ">= 9x a behind\nelse b behind", ">= 95 a fine\nelse b behind", "=> 95 a behind\nelse b behind",
              "else b behind\n>= 95 a behind", ">= 5 a behind\n>= 95 b behind\nelse c behind",
              ">= 95 a behind\n< 60 b behind\nelse c behind"}) {
            CAPTURE(broken);
            const auto result = Bands::parse(broken);
            REQUIRE_FALSE(result);
            CHECK_FALSE(result.error().mend.empty());
        }
        // The place is that of the line.
        CHECK(Bands::parse(">= 95 a behind\n>= 9x b behind\nelse c behind").error().position == 15);
        const auto swapped = Bands::parse("# c\n>= 10 a behind\n>= 95 b on_track\nelse c behind\n").error();
        CHECK(swapped.position == 19);
        CHECK(swapped.found == "'95'");
    }
}
