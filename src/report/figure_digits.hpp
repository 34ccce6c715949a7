// SPDX-License-Identifier: BSL-1.0
// The digits of a figure by integers; numbers that these are not enough for are for `decimal_text`.
#pragma once

#include <string>

#include "goalpost/evaluate/detail/short_figures.hpp"
#include "goalpost/number/detail/int128.hpp"

namespace goalpost::detail {

/// A decimal: units * 10^-places.
struct Digits {
    int128 units = 0;
    int places = 0;
    bool exact = false;  ///< whether it is the very number
};

/// A number, or both ends of a short way on which an irrational one lies.
struct Bracket {
    Fraction low;
    Fraction high;
    bool is_one = true;
};

/// What `decimal_text` writes of the number; false where these integers are not enough to find out.
bool find_digits(const Fraction& number, Digits& to);
/// The digits in which both ends agree.
bool find_digits(const Bracket& number, Digits& to);

/// Whether the printed number lies on the same side of the printed line as the number of the line.
bool keeps_side(const Bracket& number, const Digits& digits, const Bracket& line, const Digits& line_digits);

/// Writes a number of at most 64 bits so that it ends there; returns where it begins. It takes up to 40
/// characters.
char* write_before(char* end, const Digits& number);
std::string text_of(const Digits& number);

}  // namespace goalpost::detail
