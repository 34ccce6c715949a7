// SPDX-License-Identifier: BSL-1.0
#include <goalpost/model/detail/text_pool.hpp>

#include <doctest/doctest.h>

#include <optional>
#include <string>
#include <utility>

using goalpost::detail::TextPool;

namespace {

TextPool filled(int count, const std::string& prefix = "k") {
    TextPool pool;
    for (int i = 0; i < count; ++i)
        pool.intern(prefix + std::to_string(i), "text " + std::to_string(i));
    return pool;
}

void check(const TextPool& pool, int count) {
    REQUIRE(pool.size() == static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i) {
        REQUIRE(pool.find("k" + std::to_string(i)) == static_cast<std::uint32_t>(i));
        REQUIRE(pool.text(static_cast<std::uint32_t>(i)) == "text " + std::to_string(i));
    }
    REQUIRE_FALSE(pool.find("k").has_value());
}

}  // namespace

TEST_CASE("texts are numbered by first appearance and found by key") {
    auto pool = filled(500);
    check(pool, 500);
    CHECK(pool.intern("k7", "another text") == 7);
    CHECK(pool.text(7) == "text 7");
    CHECK(pool.intern("", "nothing") == 500);
    CHECK(pool.find("") == 500);
}

TEST_CASE("a pool's copy finds its texts in itself, and grows on its own") {
    auto overwritten = filled(9);
    const TextPool kept = overwritten;
    const TextPool others = filled(9, "x");
    overwritten = others;  // in place: a view into the original's keys would now see these
    check(kept, 9);
    TextPool copy;
    {
        auto original = filled(300);
        copy = original;
        const TextPool constructed = original;
        check(constructed, 300);
        original.intern("only here", "x");
    }
    check(copy, 300);
    const auto& self = copy;
    copy = self;
    check(copy, 300);
    copy.intern("k300", "text 300");
    check(copy, 301);
    TextPool moved = std::move(copy);
    check(moved, 301);
    moved = filled(3);
    check(moved, 3);
}
