// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <concepts>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include "goalpost/evaluate/measure_view.hpp"
#include "goalpost/evaluate/reading.hpp"

namespace goalpost {

/// A measure turns series into a number, an interval, or a reason; the core compares it.
///
/// Any copyable callable qualifies, a lambda too. A member `traits`, static or not, may say more.
template <class M>
concept Measure = requires(const M& measure, const MeasureView& view) {
    { measure(view) } -> std::convertible_to<Measured>;
}
&&std::copy_constructible<M>;  // in this order: asking what cannot be called whether it copies would ask
                               // itself

/// What the judging core must know of a measure; the defaults suit a plain quantity read at one period.
struct MeasureTraits {
    bool accumulates = false;  ///< on a flow, part-period values grow towards the target, as `level` does
    bool growth = false;       ///< a rate of change: on track if met now, and without a base of its own
    bool has_base = true;      ///< means the same at the base period: progress and moved-away are told by it
    bool needs_since = false;  ///< must be told a base period
    bool needs_other = false;  ///< must be told another series
    bool needs_group = false;  ///< must be told a group
    bool percentage = false;   ///< a number without a unit that it is held against is in percent
    bool fixed = false;        ///< of a period that is over: as a line it does not move any more
    std::optional<Better> better{};  ///< which way its figures are better, where that is not the indicator's

    /// Whether the term leaves out what it must tell.
    [[nodiscard]] bool lacks_argument(const MeasureTerm& term) const {
        return (needs_since && !term.since) || (needs_other && !term.of) ||
               (needs_group && term.group.empty());
    }
    /// What it leaves out, as a criterion says it: `since PERIOD`; empty where nothing.
    [[nodiscard]] std::string lacking_arguments(const MeasureTerm& term) const {
        std::string lacking;
        const auto lacks = [&](bool it_does, std::string_view argument) {
            if (it_does) lacking.append(lacking.empty() ? "" : ", ").append(argument);
        };
        lacks(needs_other && !term.of, "of ID");
        lacks(needs_since && !term.since, "since PERIOD");
        lacks(needs_group && term.group.empty(), "in GROUP");
        return lacking;
    }
};

/// Any measure, by value: copying is cheap, reading is safe from any number of threads; never empty.
class AnyMeasure {
  public:
    // Not itself comes first: clang 14 will not evaluate the concept on an unfinished type.
    template <class M>
        requires(!std::same_as<std::remove_cvref_t<M>, AnyMeasure> && Measure<std::remove_cvref_t<M>>)
    // A pointer to the base is handed over, so that std::shared_ptr is made once and not for every measure.
    AnyMeasure(M&& measure)  // NOLINT: a measure is any measure
        : held_(static_cast<const Concept*>(new Model<std::remove_cvref_t<M>>(std::forward<M>(measure)))) {}
    // A move is a copy: what it is taken from is never empty either.
    AnyMeasure(const AnyMeasure&) = default;
    AnyMeasure& operator=(const AnyMeasure&) = default;

    Measured operator()(const MeasureView& view) const { return held_->call(view); }
    [[nodiscard]] const MeasureTraits& traits() const noexcept { return held_->traits; }
    /// Whether it is a measure of that very type.
    template <class M>
    [[nodiscard]] bool holds() const noexcept {
        return dynamic_cast<const Model<M>*>(held_.get()) != nullptr;
    }

  private:
    struct Concept {
        virtual ~Concept() = default;
        [[nodiscard]] virtual Measured call(const MeasureView& view) const = 0;
        MeasureTraits traits;
    };
    template <class M>
    struct Model final : Concept {
        explicit Model(M own) : measure(std::move(own)) {
            if constexpr (requires { MeasureTraits(measure.traits); }) this->traits = measure.traits;
        }
        [[nodiscard]] Measured call(const MeasureView& view) const override { return measure(view); }
        M measure;
    };
    std::shared_ptr<const Concept> held_;
};

/// Measures by the name that criteria use. A value that is handed in, never a global.
class MeasureSet {
  public:
    MeasureSet();
    MeasureSet(const MeasureSet& other);
    MeasureSet(MeasureSet&& other) noexcept;
    MeasureSet& operator=(const MeasureSet& other);
    MeasureSet& operator=(MeasureSet&& other) noexcept;
    ~MeasureSet();

    /// Adds or replaces; throws std::invalid_argument for an empty name.
    MeasureSet& add(std::string name, AnyMeasure measure);
    /// nullptr where there is none of that name.
    [[nodiscard]] const AnyMeasure* find(std::string_view name) const;
    /// In alphabetical order.
    [[nodiscard]] std::vector<std::string> names() const;

  private:
    std::vector<std::pair<std::string, AnyMeasure>> measures_;  // a few
};

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/measure_impl.hpp"  // IWYU pragma: keep
#endif
