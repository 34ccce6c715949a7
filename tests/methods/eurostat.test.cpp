// SPDX-License-Identifier: BSL-1.0
#include "goalpost/methods/eurostat.hpp"

#include <doctest/doctest.h>

using namespace goalpost;

namespace {
Ratio r(std::string_view text) { return Ratio::parse(text).value(); }
/// One year, so that growth is in plain sight.
MethodInput from(std::string_view base, std::string_view current, Better better = Better::higher) {
    return {.base = r(base),
            .base_year = 2015,
            .current = r(current),
            .current_year = 2016,
            .better = better,
            .target_year = 2016};
}
MethodInput towards(MethodInput input, std::string_view target) {
    input.target = r(target);
    return input;
}
std::string verdict(const MethodInput& input) { return eurostat::assess(input).verdict; }
}  // namespace

TEST_SUITE("methods/eurostat") {
    TEST_CASE("without a target: 1 %, 0 and -1 % in the wanted direction") {
        CHECK(verdict(from("100", "101")) == "significant_progress");
        CHECK(verdict(from("100", "100.9")) == "moderate_progress");
        CHECK(verdict(from("100", "100")) == "moderate_progress");
        CHECK(verdict(from("100", "99")) == "moderate_movement_away");
        CHECK(verdict(from("100", "98.9")) == "significant_movement_away");
        CHECK(verdict(from("100", "99", Better::lower)) == "significant_progress");
        CHECK(verdict(from("-100", "-99")) == "significant_progress");
    }

    TEST_CASE("with a target: 95 %, 60 % and 0 of the growth that was needed") {
        CHECK(verdict(towards(from("100", "109.5"), "110")) == "significant_progress");
        CHECK(verdict(towards(from("100", "109.4"), "110")) == "moderate_progress");
        CHECK(verdict(towards(from("100", "106"), "110")) == "moderate_progress");
        CHECK(verdict(towards(from("100", "105.9"), "110")) == "insufficient_progress");
        CHECK(verdict(towards(from("100", "100"), "110")) == "insufficient_progress");
        CHECK(verdict(towards(from("100", "99"), "110")) == "movement_away");
        CHECK(verdict(towards(from("100", "90.5", Better::lower), "90")) == "significant_progress");
        CHECK(verdict(towards(from("100", "110"), "110")) == "target_met");
        CHECK(eurostat::assess(towards(from("100", "109.5"), "110")).value->rational() == r("0.95"));
    }

    TEST_CASE("hard cases: nothing is put in the place of zero") {
        CHECK(eurostat::assess(from("0", "4")).reason == Reason::zero_base);
        CHECK(eurostat::assess(towards(from("8", "2", Better::lower), "0")).reason == Reason::sign_change);
        CHECK(eurostat::assess(from("2", "-1")).reason == Reason::sign_change);
        CHECK(verdict(towards(from("50", "50"), "50")) == "target_met");
        CHECK(verdict(towards(from("50", "49"), "50")) == "movement_away");
        CHECK(verdict(towards(from("55", "49"), "50")) == "movement_away");
        auto once = from("50", "50");
        once.current_year = 2015;
        CHECK(verdict(once) == "not_assessed");
        CHECK(eurostat::assess(once).reason == Reason::missing_base);
    }
}
