// SPDX-License-Identifier: BSL-1.0
#include "goalpost/model/shared_list.hpp"

#include <doctest/doctest.h>

#include <span>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

using goalpost::SharedList;
using goalpost::SharedTexts;

namespace {

/// Knows how many there are, and throws when the copy that was asked for is made.
struct Counted {
    explicit Counted(int which) : number(which) { ++alive; }
    Counted(const Counted& other) : number(other.number) {
        if (copies_left == 0) throw std::runtime_error("no more copies");
        --copies_left;
        ++alive;
    }
    Counted(Counted&& other) noexcept : number(std::exchange(other.number, -1)) { ++alive; }
    Counted& operator=(const Counted&) = default;
    ~Counted() { --alive; }
    friend bool operator==(const Counted& a, const Counted& b) { return a.number == b.number; }

    int number;
    static inline int alive = 0;
    static inline int copies_left = 1000;
};

}  // namespace

TEST_CASE("a shared list takes eight bytes, and an empty one no more") {
    CHECK(sizeof(SharedTexts) == sizeof(void*));
    CHECK(SharedTexts().empty());
    CHECK(SharedTexts(std::vector<std::string>()).empty());
    CHECK(SharedTexts().begin() == SharedTexts().end());
    const std::span<const std::string> none = SharedTexts();
    CHECK(none.empty());
    CHECK(SharedTexts().edit().empty());
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

TEST_CASE("what is edited is its own, and what nobody shares is edited where it is") {
    SharedTexts one = {"science", "finance"};
    const auto* const place = one.data();
    one.edit()[0] = "health";
    CHECK(one.data() == place);
    const SharedTexts copy = one;
    one.edit()[1] = "works";
    CHECK(one.data() != copy.data());
    CHECK(one == SharedTexts{"health", "works"});
    CHECK(copy == SharedTexts{"health", "finance"});
}

TEST_CASE("a list grows without its copies") {
    SharedTexts one;
    for (int i = 0; i < 20; ++i) {
        const SharedTexts before = one;
        const auto size = before.size();
        one.push_back(std::to_string(i));
        CHECK(before.size() == size);
        CHECK(one.size() == size + 1);
    }
    for (std::size_t i = 0; i < 20; ++i)
        CHECK(one[i] == std::to_string(i));
    one.push_back(one.front());  // of itself, where there may be no room
    CHECK(one.back() == "0");
}

TEST_CASE("every value is destroyed once, whatever throws") {
    {
        SharedList<Counted> list(std::vector<Counted>{Counted(1), Counted(2)});
        for (int i = 3; i < 9; ++i)
            list.push_back(Counted(i));
        CHECK(Counted::alive == 8);
        SharedList<Counted> copy = list;
        CHECK(Counted::alive == 8);
        Counted::copies_left = 5;
        CHECK_THROWS_AS((void)copy.edit(), std::runtime_error);
        CHECK(copy == list);
        Counted::copies_left = 3;
        CHECK_THROWS_AS(copy.push_back(Counted(9)), std::runtime_error);
        CHECK(copy == list);
        Counted::copies_left = 1000;
        CHECK(Counted::alive == 8);
        copy.push_back(Counted(9));
        CHECK(Counted::alive == 17);
        copy = list;
        CHECK(Counted::alive == 8);
    }
    CHECK(Counted::alive == 0);
}
