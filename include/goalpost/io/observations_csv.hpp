// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "goalpost/model/observations.hpp"

namespace goalpost {

/// The observations of one or more files, and every row that could not be read.
struct ObservationsReading {
    Observations observations;
    std::vector<Diagnostic> diagnostics;
};

/// Reads observation files (docs/formats/observations.md): RFC 4180, UTF-8 with or without a byte order mark,
/// columns found by name. A bad row is reported with its line and reason, and the rest is kept. Never throws
/// for bad data.
class ObservationsReader {
  public:
    /// `units` are those of the plan, so that its own units of measure are known. Large files are read in up
    /// to `threads` threads at once (0 is taken for 1); what comes of them does not depend on it.
    explicit ObservationsReader(UnitSet units = {}, unsigned threads = 1);
    ObservationsReader(ObservationsReader&&) noexcept;
    ObservationsReader& operator=(ObservationsReader&&) noexcept;
    ~ObservationsReader();

    void read(std::string_view text, const std::string& file_name);
    /// Reads block by block; a file that cannot be read is a diagnostic.
    void read_file(const std::filesystem::path& file);
    /// Reads the SDMX-CSV files that a map names, beside the map, in one thread (docs/formats/sdmx.md). A
    /// file that cannot be read is a diagnostic.
    void read_sdmx(const std::filesystem::path& map_file);

    /// Everything read so far.
    [[nodiscard]] ObservationsReading finish() &&;

  private:
    class State;
    std::unique_ptr<State> state_;
};

/// Reads one observation file; for several, or in several threads, an `ObservationsReader`. `units` are those
/// of the plan: `plan.unit_set()`. Never throws for bad data; a file that cannot be read is a diagnostic.
ObservationsReading read_observations_csv(const std::filesystem::path& file, UnitSet units = {});
/// The same from a text; `file_name` is what diagnostics call it.
ObservationsReading read_observations_csv(std::string_view text, const std::string& file_name,
                                          UnitSet units = {});

}  // namespace goalpost
