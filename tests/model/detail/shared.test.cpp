// SPDX-License-Identifier: BSL-1.0
#include "goalpost/model/detail/shared.hpp"

#include <doctest/doctest.h>

#include <thread>
#include <utility>
#include <vector>

using goalpost::detail::Shared;

namespace {

/// Counts how many of it there are.
struct Counted {
    explicit Counted(int& number) : alive(&number) { ++*alive; }
    Counted(Counted&& other) noexcept : alive(std::exchange(other.alive, nullptr)) {}
    Counted(const Counted&) = delete;
    Counted& operator=(const Counted&) = delete;
    ~Counted() {
        if (alive != nullptr) --*alive;
    }
    int* alive;
};

}  // namespace

TEST_CASE("a shared value goes with its last owner") {
    int alive = 0;
    {
        Shared<Counted> none;
        CHECK(none.get() == nullptr);
        Shared<Counted> first{Counted(alive)};
        CHECK(alive == 1);
        const Shared<Counted> second = first;  // NOLINT: a copy is what is tested
        CHECK(second.get() == first.get());
        none = first;
        first = Shared<Counted>();
        CHECK(first.get() == nullptr);
        CHECK(alive == 1);
        first = std::move(none);
        CHECK(none.get() == nullptr);  // NOLINT: what is left is what is tested
        const auto& itself = first;
        first = itself;
        CHECK(first.get() == second.get());
        first = Shared<Counted>{Counted(alive)};
        CHECK(alive == 2);
        CHECK(first.get() != second.get());
    }
    CHECK(alive == 0);
}

TEST_CASE("several threads may own one value") {
    int alive = 0;
    {
        const Shared<Counted> first{Counted(alive)};
        std::vector<std::thread> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back([first] {
                for (int n = 0; n < 10'000; ++n)
                    const Shared<Counted> copy = first;  // NOLINT: copies are what is tested
            });
        }
        for (auto& thread : threads)
            thread.join();
        CHECK(alive == 1);
    }
    CHECK(alive == 0);
}
