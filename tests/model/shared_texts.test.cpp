// SPDX-License-Identifier: BSL-1.0
#include "goalpost/model/shared_texts.hpp"

#include <doctest/doctest.h>

#include <span>
#include <string>
#include <utility>
#include <vector>

using goalpost::SharedTexts;

TEST_CASE("a shared list takes eight bytes, and an empty one no more") {
    CHECK(sizeof(SharedTexts) == sizeof(void*));
    CHECK(SharedTexts().empty());
    CHECK(SharedTexts(std::vector<std::string>()).empty());
    CHECK(SharedTexts().begin() == SharedTexts().end());
    const std::span<const std::string> none = SharedTexts();
    CHECK(none.empty());
}

TEST_CASE("copies share one list, and keep it when the first is replaced") {
    SharedTexts one = {"science", "finance"};
    const SharedTexts copy = one;
    CHECK(copy.begin() == one.begin());
    const SharedTexts another = {"science", "finance"};
    CHECK(another.begin() != one.begin());
    CHECK(another == one);
    one = {"science"};
    CHECK(one != copy);
    CHECK(copy.size() == 2);
    const SharedTexts moved = std::move(one);
    CHECK(moved == std::vector<std::string>{"science"});
    CHECK(one.empty());  // NOLINT: what is left is what is tested
    one.clear();
    CHECK(one == SharedTexts());
    CHECK(one != moved);
}

TEST_CASE("a shared list is read as a list") {
    const SharedTexts list = std::vector<std::string>{"a", "b", "c"};
    std::string all;
    for (const auto& text : list)
        all += text;
    CHECK(all == "abc");
    CHECK(list.front() == "a");
    CHECK(list[1] == "b");
    CHECK(list.back() == "c");
    const std::span<const std::string> span = list;
    CHECK(span.size() == 3);
    CHECK(span.data() == list.begin());
}
