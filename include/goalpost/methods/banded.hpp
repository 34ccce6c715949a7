// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "goalpost/methods/method_finding.hpp"

namespace goalpost {

/// A method of one's own: one of the library's figures, placed in bands that come from a file or from code. A
/// callable is a method just as well; see docs/extend.md.
struct Banded {
    std::string name;
    std::string figure = "completion";  ///< completion, progress, pace, growth, over_fulfilment or gap
    Bands bands;                        ///< in the figure's own unit: 95 for 95 %

    /// The figures it can be given, by name.
    static std::optional<Figure Figures::*> figure_of(std::string_view name) {
        if (name == "completion") return &Figures::completion;
        if (name == "progress") return &Figures::progress;
        if (name == "pace") return &Figures::pace;
        if (name == "growth") return &Figures::growth;
        if (name == "over_fulfilment") return &Figures::over_fulfilment;
        if (name == "gap") return &Figures::gap;
        return std::nullopt;
    }
    /// Reads a method: a line `figure NAME` first, then bands as `Bands::parse` reads them.
    static Result<Banded> parse(std::string name, std::string_view text);

    /// Throws std::invalid_argument where `figure` names none.
    Finding operator()(const TargetView& view) const {
        const auto chosen = figure_of(figure);
        if (!chosen) throw std::invalid_argument("goalpost::Banded: there is no figure " + figure);
        const MethodInfo info{.name = name,
                              .title = name,
                              .title_zh = name,
                              .source = "bands of the user's own",
                              .source_zh = "使用者自定的分档",
                              .inputs = figure,
                              .inputs_zh = figure,
                              .verified = false};
        const auto shown = view.figures().**chosen;
        if (!shown || !shown.shown().is_rational())
            return finding_of(shown ? Reason::not_applicable_figure : shown.reason(), "not_assessed", info);
        MethodResult result;
        result.value = ExactReal(shown.shown().rational());
        detail::place(result, bands, *result.value, false);
        Showing showing;
        showing.value_unit = &shown.unit();
        showing.value_factor = shown.unit().factor();
        showing.bands = &bands;
        showing.input = {figure + " " + figure_text(shown, 2, Language::en),
                         figure + " " + figure_text(shown, 2, Language::zh)};
        showing.formula = {figure, figure};
        return finding_of(result, info, showing);
    }
};

inline Result<Banded> Banded::parse(std::string name, std::string_view text) {
    std::size_t at = 0;
    while (at < text.size()) {
        const auto end = std::min(text.find('\n', at), text.size());
        const auto words = detail::words_of(text.substr(at, end - at));
        if (words.empty() || words[0].starts_with('#')) {
            at = end + 1;
            continue;
        }
        if (words.size() != 2 || words[0] != "figure" || !figure_of(words[1]))
            return ParseError{at, "'" + std::string(text.substr(at, end - at)) + "'", "a line 'figure NAME'",
                              "begin with figure completion, progress, pace, growth, over_fulfilment or gap"};
        const auto rest = std::min(end + 1, text.size());
        auto bands = Bands::parse(text.substr(rest));
        if (!bands) {
            auto error = bands.error();
            error.position += rest;
            return error;
        }
        return Banded{std::move(name), std::string(words[1]), *std::move(bands)};
    }
    return ParseError{text.size(), "end of text", "a line 'figure NAME'",
                      "begin with a line such as 'figure completion'"};
}

static_assert(Evaluator<Banded>);

}  // namespace goalpost
