// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

#include "io/text.hpp"

namespace goalpost::detail {

/// Line and column of an offset, both from 1, the column in characters.
struct Place {
    std::size_t line = 1;
    std::size_t column = 1;
};

/// Finds places in a text. It remembers the last one, so that asking in ascending order reads the text once.
class Locator {
  public:
    /// `first_line` is the number of the line that the text begins with.
    explicit Locator(std::string_view text, std::size_t first_line = 1)
        : text_(text), first_line_(first_line), place_{first_line, 1} {}

    Place at(std::size_t offset) {
        if (offset > text_.size()) offset = text_.size();
        if (offset < offset_) {
            offset_ = 0;
            place_ = {first_line_, 1};
        }
        auto between = text_.substr(offset_, offset - offset_);
        for (auto end = between.find('\n'); end != std::string_view::npos; end = between.find('\n')) {
            between.remove_prefix(end + 1);
            ++place_.line;
            place_.column = 1;
        }
        place_.column += count_characters(between);
        offset_ = offset;
        return place_;
    }

  private:
    std::string_view text_;
    std::size_t first_line_;
    std::size_t offset_ = 0;
    Place place_;
};

}  // namespace goalpost::detail
