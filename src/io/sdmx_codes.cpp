// SPDX-License-Identifier: BSL-1.0
#include "io/sdmx_codes.hpp"

#include <algorithm>
#include <iterator>

namespace goalpost::detail {

namespace {

using enum ObservationStatus;
using Kind = SdmxStatus;

struct Code {
    char letter;
    SdmxStatusMeaning meaning;
};
constexpr Code codes_known[] = {
    {'A', {Kind::figure, final}},           {'B', {Kind::figure, final, true}},
    {'D', {Kind::other_definition, final}},  // definition differs
    {'E', {Kind::figure, estimated}},       {'F', {Kind::forecast, estimated}},
    {'G', {Kind::figure, preliminary}},                                     // experimental
    {'H', {Kind::missing, final}},                                          // a holiday
    {'I', {Kind::figure, estimated}},                                       // imputed
    {'J', {Kind::figure, final}},                                           // derogation
    {'K', {Kind::other_definition, final}}, {'L', {Kind::missing, final}},  // not collected
    {'M', {Kind::missing, final}},                                          // cannot exist
    {'N', {Kind::figure, preliminary}},                                     // not significant
    {'O', {Kind::missing, final}},          {'P', {Kind::figure, preliminary}},
    {'Q', {Kind::missing, final}},       // suppressed
    {'S', {Kind::figure, final}},        // strike and other special events
    {'U', {Kind::figure, preliminary}},  // low reliability
    {'V', {Kind::figure, preliminary}},  // not validated
    {'W', {Kind::other_definition, final}}, {'b', {Kind::figure, final, true}},
    {'c', {Kind::figure, final}},  // confidential
    {'d', {Kind::other_definition, final}}, {'e', {Kind::figure, estimated}},
    {'f', {Kind::forecast, estimated}},     {'i', {Kind::figure, final}},  // see metadata
    {'n', {Kind::figure, preliminary}},     {'p', {Kind::figure, preliminary}},
    {'r', {Kind::figure, final}},  // revised
    {'s', {Kind::figure, estimated}},       {'u', {Kind::figure, preliminary}},
    {'z', {Kind::missing, final}},  // not applicable
};

constexpr bool is_digit(char c) noexcept { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<SdmxStatusMeaning> sdmx_status(std::string_view codes) {
    SdmxStatusMeaning all;
    for (const char letter : codes) {
        const auto found = std::ranges::find(codes_known, letter, &Code::letter);
        if (found == std::end(codes_known)) return std::nullopt;
        all.kind = std::max(all.kind, found->meaning.kind);
        all.status = std::min(all.status, found->meaning.status);
        all.series_break = all.series_break || found->meaning.series_break;
    }
    return all;
}

std::string sdmx_period(std::string_view text) {
    const bool has_year = text.size() > 6 && std::ranges::all_of(text.substr(0, 4), is_digit) &&
                          text[4] == '-' && std::ranges::all_of(text.substr(6), is_digit);
    if (!has_year) return std::string(text);
    const std::string year(text.substr(0, 4));
    const auto number = text.substr(6);
    switch (text[5]) {
        case 'A': return number == "1" ? year : std::string(text);
        case 'S': return year + "-H" + std::string(number);
        case 'M': return year + '-' + std::string(number);
        case 'T':  // a third of the year
            return number == "1"   ? year + "-01/" + year + "-04"
                   : number == "2" ? year + "-05/" + year + "-08"
                   : number == "3" ? year + "-09/" + year + "-12"
                                   : std::string(text);
        default: return std::string(text);
    }
}

}  // namespace goalpost::detail
