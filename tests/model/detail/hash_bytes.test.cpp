// SPDX-License-Identifier: BSL-1.0
#include "goalpost/model/detail/hash_bytes.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

using goalpost::detail::hash_bytes;
using goalpost::detail::same_bytes;
using goalpost::detail::short_hash;

TEST_CASE("every byte counts, and so does the length") {
    for (std::size_t size = 0; size < 40; ++size) {
        const std::string text(size, 'a');
        std::set<std::uint64_t> hashes = {hash_bytes(text), hash_bytes(text + 'a'), hash_bytes(text + '\0')};
        for (std::size_t i = 0; i < size; ++i) {
            auto other = text;
            other[i] = 'b';
            hashes.insert(hash_bytes(other));
        }
        // Of three bytes only those at both ends and in the middle are read, which is all of them.
        CHECK(hashes.size() == size + 3);
        const std::string elsewhere = "xx" + text;  // at another address, and not aligned
        CHECK(hash_bytes(std::string_view(elsewhere).substr(2)) == hash_bytes(text));
    }
}

TEST_CASE("texts are the same where all of their bytes are") {
    for (std::size_t size = 0; size < 70; ++size) {
        std::string text;
        for (std::size_t i = 0; i < size; ++i)
            text += static_cast<char>(i);
        const auto elsewhere = "xyz" + text + "z";  // at another address, and not aligned
        CHECK(same_bytes(text.data(), elsewhere.data() + 3, size));
        std::size_t told_apart = 0;
        for (std::size_t i = 0; i < size; ++i) {
            auto other = elsewhere;
            other[3 + i] = static_cast<char>(other[3 + i] ^ 0x40);
            if (!same_bytes(text.data(), other.data() + 3, size)) ++told_apart;
        }
        CHECK(told_apart == size);
    }
}

TEST_CASE("ids that count up are spread over a table as chance would spread them") {
    constexpr std::size_t slots = std::size_t{1} << 18U;
    for (const std::string_view pattern : {"t#", "target-#", "2-#", "#", "t#-x", "某区#号"}) {
        std::vector<bool> taken(slots);
        std::size_t distinct = 0;
        for (int i = 0; i < 100'000; ++i) {
            const auto number = std::to_string(i);
            std::string id(pattern);
            id.replace(id.find('#'), 1, std::string(8 - number.size(), '0') + number);
            const auto slot = short_hash(id) % slots;
            if (!taken[slot]) ++distinct;
            taken[slot] = true;
        }
        // 2^18 (1 - e^(-100000 / 2^18)) = 83,142 are expected
        CHECK(distinct > 82'500);
        CHECK(distinct < 83'800);
    }
}
