// SPDX-License-Identifier: BSL-1.0
// The words of the file formats for every enumerator.
#include <goalpost/calendar/frequency.hpp>
#include <goalpost/model/basis.hpp>
#include <goalpost/model/indicator.hpp>
#include <goalpost/model/observation.hpp>
#include <goalpost/model/responsible_unit.hpp>
#include <goalpost/model/target.hpp>

#include <doctest/doctest.h>

#include <string_view>

using namespace goalpost;

// A file's word and a program's enumerator are the same list: checked when this is compiled.
static_assert(name_of(Basis::level) == "level" && name_of(Basis::rank) == "rank");
static_assert(basis_from("growth_yoy") == Basis::growth_yoy && basis_from("change_pp") == Basis::change_pp);
static_assert(name_of(ObservationStatus::final) == "final" &&
              observation_status_from("estimated") == ObservationStatus::estimated);
static_assert(ObservationStatus::estimated < ObservationStatus::preliminary &&
              ObservationStatus::preliminary < ObservationStatus::final);
static_assert(qualifier_from(">") == Qualifier::more_than && qualifier_from("") == Qualifier::none);
static_assert(better_from("neither") == Better::neither &&
              indicator_kind_from("rank") == IndicatorKind::rank);
static_assert(commitment_from("strive") == Commitment::strive &&
              standing_from("not_applicable") == Standing::not_applicable);
static_assert(pace_kind_from("compound") == PaceKind::compound && joining_from("any") == Joining::any);
static_assert(name_of(Frequency::half) == "half" && months_in(Frequency::quarter) == 3 &&
              months_in(Frequency::year) == 12);

namespace {

template <class Enum, std::size_t Count, class From>
void check_all(const std::string_view (&names)[Count], From from) {
    for (std::size_t i = 0; i < Count; ++i) {
        const auto value = static_cast<Enum>(i);
        CHECK(name_of(value) == names[i]);
        CHECK(from(names[i]) == value);
    }
    for (const std::string_view unknown : {"Level", " level", "none", "?"})
        CHECK_FALSE(from(unknown).has_value());
}

}  // namespace

TEST_CASE("every enumerator has one word, and every word one enumerator") {
    check_all<Basis>(detail::basis_names, basis_from);
    check_all<ObservationStatus>(detail::observation_status_names, observation_status_from);
    check_all<Qualifier>(detail::qualifier_names, qualifier_from);
    check_all<Better>(detail::better_names, better_from);
    check_all<IndicatorKind>(detail::indicator_kind_names, indicator_kind_from);
    check_all<Commitment>(detail::commitment_names, commitment_from);
    check_all<Standing>(detail::standing_names, standing_from);
    check_all<Role>(detail::role_names, role_from);
    check_all<PaceKind>(detail::pace_kind_names, pace_kind_from);
    check_all<Joining>(detail::joining_names, joining_from);
}
