// SPDX-License-Identifier: BSL-1.0
#include "goalpost/io/observations_csv.hpp"

#include <cerrno>
#include <cstring>
#include <iterator>
#include <system_error>
#include <utility>

#include "io/file.hpp"
#include "io/observation_cells.hpp"
#include "io/observation_file.hpp"

namespace goalpost {

class ObservationsReader::State {
  public:
    explicit State(UnitSet units) : cells(std::move(units)) {}

    void take(std::vector<Diagnostic> found) {
        diagnostics.insert(diagnostics.end(), std::make_move_iterator(found.begin()),
                           std::make_move_iterator(found.end()));
    }

    detail::ObservationCells cells;
    std::vector<Diagnostic> diagnostics;
};

ObservationsReader::ObservationsReader(UnitSet units) : state_(std::make_unique<State>(std::move(units))) {}
ObservationsReader::ObservationsReader(ObservationsReader&&) noexcept = default;
ObservationsReader& ObservationsReader::operator=(ObservationsReader&&) noexcept = default;
ObservationsReader::~ObservationsReader() = default;

void ObservationsReader::read(std::string_view text, const std::string& file_name) {
    detail::ObservationFile file(state_->cells, file_name);
    file.read(text, true);
    state_->take(std::move(file).finish());
}

void ObservationsReader::read_file(const std::filesystem::path& path) {
    detail::InputFile input;
    if (auto fault = detail::InputFile::open(path, input)) {
        state_->diagnostics.push_back(std::move(*fault));
        return;
    }
    detail::ObservationFile file(state_->cells, path.string());
    const auto rows_before = state_->cells.builder().size();
    std::vector<char> block(std::size_t{1} << 18U);
    std::size_t used = 0;
    bool first = true;
    bool last = false;
    while (!last && !file.has_given_up()) {
        if (used == block.size()) block.resize(block.size() * 2);  // a row longer than the block
        const auto count = input.read(block.data() + used, block.size() - used);
        if (!count) {
            file.give_up(
                detail::file_fault({}, "reading the file failed: " + std::generic_category().message(errno),
                                   "a readable file", ""));
            break;
        }
        last = *count == 0;
        used += *count;
        const auto read = file.read({block.data(), used}, last);
        if (first && read > 0 && input.size()) state_->cells.expect_more(rows_before, read, *input.size());
        first = first && read == 0;
        used -= read;
        if (used > 0) std::memmove(block.data(), block.data() + read, used);
    }
    state_->take(std::move(file).finish());
}

ObservationsReading ObservationsReader::finish() && {
    return {std::move(state_->cells.builder()).build(), std::move(state_->diagnostics)};
}

}  // namespace goalpost
