// SPDX-License-Identifier: BSL-1.0
#include "goalpost/methods/path_values.hpp"

#include <doctest/doctest.h>

#include "methods/published.hpp"

using namespace goalpost;
using namespace goalpost::test;
namespace paths = goalpost::path_values;

namespace {
Ratio r(std::string_view text) { return Ratio::parse(text).value(); }
}  // namespace

TEST_SUITE("methods/path_values") {
    TEST_CASE("every published value") {
        const auto rows = rows_of("who_paths.csv");
        REQUIRE(rows.size() == 3);
        for (const auto& row : rows) {
            CAPTURE(row.at("kind"));
            paths::Path path;
            path.base = number(row.at("baseline_value")).value();
            path.base_year = whole(row.at("baseline_year"));
            path.target = number(row.at("target_value"));
            if (!row.at("target_year").empty()) path.target_year = whole(row.at("target_year"));
            const bool halt = row.at("kind").starts_with("halt");
            path.better = halt ? Better::lower : Better::higher;
            const int year = whole(row.at("at_year"));
            const auto value = halt ? paths::halt_the_rise(path, year) : paths::linear(path, year);
            CHECK(agrees(value, number(row.at("expected_value"))));
        }
    }

    TEST_CASE("linear: from base to target and no further") {
        const paths::Path path{.base = 50, .base_year = 2020, .target = Ratio(100), .target_year = 2025};
        CHECK(paths::linear(path, 2020)->rational() == Ratio(50));
        CHECK(paths::linear(path, 2022)->rational() == Ratio(70));
        CHECK(paths::linear(path, 2025)->rational() == Ratio(100));
        CHECK(paths::linear(path, 2030)->rational() == Ratio(100));
        CHECK_FALSE(paths::linear(path, 2019));
        CHECK_FALSE(paths::linear({.base = 50, .base_year = 2020}, 2021));
        CHECK_FALSE(
            paths::linear({.base = 50, .base_year = 2025, .target = Ratio(60), .target_year = 2025}, 2025));
        // A base that is better already is kept; base equal to target too.
        CHECK(paths::linear({.base = 50, .base_year = 2020, .target = Ratio(40)}, 2022)->rational() ==
              Ratio(50));
        CHECK(paths::linear({.base = 40, .base_year = 2020, .target = Ratio(40)}, 2022)->rational() ==
              Ratio(40));
        // Zero and signs are fine.
        const paths::Path down{.base = 6, .base_year = 2020, .target = Ratio(0), .better = Better::lower};
        CHECK(paths::linear(down, 2022)->rational() == r("3.6"));
        CHECK(paths::linear({.base = -5, .base_year = 2020, .target = Ratio(5)}, 2024)->rational() ==
              Ratio(3));
    }

    TEST_CASE("constant growth: equal steps by factor") {
        const paths::Path path{.base = 100, .base_year = 2020, .target = Ratio(121), .target_year = 2022};
        CHECK(compare(*paths::constant_growth(path, 2021), 110) == std::strong_ordering::equal);
        CHECK(compare(*paths::constant_growth(path, 2022), 121) == std::strong_ordering::equal);
        CHECK(compare(*paths::constant_growth(path, 2023), r("133.1")) == std::strong_ordering::equal);
        const paths::Path root{.base = 100, .base_year = 2020, .target = Ratio(200), .target_year = 2022};
        CHECK(paths::constant_growth(root, 2021)->fixed(6) == "141.421356");
        CHECK_FALSE(paths::constant_growth({.base = 0, .base_year = 2020, .target = Ratio(5)}, 2021));
        CHECK_FALSE(paths::constant_growth({.base = 5, .base_year = 2020, .target = Ratio(0)}, 2021));
        CHECK_FALSE(paths::constant_growth({.base = -5, .base_year = 2020, .target = Ratio(5)}, 2021));
        paths::Path capped = path;
        capped.ceiling = Ratio(130);
        CHECK(paths::constant_growth(capped, 2023)->rational() == Ratio(130));
        CHECK(paths::linear({.base = 5,
                             .base_year = 2020,
                             .target = Ratio(-5),
                             .target_year = 2021,
                             .better = Better::lower,
                             .floor = Ratio(0)},
                            2021)
                  ->rational() == Ratio(0));
    }

    TEST_CASE("halting a rise, and the better of path and figure") {
        const paths::Path path{.base = 80, .base_year = 2010, .better = Better::lower};
        CHECK(paths::halt_the_rise(path, 2025)->rational() == Ratio(80));
        CHECK_FALSE(paths::halt_the_rise(path, 2009));
        CHECK(paths::better_of(path, Ratio(80), Ratio(75)).rational() == Ratio(75));
        CHECK(paths::better_of(path, Ratio(80), Ratio(95)).rational() == Ratio(80));
        CHECK(paths::better_of({}, Ratio(80), Ratio(95)).rational() == Ratio(95));
    }

    TEST_CASE("on the path or off it") {
        const paths::Path path{.base = 50, .base_year = 2020, .target = Ratio(100), .target_year = 2025};
        const auto at = [&](std::string_view value, int year) {
            return paths::assess(path, paths::linear(path, year), {year, r(value)});
        };
        CHECK(at("70", 2022).verdict == "on_path");
        CHECK(at("69.999", 2022).verdict == "off_path");
        CHECK(at("69.999", 2022).score->rational() == r("-0.001"));
        CHECK(at("69.999", 2022).status == Status::behind);
        CHECK(at("100", 2022).status == Status::achieved_early);
        CHECK(at("99", 2025).status == Status::missed);
        CHECK(at("49", 2019).verdict == "no_path");
        CHECK(at("50", 2020).verdict == "no_path");  // the base says nothing of the way
        CHECK(at("50", 2020).reason == Reason::missing_observation);
        const paths::Path root{.base = 100, .base_year = 2020, .target = Ratio(200), .target_year = 2022};
        CHECK(
            paths::assess(root, paths::constant_growth(root, 2021), {2021, r("141.4213562373095")}).verdict ==
            "off_path");
        CHECK(
            paths::assess(root, paths::constant_growth(root, 2021), {2021, r("141.4213562373096")}).verdict ==
            "on_path");
    }
}
