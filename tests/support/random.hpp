// SPDX-License-Identifier: BSL-1.0
// Random operands for property tests: the same on every machine and compiler, which the distributions of the
// standard library are not. Draw in statements of their own: compilers differ in the order in which they
// evaluate the arguments of a call.
#pragma once

#include <cstddef>
#include <cstdint>
#include <random>

namespace goalpost::test {

class Random {
  public:
    explicit Random(std::uint64_t seed) : engine_(seed) {}

    std::uint64_t bits() { return engine_(); }
    /// From `low` to `high`, both included.
    std::int64_t between(std::int64_t low, std::int64_t high) {
        const auto width = static_cast<std::uint64_t>(high) - static_cast<std::uint64_t>(low) + 1;
        return static_cast<std::int64_t>(static_cast<std::uint64_t>(low) +
                                         (width == 0 ? bits() : bits() % width));
    }
    bool chance(int one_in) { return between(1, one_in) == 1; }
    template <class Item, std::size_t Count>
    const Item& pick(const Item (&items)[Count]) {
        return items[bits() % Count];
    }
    template <class Items>
    const auto& pick(const Items& items) {
        return items[bits() % items.size()];
    }

  private:
    std::mt19937_64 engine_;
};

}  // namespace goalpost::test
