// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <CLI/App.hpp>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/model/plan.hpp"

namespace goalpost::tool {

/// One of the shares that a job is cut into by scope: the second of seven is `2/7`.
struct Shard {
    std::size_t number = 1;  ///< 1 to `count`
    std::size_t count = 1;

    /// Nothing where the text is no such share.
    static std::optional<Shard> parse(std::string_view text);
    [[nodiscard]] std::string text() const;
};

/// A hash that is the same on every machine and in every version: FNV-1a with 64 bits (Fowler, Noll, Vo).
std::uint64_t stable_hash(std::string_view bytes) noexcept;

/// `--shard I/K`
CLI::Option* add_shard_option(CLI::App& command, std::optional<Shard>& shard);

/// The targets of a share, as `Plan::with_targets` takes them. All targets of a scope are in the same share;
/// those that could not be read are in that of the plan's own scope. docs/formats/parts.md has the rule.
std::vector<std::uint32_t> targets_of(const Plan& plan, const Shard& shard);

}  // namespace goalpost::tool
