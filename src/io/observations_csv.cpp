// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/observations_csv.hpp"

#include <algorithm>
#include <iterator>
#include <memory>
#include <string>
#include <tuple>
#include <utility>

#include "goalpost/model/detail/in_threads.hpp"
#include "io/file.hpp"
#include "io/file_blocks.hpp"
#include "io/observation_cells.hpp"
#include "io/observation_file.hpp"
#include "io/sdmx_map.hpp"
#include "io/sdmx_table.hpp"
#include "io/text.hpp"

namespace goalpost {

namespace {

using detail::block_size;
using detail::no_stop;
using detail::ObservationCells;
using detail::ObservationFile;

/// A thread that reads less than this has hardly begun when the others are done.
constexpr std::uintmax_t least_for_a_thread = std::uintmax_t{1} << 20U;

/// A text in memory, or a file that is read in blocks: both give the same bytes at a place.
class TextSource {
  public:
    explicit TextSource(std::string_view text) : text_(text) {}
    [[nodiscard]] std::uintmax_t size() const { return text_.size(); }

    /// Reads the rows that begin from `begin` to before `stop`; where reading ended.
    std::uintmax_t read(ObservationFile& file, std::uintmax_t begin, std::uintmax_t stop) const {
        const auto rest = text_.substr(static_cast<std::size_t>(begin));
        return begin +
               file.read(rest, true,
                         static_cast<std::size_t>(std::min<std::uintmax_t>(stop - begin, rest.size())));
    }
    /// The place behind the first line end from `place` on, where a row is likely to begin.
    [[nodiscard]] std::uintmax_t next_line(std::uintmax_t place) const {
        const auto end = text_.find('\n', static_cast<std::size_t>(place));
        return end == std::string_view::npos ? text_.size() : end + 1;
    }
    /// Reads the header and perhaps some rows.
    std::uintmax_t read_header(ObservationFile& file) const {
        return read(file, 0, std::min<std::uintmax_t>(block_size, text_.size()));
    }

  private:
    std::string_view text_;
};

class FileSource {
  public:
    explicit FileSource(const detail::InputFile& input) : input_(input) {}
    [[nodiscard]] std::uintmax_t size() const { return input_.size().value_or(0); }

    std::uintmax_t read(ObservationFile& file, std::uintmax_t begin, std::uintmax_t stop) const {
        return detail::read_blocks(file, begin, stop, [&](std::uintmax_t place, char* to, std::size_t most) {
            return input_.read_at(place, to, most);
        });
    }
    [[nodiscard]] std::uintmax_t next_line(std::uintmax_t place) const {
        std::string block(4096, '\0');
        while (true) {
            const auto count = input_.read_at(place, block.data(), block.size());
            if (!count || *count == 0) return place;
            const auto end = std::string_view(block.data(), *count).find('\n');
            if (end != std::string_view::npos) return place + end + 1;
            place += *count;
        }
    }
    std::uintmax_t read_header(ObservationFile& file) const { return read(file, 0, block_size); }

  private:
    const detail::InputFile& input_;
};

/// A part of a file that is read on its own, from where a row is likely to begin.
struct Part {
    Part(const UnitSet& units, const ObservationFile& whole, std::uintmax_t from, std::uintmax_t to)
        : cells(units), file(cells, whole), begin(from), stop(to) {}

    ObservationCells cells;
    ObservationFile file;
    std::uintmax_t begin;
    std::uintmax_t stop;
    std::uintmax_t end = 0;
};

/// Reads a file in parts at once. Where a row begins can only be known when everything before was read: a
/// line end may stand inside quotes. So each part begins at a guess, and one whose guess turns out to be
/// wrong is read again.
template <class Source>
void read_in_parts(ObservationFile& file, const ObservationCells& cells, const Source& source,
                   std::uintmax_t threads) {
    auto place = source.read_header(file);
    if (!file.has_header() || file.has_given_up()) {
        if (!file.has_given_up()) source.read(file, place, no_stop);
        return;
    }
    const auto size = source.size();
    const auto count =
        static_cast<std::size_t>(std::min(threads, size > place ? (size - place) / least_for_a_thread : 0));
    if (count < 2) {
        source.read(file, place, no_stop);
        return;
    }
    std::vector<std::uintmax_t> stops;
    for (std::size_t i = 1; i < count; ++i)
        stops.push_back(source.next_line(place + (size - place) / count * i));
    stops.push_back(no_stop);
    std::vector<std::unique_ptr<Part>> parts;  // but the first, which `file` itself reads
    for (std::size_t i = 1; i < count; ++i)
        parts.push_back(std::make_unique<Part>(cells.units(), file, stops[i - 1], stops[i]));
    detail::in_threads(count, [&](std::size_t i) {
        if (i == 0) {
            place = source.read(file, place, stops[0]);
        } else {
            auto& part = *parts[i - 1];
            part.end = source.read(part.file, part.begin, part.stop);
        }
    });
    for (const auto& part : parts) {
        if (file.has_given_up()) return;
        if (part->begin == place) {
            place = part->end;
            file.append(std::move(part->file), std::move(part->cells));
        } else {
            place = source.read(file, place, part->stop);
        }
    }
}

}  // namespace

class ObservationsReader::State {
  public:
    State(UnitSet units, unsigned most_threads)
        : cells(std::move(units)), threads(std::max(most_threads, 1U)) {}

