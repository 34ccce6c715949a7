// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <stdexcept>

#include "goalpost/number/decimal.hpp"

namespace goalpost::kernel {

namespace detail {

/// The places, where they are -18 to 18; throws std::invalid_argument for others.
constexpr int checked_places(int places) {
    if (places < -18 || places > 18) throw std::invalid_argument("goalpost::kernel: more than 18 places");
    return places;
}

}  // namespace detail

/// One bit a row as Apache Arrow lays them out ("Columnar Format", validity bitmaps): row 0 is the lowest bit
/// of byte 0. `offset` is the row's number of its first bit, as in a sliced array. Views memory, owns none.
struct Bitmap {
    std::span<const std::uint8_t> bytes{};
    std::size_t offset = 0;

    /// Whether bits are there for so many rows.
    [[nodiscard]] bool covers(std::size_t rows) const noexcept {
        return offset <= bytes.size() * 8 && rows <= bytes.size() * 8 - offset;
    }
    /// The bits of up to 64 rows from `row` on, that row's the lowest; what lies behind the end is 0.
    [[nodiscard]] std::uint64_t word(std::size_t row) const noexcept {
        const std::size_t bit = offset + row;
        const unsigned shift = bit % 8;
        std::uint64_t word = load(bit / 8) >> shift;
        if (shift != 0 && bit / 8 + 8 < bytes.size())
            word |= static_cast<std::uint64_t>(bytes[bit / 8 + 8]) << (64 - shift);
        return word;
    }

  private:
    [[nodiscard]] std::uint64_t load(std::size_t at) const noexcept {
        std::uint64_t word = 0;
        if (at + 8 <= bytes.size() && std::endian::native == std::endian::little) {
            std::memcpy(&word, bytes.data() + at, 8);
        } else {
            for (std::size_t i = 0; i < 8 && at + i < bytes.size(); ++i)
                word |= static_cast<std::uint64_t>(bytes[at + i]) << (8 * i);
        }
        return word;
    }
};

/// A column of numbers, units[i] * 10^-places, without owning them; or one number for all rows.
///
/// -18 <= places <= 18: 1.45 is {145, 2}, and 145 万 is {145, -4}. A row counts as missing where `valid` has
/// a 0 and as masked where `masked` has a 1; a bitmap without bytes says that none is. The units of such rows
/// may hold anything.
class Column {
  public:
    /// Throws std::invalid_argument for places out of range, or a bitmap shorter than the units.
    explicit Column(std::span<const std::int64_t> units, int places = 0, Bitmap valid = {},
                    Bitmap masked = {})
        : units_(units), valid_(valid), masked_(masked), places_(detail::checked_places(places)) {
        const auto fits = [&](const Bitmap& bits) { return bits.bytes.empty() || bits.covers(units.size()); };
        if (!fits(valid) || !fits(masked))
            throw std::invalid_argument("goalpost::kernel::Column: a bitmap is shorter than the column");
    }

    /// The same number in every row: fits columns of any length. Throws std::invalid_argument for places out
    /// of range.
    static Column constant(std::int64_t units, int places = 0) {
        Column column;
        column.constant_ = units;
        column.places_ = detail::checked_places(places);
        column.is_constant_ = true;
        return column;
    }
    static Column constant(const Decimal& number) { return constant(number.units(), number.places()); }

    /// The same digits read as percent: 7.7 becomes 7.7 %, that is 0.077. Kernels take rates so. Throws
    /// std::invalid_argument where that makes more than 18 places.
    [[nodiscard]] Column percent() const {
        Column column = *this;
        column.places_ = detail::checked_places(places_ + 2);
        return column;
    }

    /// `count` rows from `first` on, with their bits: for chunks and threads. Throws std::out_of_range where
    /// the column does not have them.
    [[nodiscard]] Column slice(std::size_t first, std::size_t count) const {
        if (is_constant_) return *this;
        if (first > units_.size() || count > units_.size() - first)
            throw std::out_of_range("goalpost::kernel::Column: no such rows");
        Column column = *this;
        column.units_ = units_.subspan(first, count);
        column.valid_.offset += first;
        column.masked_.offset += first;
        return column;
    }

    [[nodiscard]] bool is_constant() const noexcept { return is_constant_; }
    [[nodiscard]] std::int64_t constant_units() const noexcept { return constant_; }
    /// Empty for a constant.
    [[nodiscard]] std::span<const std::int64_t> units() const noexcept { return units_; }
    [[nodiscard]] int places() const noexcept { return places_; }
    [[nodiscard]] const Bitmap& valid() const noexcept { return valid_; }
    [[nodiscard]] const Bitmap& masked() const noexcept { return masked_; }
    [[nodiscard]] bool has_rows(std::size_t rows) const noexcept {
        return is_constant_ || units_.size() == rows;
    }

  private:
    Column() = default;

    std::span<const std::int64_t> units_{};
    Bitmap valid_{};
    Bitmap masked_{};
    std::int64_t constant_ = 0;
    int places_ = 0;
    bool is_constant_ = false;
};

}  // namespace goalpost::kernel
