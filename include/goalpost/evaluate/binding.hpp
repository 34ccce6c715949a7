// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/evaluate/series.hpp"
#include "goalpost/model/plan.hpp"

namespace goalpost {

/// Joins a plan's names to those of the data, once: for each indicator the published names it goes by, for
/// each scope the published one.
class Binding {
  public:
    Binding(const Plan& plan, const Observations& data);

    /// The series of an indicator of the plan, or of another one with its id, in a scope, which must outlive
    /// the series. Throws std::invalid_argument where the plan has no such indicator.
    [[nodiscard]] Series series(const Indicator& indicator, std::string_view scope, const Date& as_of) const;
    /// The spans of rows of an indicator in a scope; empty where nothing was published.
    [[nodiscard]] std::span<const SeriesSpan> spans(std::size_t indicator, std::string_view scope) const;
    /// The same for a scope by its number in the plan's `target_scopes`.
    [[nodiscard]] std::span<const SeriesSpan> spans_at(std::size_t indicator, std::uint32_t scope) const;
    /// Data names that no indicator of the plan goes by, in order of first appearance.
    [[nodiscard]] const std::vector<std::string>& unused_names() const noexcept { return unused_; }

  private:
    struct Slot {  // the spans of one scope of an indicator
        std::uint32_t scope;
        std::uint32_t first;
    };
    struct Slots {
        std::vector<Slot> by_scope;        // sorted; one more at the end, to end the last
        std::vector<std::uint32_t> dense;  // place in `by_scope` by scope, where most scopes have rows
    };
    [[nodiscard]] std::span<const SeriesSpan> spans_of(std::size_t indicator, std::uint32_t scope) const;
    void lay_out(std::size_t indicator, const std::vector<std::pair<std::uint32_t, SeriesSpan>>& found);

    const Plan* plan_;
    const Observations* data_;
    std::vector<std::optional<std::uint32_t>> scopes_;  // of the data, for each of the plan's target scopes
    std::vector<Slots> slots_;                          // of each indicator
    detail::Rows<SeriesSpan> spans_;
    std::vector<std::string> unused_;
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/binding_impl.hpp"  // IWYU pragma: keep
#endif
