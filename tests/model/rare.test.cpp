// SPDX-License-Identifier: BSL-1.0
#include "goalpost/model/rare.hpp"

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <type_traits>
#include <utility>

using goalpost::Rare;

namespace {

struct Part {
    std::string name{};
    int number = 7;
    friend bool operator==(const Part&, const Part&) = default;
};

struct Whole {
    Rare<Part> part{};
    int number = 0;
};

}  // namespace

TEST_CASE("a rare value takes a pointer, and no more where there is none") {
    CHECK(sizeof(Rare<Part>) == sizeof(void*));
    CHECK(std::is_nothrow_move_constructible_v<Rare<Part>>);
    CHECK(std::is_nothrow_move_assignable_v<Rare<Part>>);
}

TEST_CASE("a rare value is made as an optional one is") {
    const Whole lacking{.number = 3};
    CHECK_FALSE(lacking.part);
    CHECK_FALSE(lacking.part.has_value());
    CHECK(lacking.part == std::nullopt);
    CHECK_THROWS_AS(static_cast<void>(lacking.part.value()), std::bad_optional_access);
    CHECK(lacking.part.value_or(Part{"other"}).name == "other");

    const Whole having{.part = Part{"a part"}};
    CHECK(having.part);
    CHECK(having.part != std::nullopt);
    CHECK(having.part->name == "a part");
    CHECK((*having.part).number == 7);
    CHECK(having.part.value().name == "a part");
    CHECK(having.part.value_or(Part{"other"}).name == "a part");

    Rare<Part> made;
    made.emplace().name = "emplaced";
    CHECK(made->name == "emplaced");
    made = Part{"assigned"};
    CHECK(made->name == "assigned");
    made.reset();
    CHECK_FALSE(made);
    made = Part{"again"};
    made = std::nullopt;
    CHECK_FALSE(made);
}

TEST_CASE("copies of a rare value are values of their own") {
    Rare<Part> one = Part{"one"};
    Rare<Part> copy = one;
    CHECK(copy == one);
    copy->name = "another";
    CHECK(one->name == "one");
    CHECK(copy != one);
    one = copy;
    CHECK(one == copy);
    one->number = 8;
    CHECK(copy->number == 7);
    const auto& itself = one;
    one = itself;
    CHECK(one->number == 8);
    one = Rare<Part>();
    CHECK_FALSE(one);
    CHECK(one != copy);
    CHECK(one == Rare<Part>());
}

TEST_CASE("a rare value that is moved leaves none behind") {
    Rare<Part> one = Part{"one"};
    const Rare<Part> other = std::move(one);
    CHECK(other->name == "one");
    CHECK_FALSE(one);  // NOLINT: what is left is what is tested
}

TEST_CASE("rare and optional values stand for each other") {
    std::optional<Part> optional = Part{"one"};
    Rare<Part> rare = optional;
    CHECK(rare->name == "one");
    optional->name = "moved";
    rare = std::move(optional);
    CHECK(rare->name == "moved");
    rare = std::optional<Part>();
    CHECK_FALSE(rare);
    std::optional<Part> back = rare;
    CHECK_FALSE(back);
    rare = Part{"there"};
    back = rare;
    CHECK(back == Part{"there"});
}
