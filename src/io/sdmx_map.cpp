// SPDX-License-Identifier: BSL-1.0
#include "io/sdmx_map.hpp"

#include <algorithm>
#include <iterator>

#include "io/file.hpp"
#include "io/json_file.hpp"
#include "io/plan_fields.hpp"
#include "io/text.hpp"

namespace goalpost::detail {

namespace {

constexpr std::string_view map_keys[] = {"$schema", "sdmx_csv", "scope",  "scopes", "statuses",
                                         "ignore",  "source",   "series", "note"};
constexpr std::string_view series_keys[] = {"indicator", "basis", "unit", "where", "note"};

class MapReader {
  public:
    MapReader(PlanContext& context, ObservationCells& cells) : context_(context), cells_(cells) {}

    std::optional<SdmxMap> read(const JsonValue& root, const std::filesystem::path& folder) {
        if (root.kind() != JsonKind::object || !has_files(root)) {
            context_.error(root.offset(), "no map", "the file does not say which SDMX-CSV files it is about",
                           "the key \"sdmx_csv\"",
                           "write \"sdmx_csv\": [\"figures.csv\"] first, or name a file of figures");
            return std::nullopt;
        }
        Fields fields(context_, root, "the map", map_keys);
        SdmxMap map;
        for (const auto& file : fields.read_texts("sdmx_csv"))
            map.files.push_back(folder / std::filesystem::path(file.text));
        map.scope_column = fields.read_text("scope").value_or("REF_AREA");
        for_each_text(fields, "scopes", [&](std::string_view code, const JsonValue& name) {
            map.scopes.emplace(code, name.string());
        });
        for_each_text(fields, "statuses", [&](std::string_view code, const JsonValue& word) {
            const auto status = observation_status_from(word.string());
            if (status) {
                map.statuses.emplace(code, *status);
            } else {
                context_.error(word.offset(), "an unknown word",
                               "the status " + shown(word.string()) + " is not known",
                               one_of(observation_status_names));
            }
        });
        for (const auto& column : fields.read_texts("ignore"))
            map.ignored.insert(column.text);
        map.source = cells_.source(fields.text_or_empty("source")).value;
        if (fields.require("series")) {
            for (const auto& value : fields.read_array("series", JsonKind::object))
                read_series(map, value);
        }
        return map;
    }

  private:
    static bool has_files(const JsonValue& root) {
        return std::ranges::any_of(root.members(),
                                   [](const auto& member) { return member.key.string() == "sdmx_csv"; });
    }

    /// Each key of an object of texts; keys that stand twice and values of another kind are reported.
    template <class Take>
    void for_each_text(Fields& fields, std::string_view key, Take take) {
        const auto object = fields.read_object(key);
        if (!object) return;
        std::set<std::string_view> met;
        for (const auto& [name, value] : object->members()) {
            if (value.kind() != JsonKind::string) {
                context_.error(value.offset(), "a value of another type",
                               shown(name.string()) + " is " + std::string(name_of(value.kind())),
                               std::string(name_of(JsonKind::string)));
            } else if (!met.insert(name.string()).second) {
                context_.error(name.offset(), "a key that stands twice",
                               "the key " + shown(name.string()) + " stands twice", "",
                               "remove one of the two");
            } else {
                take(name.string(), value);
            }
        }
    }

    void read_series(SdmxMap& map, const JsonValue& value) {
        context_.begin_item();
        Fields fields(context_, value, "a series", series_keys);
        SdmxMap::Series series;
        series.name = fields.require_text("indicator").value_or("");
        series.basis = fields.read_word<Basis>("basis", basis_names).value_or(Basis::level);
        if (fields.require("unit")) {
            if (const auto symbol = fields.read_text("unit")) {
                const auto& unit = cells_.unit(*symbol);
                const auto fault = [&](const CellFault& one) {
                    context_.error(fields.offset_of("unit"), one.kind, one.what, one.expected, one.mend);
                };
                if (unit.fault) {
                    fault(*unit.fault);
                } else if (const auto unfit = unit_fault(series.basis, unit.value, *symbol)) {
                    fault(*unfit);
                }
                series.unit = series.basis == Basis::rank ? cells_.rank_unit() : unit.value.number;
            }
        }
        for_each_text(fields, "where", [&](std::string_view column, const JsonValue& code) {
            series.where.emplace_back(column, code.string());
        });
        if (context_.is_faulty()) return;
        series.indicator = cells_.indicator(series.name).value;
        series.place = context_.place_of(value.offset());
        map.series.push_back(std::move(series));
    }

    PlanContext& context_;
    ObservationCells& cells_;
};

}  // namespace

std::optional<SdmxMap> read_sdmx_map(const std::filesystem::path& file, ObservationCells& cells,
                                     std::vector<Diagnostic>& diagnostics) {
    std::string text;
    if (auto fault = read_whole_file(file, text)) {
        diagnostics.push_back(std::move(*fault));
        return std::nullopt;
    }
    std::optional<SdmxMap> map;
    std::ranges::move(read_json(text, file.string(),
                                [&](PlanContext& context, const JsonValue& root) {
                                    map = MapReader(context, cells).read(root, file.parent_path());
                                }),
                      std::back_inserter(diagnostics));
    return map;
}

}  // namespace goalpost::detail
