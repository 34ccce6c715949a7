// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/evaluate/verdict.hpp"
#include "goalpost/methods/exact_real.hpp"
#include "goalpost/model/indicator.hpp"
#include "goalpost/result.hpp"

namespace goalpost {

/// One band of a method: its worse edge, whether that edge belongs to it, and what it is called.
struct Band {
    Ratio edge{};
    bool includes_edge = true;
    std::string name{};
    Status status = Status::behind;  ///< the common status that the name maps to
};

/// A method's bands as data, from best to worst; what reaches no edge is in the last one, which has none.
///
/// Every edge says to which side it belongs, and a value is placed by exact comparison.
class Bands {
  public:
    /// `rest` holds what reaches no edge; its own edge is not read. Throws std::invalid_argument where the
    /// edges do not get worse from one to the next.
    Bands(std::vector<Band> bands, Band rest, Better better = Better::higher)
        : bands_(std::move(bands)), rest_(std::move(rest)), better_(better) {
        for (std::size_t i = 1; i < bands_.size(); ++i) {
            if (!is_worse(bands_[i], bands_[i - 1], better_))
                throw std::invalid_argument("goalpost::Bands: edges go from best to worst");
        }
    }

    [[nodiscard]] const std::vector<Band>& bands() const noexcept { return bands_; }
    [[nodiscard]] const Band& rest() const noexcept { return rest_; }
    [[nodiscard]] Better better() const noexcept { return better_; }

    /// The band a value is in; nullptr where 4096 bits do not say on which side of an edge it is.
    [[nodiscard]] const Band* place(const ExactReal& value) const {
        for (const auto& band : bands_) {
            const auto order = compare(value, band.edge);
            if (!order) return nullptr;
            if (*order == 0 ? band.includes_edge : (*order > 0) == (better_ != Better::lower)) return &band;
        }
        return &rest_;
    }
    /// From 0 for the best band to the number of edges for the last one; nothing for a name no band has.
    [[nodiscard]] std::optional<std::size_t> rank(std::string_view name) const {
        for (std::size_t i = 0; i < bands_.size(); ++i) {
            if (bands_[i].name == name) return i;
        }
        return rest_.name == name ? std::optional(bands_.size()) : std::nullopt;
    }

    /// Reads bands from text, a line each, best first: `>= 95 on_track on_track`, `> 60 slow behind`,
    /// `else off_track behind`; the last word is the common status. `<=` and `<` where less is better. Empty
    /// lines and lines that begin with `#` are passed over. The error says which line, and how to mend it.
    static Result<Bands> parse(std::string_view text);

  private:
    /// Whether its edge may follow that of `before`.
    static bool is_worse(const Band& band, const Band& before, Better better) {
        const auto order = before.edge <=> band.edge;
        if (order == 0) return !before.includes_edge && band.includes_edge;
        return better == Better::lower ? order < 0 : order > 0;
    }

    std::vector<Band> bands_;
    Band rest_;
    Better better_;
};

namespace detail {

inline std::vector<std::string_view> words_of(std::string_view line) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; (at = line.find_first_not_of(" \t\r", at)) != std::string_view::npos;) {
        const auto end = line.find_first_of(" \t\r", at);
        words.push_back(line.substr(at, end - at));
        at = end == std::string_view::npos ? line.size() : end;
    }
    return words;
}

inline std::optional<Status> status_from(std::string_view name) {
    return FromName<Status>(status_names)(name);
}

}  // namespace detail

inline Result<Bands> Bands::parse(std::string_view text) {
    std::vector<Band> bands;
    std::optional<Band> rest;
    std::optional<Better> better;
    std::size_t next = 0;
    for (std::size_t at = 0; at < text.size(); at = next) {
        const auto end = text.find('\n', at);
        next = end == std::string_view::npos ? text.size() : end + 1;
        const auto line = text.substr(at, end == std::string_view::npos ? end : end - at);
        const auto words = detail::words_of(line);
        if (words.empty() || words[0].starts_with('#')) continue;
        const auto wrong = [&](std::string_view found, std::string expected, std::string mend) {
            return ParseError{at, "'" + std::string(found) + "'", std::move(expected), std::move(mend)};
        };
        const bool last = words[0] == "else";
        if (rest) return wrong(line, "nothing behind the line of 'else'", "put the line of 'else' last");
        if (words.size() != (last ? 3U : 4U))
            return wrong(line, "an edge, a name and a status",
                         "write a line such as '>= 95 on_track on_track' or 'else off_track behind'");
        const auto status = detail::status_from(words.back());
        if (!status)
            return wrong(words.back(), "a status",
                         "write achieved, achieved_early, on_track, behind or missed");
        Band band{0, true, std::string(words[words.size() - 2]), *status};
        if (last) {
            rest = std::move(band);
            continue;
        }
        const bool lower = words[0].starts_with('<');
        if (words[0] != ">=" && words[0] != ">" && words[0] != "<=" && words[0] != "<")
            return wrong(words[0], "'>=', '>', '<=', '<' or 'else'",
                         "begin the line with the side of the edge");
        if (better && (*better == Better::lower) != lower)
            return wrong(words[0], "the same direction as above", "write all edges with > or all with <");
        better = lower ? Better::lower : Better::higher;
        const auto edge = Ratio::parse(words[1]);
        if (!edge) return wrong(words[1], "a number", edge.error().mend);
        band.edge = *edge;
        band.includes_edge = words[0].ends_with('=');
        if (!bands.empty() && !is_worse(band, bands.back(), *better))
            return wrong(words[1], "an edge that is worse than the one above", "put the best band first");
        bands.push_back(std::move(band));
    }
    if (!rest)
        return ParseError{text.size(), "end of text", "a line of 'else'",
                          "add a line such as 'else off_track behind'"};
    return Bands(std::move(bands), std::move(*rest), better.value_or(Better::higher));
}

}  // namespace goalpost
