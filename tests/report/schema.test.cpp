// SPDX-License-Identifier: BSL-1.0
// The closed lists of docs/schema/evaluation.schema.json are those of the library.
#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/evaluate/verdict.hpp"
#include "goalpost/model/basis.hpp"
#include "goalpost/model/observation.hpp"
#include "goalpost/model/responsible_unit.hpp"
#include "goalpost/model/target.hpp"

using namespace goalpost;

namespace {

std::string schema() {
    std::ifstream file(GOALPOST_SOURCE_DIR "/docs/schema/evaluation.schema.json");
    std::string text{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    REQUIRE(!text.empty());
    return text.substr(text.find("\"definitions\""));
}

/// The words of the `enum` of a definition, in order.
std::vector<std::string> enum_of(const std::string& definition) {
    static const std::string text = schema();
    const auto begin = text.find("\n    \"" + definition + "\": {");
    REQUIRE_MESSAGE(begin != std::string::npos, definition);
    auto at = text.find("\"enum\": [", begin) + std::string_view("\"enum\": ").size();
    const auto end = text.find(']', at);
    std::vector<std::string> words;
    for (at = text.find('"', at); at < end; at = text.find('"', at)) {
        const auto close = text.find('"', at + 1);
        words.push_back(text.substr(at + 1, close - at - 1));
        at = close + 1;
    }
    return words;
}

template <std::size_t Count>
std::vector<std::string> all(const std::string_view (&names)[Count]) {
    return {std::begin(names), std::end(names)};
}

}  // namespace

TEST_CASE(
    "the schema lists exactly the outcomes, stages, statuses, certainties, reasons and flags there are") {
    CHECK(enum_of("outcome") == all(detail::outcome_names));
    CHECK(enum_of("stage") == all(detail::stage_names));
    CHECK(enum_of("status") == all(detail::status_names));
    CHECK(enum_of("certainty") == all(detail::certainty_names));
    CHECK(enum_of("reason") == all(detail::reason_names));
    CHECK(enum_of("flag") == all(detail::flag_names));
    CHECK(name_of(Outcome::undetermined) == enum_of("outcome").back());
    CHECK(name_of(Status::not_counted) == enum_of("status").back());
    CHECK(name_of(Certainty::open) == enum_of("certainty").back());
    CHECK(name_of(Reason::low_coverage) == enum_of("reason").back());
}

TEST_CASE(
    "the schema lists exactly the bases, qualifiers, standings of data, commitments and roles there are") {
    CHECK(enum_of("basis") == all(detail::basis_names));
    CHECK(enum_of("observation_status") == all(detail::observation_status_names));
    auto qualifiers = all(detail::qualifier_names);
    qualifiers.erase(qualifiers.begin());  // `none` is left out of a result
    CHECK(enum_of("qualifier") == qualifiers);
    CHECK(enum_of("commitment") == all(detail::commitment_names));
    CHECK(enum_of("role").size() == static_cast<std::size_t>(Role::supporting) + 1);
}
