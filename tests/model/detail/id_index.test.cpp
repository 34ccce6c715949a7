// SPDX-License-Identifier: BSL-1.0
#include "goalpost/model/detail/id_index.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <vector>

using goalpost::detail::IdIndex;

namespace {

struct Items {
    std::vector<std::string> ids;
    IdIndex index;

    [[nodiscard]] auto id_of() const {
        return [this](std::size_t i) -> const std::string& { return ids[i]; };
    }
    void add(const std::string& id) {
        index.add(id, id_of());
        ids.push_back(id);
    }
    [[nodiscard]] std::size_t find(const std::string& id) const { return index.find(id, id_of()); }
};

}  // namespace

TEST_CASE("an index without items finds nothing") {
    const Items items;
    CHECK(items.find("") == IdIndex::none);
    CHECK(items.find("a") == IdIndex::none);
}

TEST_CASE("every item is found by its id, and nothing else") {
    Items items;
    for (int i = 0; i < 5000; ++i)
        items.add("t" + std::to_string(i));
    for (int i = 0; i < 5000; ++i)
        CHECK(items.find("t" + std::to_string(i)) == static_cast<std::size_t>(i));
    CHECK(items.find("t5000") == IdIndex::none);
    CHECK(items.find("") == IdIndex::none);
}

TEST_CASE("room that is made keeps what was added") {
    Items items;
    items.add("first");
    items.index.reserve(1000);
    items.add("second");
    items.index.reserve(1);
    CHECK(items.find("first") == 0);
    CHECK(items.find("second") == 1);
}

TEST_CASE("ids in order, and from the first that is not") {
    Items items;
    for (const auto* id : {"", "a", "ab", "b", "\xE5\xB8\x82"}) {
        CHECK(items.find(id) == IdIndex::none);
        items.add(id);
        for (std::size_t i = 0; i < items.ids.size(); ++i)
            CHECK(items.find(items.ids[i]) == i);
        for (const auto* other : {"0", "aa", "c", "\xE7"})
            CHECK(items.find(other) == IdIndex::none);
    }
    for (const auto* id : {"aa", "c", "0"}) {
        CHECK(items.find(id) == IdIndex::none);
        items.add(id);
        for (std::size_t i = 0; i < items.ids.size(); ++i)
            CHECK(items.find(items.ids[i]) == i);
        CHECK(items.find("abc") == IdIndex::none);
    }
}
