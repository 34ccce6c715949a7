// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string_view>

/// Whole columns of integers judged at once, exactly: docs/kernels.md.
namespace goalpost::kernel {

/// What a kernel finds in one row, one byte of it.
enum class RowOutcome : std::uint8_t {
    met,
    not_met,
    missing,        ///< some figure of the row is not there
    masked,         ///< some figure of the row is not shown; goes before `missing`
    zero_base,      ///< no quotient of a base, plan or whole of zero
    negative_base,  ///< a quotient that says nothing of size
    sign_change,    ///< growth from a negative to a positive number, or back
};

/// The outcome's name as it stands in the code: `zero_base`.
constexpr std::string_view name_of(RowOutcome outcome) noexcept {
    switch (outcome) {
        case RowOutcome::met: return "met";
        case RowOutcome::not_met: return "not_met";
        case RowOutcome::missing: return "missing";
        case RowOutcome::masked: return "masked";
        case RowOutcome::zero_base: return "zero_base";
        case RowOutcome::negative_base: return "negative_base";
        case RowOutcome::sign_change: break;
    }
    return "sign_change";
}

/// What a measured number must be to its line.
enum class Relation : std::uint8_t { at_least, more_than, at_most, less_than, equal };

/// Whether a number is what was asked for, from the sign of its distance to the line.
constexpr bool holds(int sign, Relation relation) noexcept {
    switch (relation) {
        case Relation::at_least: return sign >= 0;
        case Relation::more_than: return sign > 0;
        case Relation::at_most: return sign <= 0;
        case Relation::less_than: return sign < 0;
        case Relation::equal: break;
    }
    return sign == 0;
}

}  // namespace goalpost::kernel
