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

    void add(const std::string& id) {
        index.add(id, ids.size());
        ids.push_back(id);
    }
    [[nodiscard]] std::size_t find(const std::string& id) const {
        return index.find(id, [this](std::size_t i) -> const std::string& { return ids[i]; });
    }
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

TEST_CASE("a cleared index takes ids again") {
    Items items;
    items.add("a");
    items.index.clear();
    CHECK(items.find("a") == IdIndex::none);
    items.ids.clear();
    items.add("b");
    items.add("a");
    CHECK(items.find("a") == 1);
}