    void take(std::vector<Diagnostic> found) {
        diagnostics.insert(diagnostics.end(), std::make_move_iterator(found.begin()),
                           std::make_move_iterator(found.end()));
    }

    ObservationCells cells;
    unsigned threads;
    std::vector<Diagnostic> diagnostics;
};

ObservationsReader::ObservationsReader(UnitSet units, unsigned threads)
    : state_(std::make_unique<State>(std::move(units), threads)) {}
ObservationsReader::ObservationsReader(ObservationsReader&&) noexcept = default;
ObservationsReader& ObservationsReader::operator=(ObservationsReader&&) noexcept = default;
ObservationsReader::~ObservationsReader() = default;

void ObservationsReader::read(std::string_view text, const std::string& file_name) {
    ObservationFile file(state_->cells, file_name, text.size());
    if (state_->threads == 1 || text.size() < 2 * least_for_a_thread) {
        file.read(text, true);
    } else {
        read_in_parts(file, state_->cells, TextSource(text), state_->threads);
    }
    state_->take(std::move(file).finish());
}

void ObservationsReader::read_file(const std::filesystem::path& path) {
    detail::InputFile input;
    if (auto fault = detail::InputFile::open(path, input)) {
        state_->diagnostics.push_back(std::move(*fault));
        return;
    }
    ObservationFile file(state_->cells, path.string(), input.size().value_or(0));
    if (state_->threads == 1 || input.size().value_or(0) < 2 * least_for_a_thread) {
        detail::read_blocks(file, input);
    } else {
        read_in_parts(file, state_->cells, FileSource(input), state_->threads);
    }
    state_->take(std::move(file).finish());
}

void ObservationsReader::read_sdmx(const std::filesystem::path& map_file) {
    const auto map = detail::read_sdmx_map(map_file, state_->cells, state_->diagnostics);
    if (!map) return;
    std::vector<bool> used(map->series.size());
    bool all_read = true;
    for (const auto& path : map->files) {
        detail::InputFile input;
        if (auto fault = detail::InputFile::open(path, input)) {
            state_->diagnostics.push_back(std::move(*fault));
            all_read = false;
            continue;
        }
        detail::SdmxTable table(state_->cells, *map, path.string());
        detail::read_blocks(table, input);
        all_read = all_read && !table.has_given_up();
        for (std::size_t i = 0; i < used.size(); ++i)
            used[i] = used[i] || table.has_rows_of(map->series[i]);
        state_->take(std::move(table).finish());
    }
    for (std::size_t i = 0; all_read && i < used.size(); ++i) {
        if (used[i]) continue;
        const auto& [name, place] = std::tie(map->series[i].name, map->series[i].place);
        state_->diagnostics.push_back({Diagnostic::Severity::warning, map_file.string(), place.line,
                                       place.column, "the series of " + detail::shown(name) + " has no rows",
                                       "", "correct the columns and codes in its \"where\", or remove it"});
    }
}

ObservationsReading ObservationsReader::finish() && {
    const auto rows = state_->cells.builder().size();
    constexpr std::size_t least_rows = 10'000;
    const auto parts = std::min<std::size_t>(state_->threads, rows / least_rows + 1);
    const auto in_threads = [](std::size_t count, const detail::PartWork& work) {
        detail::in_threads(count, work);
    };
    return {std::move(state_->cells.builder()).build(parts, in_threads), std::move(state_->diagnostics)};
}

ObservationsReading read_observations_csv(const std::filesystem::path& file, UnitSet units) {
    ObservationsReader reader(std::move(units));
    reader.read_file(file);
    return std::move(reader).finish();
}

ObservationsReading read_observations_csv(std::string_view text, const std::string& file_name,
                                          UnitSet units) {
    ObservationsReader reader(std::move(units));
    reader.read(text, file_name);
    return std::move(reader).finish();
}

}  // namespace goalpost
