// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace goalpost::detail {

/// Finds where the cells of rows end that hold neither quotes nor control characters: most rows of most
/// files. Everything else is for `split_row`, which knows every rule; what is found here it would find too.
///
/// The delimiters of some thousand bytes are sought at once.
class PlainRows {
  public:
    /// Text in which rows are to be found; begins with a row.
    void begin(std::string_view text) noexcept {
        text_ = text;
        begin_ = 0;
        next_ = count_ = 0;
    }

    /// A row without quotes and where its cells end.
    struct Row {
        const char* piece = nullptr;          ///< what `ends` counts from; nullptr where there is no row
        const std::uint16_t* ends = nullptr;  ///< and before them the end of the row before

        [[nodiscard]] std::string_view cell(std::size_t place) const noexcept {
            const auto from = static_cast<std::uint16_t>(ends[static_cast<std::ptrdiff_t>(place) - 1] + 1);
            return {piece + from, static_cast<std::size_t>(ends[place] - from)};
        }
        [[nodiscard]] const char* line_end(std::size_t width) const noexcept {
            return piece + ends[width - 1];
        }
    };
    /// A row some of whose cells are in quotes.
    struct QuotedRow {
        const std::string_view* cells = nullptr;  ///< without their quotes; nullptr where there is no row
        const char* end = nullptr;                ///< the line feed behind it
        std::size_t lines = 1;

        [[nodiscard]] std::string_view cell(std::size_t place) const noexcept { return cells[place]; }
    };

    /// The row of `width` cells that begins at `at`. None where the row is not plain, not complete, not of
    /// that width, or very long. Rows are asked for in ascending order.
    Row row(std::size_t at, std::size_t width) {
        // Behind a row that `split_row` cut, some delimiters have to be passed over.
        while (next_ < count_ && begin_ + places()[next_] < at)
            ++next_;
        if (count_ - next_ < width) {
            refill(at);
            if (count_ < width) return {};
        }
        const char* const piece = text_.data() + begin_;
        const auto* const ends = places() + next_;
        int others = piece[ends[width - 1]] ^ '\n';
        for (std::size_t i = 0; i + 1 < width; ++i)
            others |= piece[ends[i]] ^ ',';
        if (others != 0) return {};
        next_ += width;
        return {piece, ends};
    }
    /// The same for a row with quotes; to be asked where `row` found none.
    QuotedRow quoted_row(std::size_t at, std::size_t width);

  private:
    static constexpr std::size_t piece_size = std::size_t{1}
                                              << 14U;  // few enough for 16 bits, and for the cache

    static constexpr std::size_t most_width = 64;

    void refill(std::size_t at);
    [[nodiscard]] std::uint16_t* places() noexcept { return places_.data() + 1; }
    /// As `quoted_row`, as far as the delimiters are known; `complete` says whether they were enough.
    QuotedRow cut(std::size_t at, std::size_t width, bool& complete);

    std::string_view text_;
    std::size_t begin_ = 0;  // of the piece whose delimiters are known
    std::size_t next_ = 0;
    std::size_t count_ = 0;
    // From `begin_`; the first is the end of the row before the piece: 0 is the next behind it.
    std::array<std::uint16_t, 1 + piece_size + 64> places_{0xFFFF};
    std::array<std::string_view, most_width> cells_;
};

}  // namespace goalpost::detail
