// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/evaluate/reading.hpp"
#include "goalpost/model/detail/names.hpp"
#include "goalpost/model/indicator.hpp"
#include "goalpost/rollup/detail/firmness_of_order.hpp"

namespace goalpost {

/// Which place equals get.
enum class TieRule : unsigned char {
    skip,     ///< 1, 2, 2, 4: they share a place, and the next is skipped (county table, Jining 2015)
    dense,    ///< 1, 2, 2, 3
    ordinal,  ///< 1, 2, 3, 4: no shared places; equals by name, byte for byte
};

namespace detail {
inline constexpr std::string_view tie_rule_names[] = {"skip", "dense", "ordinal"};
}
constexpr std::string_view name_of(TieRule value) noexcept {
    return detail::name_in(detail::tie_rule_names, value);
}
inline constexpr detail::FromName<TieRule> tie_rule_from{detail::tie_rule_names};

/// Who is ranked, and by what; one without a figure (no such target, no data) is left out, not scored 0.
struct Contender {
    std::string name{};
    Measured value{Reason::missing_observation};
    bool is_approximate = false;  ///< the source says "about": its place is never firm
};

/// One place of a ranking.
struct Place {
    std::size_t place = 1;
    std::string name{};
    Measured value{Reason::missing_observation};
    bool is_firm = true;  ///< no other true values within the printed digits change who is before or behind
    std::optional<std::size_t> previous{};  ///< its place in the ranking before; nothing where it had none
    /// How many places it has risen; negative where it fell.
    [[nodiscard]] std::optional<std::ptrdiff_t> movement() const {
        if (!previous) return std::nullopt;
        return static_cast<std::ptrdiff_t>(*previous) - static_cast<std::ptrdiff_t>(place);
    }
};

/// Best first.
struct Ranking {
    Better better = Better::higher;
    TieRule ties = TieRule::skip;
    std::vector<Place> places{};
    std::vector<std::pair<std::string, Reason>> left_out{};  ///< by name

    /// nullptr where it has no place.
    [[nodiscard]] const Place* find(std::string_view name) const {
        const auto found = std::find_if(places.begin(), places.end(),
                                        [&](const Place& place) { return place.name == name; });
        return found == places.end() ? nullptr : &*found;
    }
};

/// The best and the worst that are put on display (晾晒比拼: 红榜, 黑榜), best first in both.
struct RankingEnds {
    std::vector<std::string> red{};
    std::vector<std::string> black{};
};

/// Ranks contenders by their figures, best first, whatever order they come in. `previous` gives the places
/// before. Throws std::invalid_argument where neither direction is better.
inline Ranking rank(const std::vector<Contender>& contenders, Better better = Better::higher,
                    TieRule ties = TieRule::skip, const Ranking* previous = nullptr) {
    if (better == Better::neither) throw std::invalid_argument("goalpost: nothing is better in this ranking");
    Ranking made;
    made.better = better;
    made.ties = ties;
    for (const auto& contender : contenders) {
        if (contender.value) {
            Place place;
            place.name = contender.name;
            place.value = contender.value;
            place.is_firm = !contender.is_approximate;
            made.places.push_back(std::move(place));
        } else {
            made.left_out.emplace_back(contender.name, contender.value.reason());
        }
    }
    std::sort(made.left_out.begin(), made.left_out.end());
    const auto order_of = [better](const Place& a, const Place& b) {
        const auto order = compare(a.value.value(), b.value.value());
        if (!order || *order == 0) return 0;
        return (*order > 0) == (better == Better::higher) ? -1 : 1;  // -1: a is better
    };
    std::sort(made.places.begin(), made.places.end(), [&](const Place& a, const Place& b) {
        const int order = order_of(a, b);
        return order == 0 ? a.name < b.name : order < 0;
    });
    std::vector<std::size_t> first_equal(made.places.size());
    std::size_t distinct = 0;
    for (std::size_t i = 0; i < made.places.size(); ++i) {
        const bool equal = i > 0 && order_of(made.places[i - 1], made.places[i]) == 0;
        first_equal[i] = equal ? first_equal[i - 1] : i;
        if (!equal) ++distinct;
        made.places[i].place = ties == TieRule::ordinal ? i + 1
                               : ties == TieRule::dense ? distinct
                                                        : first_equal[i] + 1;
    }
    std::vector<detail::RankedRange> upwards;
    for (std::size_t i = 0; i < made.places.size(); ++i) {
        const auto at = better == Better::higher ? made.places.size() - 1 - i : i;
        upwards.push_back({&made.places[at].value.range(), first_equal[at], &made.places[at].is_firm});
    }
    detail::find_firmness(upwards);
    if (previous != nullptr) {
        std::map<std::string_view, std::size_t> before;
        for (const auto& place : previous->places)
            before.emplace(place.name, place.place);
        for (auto& place : made.places) {
            if (const auto found = before.find(place.name); found != before.end())
                place.previous = found->second;
        }
    }
    return made;
}

/// The first `red` and the last `black` of a ranking. Equals stay together: who ties with the last one shown
/// is shown, too. Nobody is in both; where the two would meet, the red end goes first.
inline RankingEnds ends(const Ranking& ranking, std::size_t red, std::size_t black) {
    const auto& places = ranking.places;
    const auto equal = [&](std::size_t a, std::size_t b) {
        const auto order = compare(places[a].value.value(), places[b].value.value());
        return ranking.ties != TieRule::ordinal && order && *order == 0;
    };
    std::size_t last_red = std::min(red, places.size());
    while (last_red > 0 && last_red < places.size() && equal(last_red - 1, last_red))
        ++last_red;
    std::size_t first_black = places.size() - std::min(black, places.size());
    while (first_black > 0 && first_black < places.size() && equal(first_black - 1, first_black))
        --first_black;
    RankingEnds made;
    for (std::size_t i = 0; i < last_red; ++i)
        made.red.push_back(places[i].name);
    for (std::size_t i = std::max(first_black, last_red); i < places.size(); ++i)
        made.black.push_back(places[i].name);
    return made;
}

}  // namespace goalpost
