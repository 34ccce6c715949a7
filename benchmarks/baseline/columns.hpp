// SPDX-License-Identifier: BSL-1.0
// What a careful programmer writes by hand for one job: the observations file memory-mapped and cut at
// commas, names numbered by hash, numbers as integers of four decimals, a column each. No quotes, no
// diagnostics: a file that is not as expected gives wrong columns without a word.
#pragma once

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace baseline {

/// A file in memory, for reading.
class MappedFile {
  public:
    explicit MappedFile(const std::string& path) {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        struct stat status {};
        if (descriptor < 0 || ::fstat(descriptor, &status) != 0)
            throw std::runtime_error("cannot open " + path);
        size_ = static_cast<std::size_t>(status.st_size);
        data_ = ::mmap(nullptr, size_, PROT_READ, MAP_PRIVATE | MAP_POPULATE, descriptor, 0);
        ::close(descriptor);
        if (data_ == MAP_FAILED) throw std::runtime_error("cannot map " + path);
    }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile() { ::munmap(data_, size_); }

    [[nodiscard]] std::string_view text() const { return {static_cast<const char*>(data_), size_}; }

  private:
    void* data_ = nullptr;
    std::size_t size_ = 0;
};

/// Distinct texts numbered by first appearance: open addressing over views into the file.
class Names {
  public:
    std::uint32_t number(std::string_view name) {
        const auto hash = hash_of(name);
        auto slot = hash & (slots_.size() - 1);
        while (slots_[slot].number != 0) {
            if (slots_[slot].hash == hash && names_[slots_[slot].number - 1] == name)
                return slots_[slot].number - 1;
            slot = (slot + 1) & (slots_.size() - 1);
        }
        names_.push_back(name);
        slots_[slot] = {hash, static_cast<std::uint32_t>(names_.size())};
        if (names_.size() * 2 > slots_.size()) grow();
        return static_cast<std::uint32_t>(names_.size() - 1);
    }
    [[nodiscard]] std::size_t size() const { return names_.size(); }
    [[nodiscard]] std::string_view operator[](std::size_t number) const { return names_[number]; }

  private:
    struct Slot {
        std::uint64_t hash = 0;
        std::uint32_t number = 0;  // from 1
    };
    static std::uint64_t hash_of(std::string_view name) {
        constexpr std::uint64_t odd = 0x9E3779B97F4A7C15U;
        std::uint64_t hash = name.size();
        std::size_t at = 0;
        for (; at + 8 <= name.size(); at += 8) {
            std::uint64_t eight = 0;
            std::memcpy(&eight, name.data() + at, 8);
            hash = (hash ^ eight) * odd;
            hash ^= hash >> 29U;
        }
        std::uint64_t rest = 0;
        for (; at < name.size(); ++at)
            rest = rest << 8U | static_cast<unsigned char>(name[at]);
        hash = (hash ^ rest) * odd;
        return hash ^ (hash >> 32U);
    }
    void grow() {
        std::vector<Slot> old(slots_.size() * 2);
        old.swap(slots_);
        for (const auto& one : old) {
            if (one.number == 0) continue;
            auto slot = one.hash & (slots_.size() - 1);
            while (slots_[slot].number != 0)
                slot = (slot + 1) & (slots_.size() - 1);
            slots_[slot] = one;
        }
    }
    std::vector<Slot> slots_ = std::vector<Slot>(256);
    std::vector<std::string_view> names_;
};

/// The columns of an observations file whose header is `indicator,scope,period,basis,value,unit` and, where
/// wanted, `status,source,published`.
struct Columns {
    Names indicators, scopes, periods, bases, units, statuses, sources, dates;
    std::vector<std::uint32_t> indicator, scope, period, source, date;
    std::vector<std::uint8_t> basis, unit, status;
    std::vector<std::int64_t> value;  // ten-thousandths
};

/// A number of at most four decimals in ten-thousandths.
inline std::int64_t ten_thousandths(std::string_view text) {
    const bool negative = !text.empty() && text.front() == '-';
    std::int64_t units = 0;
    std::size_t at = negative ? 1 : 0;
    for (; at < text.size() && text[at] != '.'; ++at)
        units = units * 10 + (text[at] - '0');
    int places = 0;
    for (++at; at < text.size(); ++at, ++places)
        units = units * 10 + (text[at] - '0');
    for (; places < 4; ++places)
        units *= 10;
    return negative ? -units : units;
}

/// Reads the first six columns, or the provenance too; what stands behind them is passed over.
template <bool Provenance>
Columns load_columns(std::string_view text) {
    Columns made;
    const char* at = text.data();
    const char* const end = at + text.size();
    const auto line_end = [&](const char* from) {
        const auto* found =
            static_cast<const char*>(std::memchr(from, '\n', static_cast<std::size_t>(end - from)));
        return found == nullptr ? end : found;
    };
    at = line_end(at) + 1;
    if (at >= end) return made;
    const auto row_size = static_cast<std::size_t>(line_end(at) - at) + 1;
    const auto expected = text.size() / row_size + text.size() / row_size / 8;
    for (auto* column : {&made.indicator, &made.scope, &made.period})
        column->reserve(expected);
    for (auto* column : {&made.basis, &made.unit})
        column->reserve(expected);
    made.value.reserve(expected);
    if (Provenance) {
        made.source.reserve(expected);
        made.date.reserve(expected);
        made.status.reserve(expected);
    }
    while (at < end) {
        const char* const stop = line_end(at);
        const auto cell = [&] {
            const auto* comma =
                static_cast<const char*>(std::memchr(at, ',', static_cast<std::size_t>(stop - at)));
            if (comma == nullptr) comma = stop;
            const std::string_view found(at, static_cast<std::size_t>(comma - at));
            at = comma + 1;
            return found;
        };
        made.indicator.push_back(made.indicators.number(cell()));
        made.scope.push_back(made.scopes.number(cell()));
        made.period.push_back(made.periods.number(cell()));
        made.basis.push_back(static_cast<std::uint8_t>(made.bases.number(cell())));
        made.value.push_back(ten_thousandths(cell()));
        made.unit.push_back(static_cast<std::uint8_t>(made.units.number(cell())));
        if (Provenance) {
            made.status.push_back(static_cast<std::uint8_t>(made.statuses.number(cell())));
            made.source.push_back(made.sources.number(cell()));
            made.date.push_back(made.dates.number(cell()));
        }
        at = stop + 1;
    }
    return made;
}

}  // namespace baseline
