// SPDX-License-Identifier: BSL-1.0
#include "tool/shard.hpp"

#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>
#include <charconv>
#include <unordered_map>

#include "report/characters.hpp"

namespace goalpost::tool {

std::optional<Shard> Shard::parse(std::string_view text) {
    Shard shard;
    const auto* end = text.data() + text.size();
    const auto number = std::from_chars(text.data(), end, shard.number);
    if (number.ec != std::errc() || number.ptr == end || *number.ptr != '/') return std::nullopt;
    const auto count = std::from_chars(number.ptr + 1, end, shard.count);
    if (count.ec != std::errc() || count.ptr != end) return std::nullopt;
    if (shard.number == 0 || shard.number > shard.count) return std::nullopt;
    return shard;
}

std::string Shard::text() const { return std::to_string(number) + "/" + std::to_string(count); }

std::uint64_t stable_hash(std::string_view bytes) noexcept {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char byte : bytes) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001b3U;
    }
    return hash;
}

CLI::Option* add_shard_option(CLI::App& command, std::optional<Shard>& shard) {
    const auto problem = [](const std::string& text) {
        return Shard::parse(text)
                   ? std::string()
                   : "'" + detail::visible(text) + "' is no share such as 2/7, the second of 7";
    };
    return command
        .add_option_function<std::string>(
            "--shard", [&shard](const std::string& text) { shard = Shard::parse(text); },
            "do the I-th of K parts of the work, cut by scope, and write it for 'goalpost merge'")
        ->check(problem)
        ->type_name("I/K");
}

std::vector<std::uint32_t> targets_of(const Plan& plan, const Shard& shard) {
    std::unordered_map<std::string_view, bool> known;
    const auto is_in = [&](const std::string& scope) {
        const auto [place, is_new] = known.try_emplace(scope, false);
        if (is_new) {
            // The lowest bits of FNV-1a are the poorest, and the only ones that a K of 2 or 4 would look at.
            const auto hash = stable_hash(plan.key(scope));
            place->second = (hash ^ hash >> 32U) % shard.count + 1 == shard.number;
        }
        return place->second;
    };
    std::vector<std::uint32_t> chosen;
    std::uint32_t index = 0;
    for (const auto& target : plan.targets()) {
        if (is_in(plan.scope_of(target))) chosen.push_back(index);
        ++index;
    }
    for (std::size_t i = 0; i < plan.invalid_targets().size(); ++i, ++index) {
        if (is_in(plan.head().scope)) chosen.push_back(index);
    }
    return chosen;
}

}  // namespace goalpost::tool
