// SPDX-License-Identifier: BSL-1.0
#include <goalpost/result.hpp>

#include <doctest/doctest.h>

#include <memory>
#include <stdexcept>
#include <string>
#include <type_traits>
#include <utility>

using goalpost::ParseError;
using goalpost::Result;

static_assert(
    !std::is_convertible_v<Result<int>, bool>);  // an int result is not asked for its truth by mistake
static_assert(!std::is_default_constructible_v<Result<int>>);  // neither value nor error is no result

TEST_CASE("a result holds a value") {
    const Result<std::string> made = std::string("value");
    REQUIRE(made.has_value());
    CHECK(*made == "value");
    CHECK(made->size() == 5);
    CHECK(made.value() == "value");
    CHECK_THROWS_AS(static_cast<void>(made.error()), std::logic_error);
}

TEST_CASE("a result's value can be moved out") {
    Result<std::unique_ptr<int>> made = std::make_unique<int>(7);
    const auto out = *std::move(made);
    CHECK(*out == 7);
}

TEST_CASE("a result holds an error, and its value throws with the error's message") {
    const Result<int> none = ParseError{3, "'x'", "a digit", "write one"};
    CHECK_FALSE(none.has_value());
    CHECK_FALSE(static_cast<bool>(none));
    CHECK(none.error() == ParseError{3, "'x'", "a digit", "write one"});
    CHECK_THROWS_WITH_AS(static_cast<void>(none.value()), "at 4: found 'x', expected a digit; write one",
                         std::logic_error);
    CHECK(ParseError{0, "'x'", "a digit", ""}.message() == "at 1: found 'x', expected a digit");
    const Result<int, std::string> plain = std::string("no message of its own");
    CHECK_THROWS_AS(static_cast<void>(plain.value()), std::logic_error);
}
