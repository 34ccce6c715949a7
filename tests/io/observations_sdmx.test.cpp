// SPDX-License-Identifier: BSL-1.0
// Figures in SDMX-CSV, read by a map. All figures are made up.
#include "goalpost/io/observations_sdmx.hpp"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>

#include "io/reading.hpp"
#include "io/sdmx_codes.hpp"

using namespace goalpost;

namespace {

/// A map and a file of figures beside it.
class Files {
  public:
    explicit Files(std::string_view figures, std::string_view map) : map_("map.json", map) {
        std::ofstream(map_.path().parent_path() / "figures.csv", std::ios::binary) << figures;
    }
    [[nodiscard]] ObservationsReading read() const { return read_observations_sdmx(map_.path()); }
    /// What is said, without the folder.
    [[nodiscard]] std::string faults() const {
        auto text = test::lines(read().diagnostics);
        const auto folder = map_.path().parent_path().string() + "/";
        for (auto at = text.find(folder); at != std::string::npos; at = text.find(folder))
            text.erase(at, folder.size());
        return text;
    }

  private:
    test::TemporaryFile map_;
};

const std::string intensity =
    R"({"sdmx_csv": ["figures.csv"], "series": [{"indicator": "rd", "basis": "share", "unit": "%", "where": {"UNIT": "PC"}}]})";

ObservationsReading read(std::string_view figures, std::string_view map = intensity) {
    return Files(figures, map).read();
}
std::string faults(std::string_view figures, std::string_view map = intensity) {
    return Files(figures, map).faults();
}

/// `value unit period status` of each row, in the order of the file.
std::string told(const Observations& data) {
    std::string text;
    for (std::size_t i = 0; i < data.size(); ++i) {
        const auto one = data.observation(i);
        text += one.indicator + " " + one.scope + " " + one.period.text() + " " +
                std::string(name_of(one.basis)) + " " + one.value.text() + one.unit.symbol() + " " +
                std::string(name_of(one.status)) + "\n";
    }
    return text;
}

}  // namespace

TEST_CASE("SDMX-CSV 1.0 as Eurostat writes it: flags, forecasts, empty values, rows of no series") {
    const auto found =
        read_observations_sdmx(std::filesystem::path(GOALPOST_SOURCE_DIR) / "docs/formats/sdmx_example.json");
    CHECK(told(found.observations) ==
          "全社会研发强度 清河市 2020 share 2.15% final\n"
          "全社会研发强度 清河市 2023 share 3.02% final\n"
          "全社会研发强度 清河市 2024 share 3.10% preliminary\n"
          "rd_expenditure 清河市 2024 level 11470.5百万元 preliminary\n");
    CHECK(found.observations.source(found.observations.row(0)) == "made up");
    REQUIRE(found.diagnostics.size() == 2);
    CHECK(test::contains(found.diagnostics[0].text(),
                         "sdmx_example.csv:5:1: warning: 1 row of forecasts is left out; first here"));
    CHECK(test::contains(found.diagnostics[1].text(),
                         "sdmx_example.csv:6:1: warning: 1 row of no series of the map is left out; first "
                         "here, with unit \"PC_GDP\", sectperf \"BUSINESS\""));
}

TEST_CASE("SDMX-CSV 2.0 with labels behind the codes, quotes and multi-valued attributes") {
    const auto found = read(
        "STRUCTURE[;],STRUCTURE_ID,ACTION,REF_AREA: Area,UNIT: Unit,TIME_PERIOD: Time,OBS_VALUE: Value,"
        "\"OBS_STATUS: Observation status\",NOTE[]: Notes\r\n"
        "dataflow,A:B(1.0): \"\"x\"\",I,CN: China,PC: per cent,2024,3.50,P: Provisional,a;b\r\n");
    // The second cell has quotes inside and none around it, as RFC 4180 forbids.
    CHECK(found.observations.size() == 0);
    const auto sound = read(
        "STRUCTURE[;],STRUCTURE_ID,ACTION,REF_AREA: Area,UNIT: Unit,TIME_PERIOD: Time,OBS_VALUE: Value,"
        "\"OBS_STATUS: Observation status\",NOTE[]: Notes\r\n"
        "dataflow,\"A:B(1.0): \"\"x\"\"\",I,CN: China,PC: per cent,2024,3.50,P: Provisional,a;b\r\n");
    CHECK(sound.diagnostics.empty());
    CHECK(told(sound.observations) == "rd CN 2024 share 3.50% preliminary\n");
}

TEST_CASE("SDMX-CSV 2.0 with names in columns of their own: they tell no series from another") {
    const std::string header =
        "STRUCTURE,STRUCTURE_ID,STRUCTURE_NAME,ACTION,REF_AREA,Area,UNIT,Unit,TIME_PERIOD,Time,OBS_VALUE,"
        "Value\n";
    const auto found = read(header +
                            "dataflow,A:B(1.0),x,I,CN,China,PC,per cent,2023,,3.4,\n"
                            "dataflow,A:B(1.0),x,I,DE,Germany,PC,per cent,2023,,3.1,\n");
    CHECK(found.diagnostics.empty());
    CHECK(found.observations.size() == 2);
}

TEST_CASE("rows of one series that differ in what the map does not say are not mixed") {
    const std::string figures =
        "REF_AREA,UNIT,SEX,TIME_PERIOD,OBS_VALUE\n"
        "CN,PC,F,2023,40.1\n"
        "CN,PC,M,2023,59.9\n"
        "CN,PC,F,2024,40.3\n";
    CHECK(faults(figures) ==
          "figures.csv:3:7: error: the series of \"rd\" has rows of SEX \"F\" and \"M\"; expected rows of "
          "one; add \"SEX\" to its \"where\", or to \"ignore\" of the map\n");
    CHECK(told(read(figures).observations) == "rd CN 2023 share 40.1% final\nrd CN 2024 share 40.3% final\n");
    CHECK(faults(figures, R"({"sdmx_csv": ["figures.csv"], "ignore": ["SEX"], "series": [)"
                          R"({"indicator": "rd", "basis": "share", "unit": "%", "where": {"UNIT": "PC"}}]})")
              .empty());
    const auto both = read(figures, R"({"sdmx_csv": ["figures.csv"], "series": [)"
                                    R"({"indicator": "f", "unit": "%", "where": {"SEX": "F"}},)"
                                    R"({"indicator": "m", "unit": "%", "where": {"SEX": "M"}}]})");
    CHECK(both.diagnostics.empty());
    CHECK(both.observations.size() == 3);
}

TEST_CASE("an attribute behind the values tells nothing, but for what the figures are counted in") {
    CHECK(faults("REF_AREA,UNIT,TIME_PERIOD,OBS_VALUE,COMMENT\nCN,PC,2023,1,a\nCN,PC,2024,2,b\n").empty());
    CHECK(
        faults("REF_AREA,UNIT,TIME_PERIOD,OBS_VALUE,BASE_PER\nCN,PC,2023,1,2015\nCN,PC,2024,2,2020\n") ==
        "figures.csv:3:14: error: the series of \"rd\" has rows of BASE_PER \"2015\" and \"2020\"; expected "
        "rows of one; add \"BASE_PER\" to its \"where\", or to \"ignore\" of the map\n");
}

TEST_CASE("a multiplier has to be said") {
    const std::string figures = "REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nCN,2023,145.5,6\n";
    const auto map = [](const std::string& rest) {
        return R"({"sdmx_csv": ["figures.csv"], "series": [{"indicator": "gdp", )" + rest + "}]}";
    };
    CHECK(faults(figures, map(R"("unit": "元")")) ==
          "figures.csv:2:15: error: the figures are in units of 10^6; expected \"UNIT_MULT\" in \"where\" of "
          "the series; add \"UNIT_MULT\": \"6\" there, and write the unit that they are then in\n");
    const auto said = read(figures, map(R"("unit": "百万元", "where": {"UNIT_MULT": "6"})"));
    CHECK(said.diagnostics.empty());
    CHECK(told(said.observations) == "gdp CN 2023 level 145.5百万元 final\n");
    CHECK(faults("REF_AREA,TIME_PERIOD,OBS_VALUE,UNIT_MULT\nCN,2023,145.5,0\n", map(R"("unit": "元")"))
              .empty());
}

TEST_CASE("DECIMALS bring back the zeros that were left out") {
    const std::string header = "REF_AREA,UNIT,TIME_PERIOD,OBS_VALUE,DECIMALS\n";
    CHECK(told(read(header +
                    "CN,PC,2020,3,1\nCN,PC,2021,3.5,2\nCN,PC,2022,3.55,1\nCN,PC,2023,-0.5,3\nCN,PC,2024,4,\n")
                   .observations) ==
          "rd CN 2020 share 3.0% final\nrd CN 2021 share 3.50% final\nrd CN 2022 share 3.55% final\n"
          "rd CN 2023 share -0.500% final\nrd CN 2024 share 4% final\n");
    CHECK(faults(header + "CN,PC,2020,3,x\n") ==
          "figures.csv:2:14: error: DECIMALS is \"x\"; expected a whole number from 0 to 18\n");
    CHECK(
        test::contains(faults(header + "CN,PC,2020,123456789012,12\n"), "is too long; expected at most 18"));
}

TEST_CASE("missing values are no figures, and never zero") {
    const std::string header = "REF_AREA,UNIT,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";
    const auto found = read(header + "CN,PC,2020,,M\nCN,PC,2021,NaN,O\nCN,PC,2022,,\nCN,PC,2023,0,A\n");
    CHECK(found.diagnostics.empty());
    CHECK(told(found.observations) == "rd CN 2023 share 0% final\n");
    CHECK(
        faults(header + "CN,PC,2020,3.5,M\n") ==
        "figures.csv:2:16: error: the status \"M\" says that there is no figure, and there is one; expected "
        "no value, or another status\n");
}

TEST_CASE("the statuses of SDMX and of Eurostat, and one's own") {
    const std::string header = "REF_AREA,UNIT,TIME_PERIOD,OBS_VALUE,OBS_STATUS\n";
    CHECK(told(read(header + "CN,PC,2020,1,E\nCN,PC,2021,1,V\nCN,PC,2022,1,S\nCN,PC,2023,1,ep\n")
                   .observations) ==
          "rd CN 2020 share 1% estimated\nrd CN 2021 share 1% preliminary\nrd CN 2022 share 1% final\n"
          "rd CN 2023 share 1% estimated\n");
    CHECK(
        faults(header + "CN,PC,2020,1,X\n") ==
        "figures.csv:2:14: error: the status \"X\" is not known; expected a code of CL_OBS_STATUS or a flag "
        "of Eurostat; say in \"statuses\" of the map what it means: final, preliminary or estimated\n");
    const auto own = read(header + "CN,PC,2020,1,X\nCN,PC,2021,1,E\n",
                          R"({"sdmx_csv": ["figures.csv"], "statuses": {"X": "preliminary", "E": "final"}, )"
                          R"("series": [{"indicator": "rd", "unit": "%"}]})");
    CHECK(told(own.observations) == "rd CN 2020 level 1% preliminary\nrd CN 2021 level 1% final\n");
    CHECK(
        faults(header + "CN,PC,2020,1,A\nCN,PC,2021,2,D\n") ==
        "figures.csv:3:14: warning: the status \"D\" says that the definition is another than that of other "
        "figures; where growth is measured across it, use published growth, or figures of one definition\n");
    const auto broken = read(header + "CN,PC,2020,1,A\nCN,PC,2021,2,B\nCN,PC,2022,2,bp\n");
    CHECK(broken.diagnostics.empty());
    CHECK_FALSE(broken.observations.row(0).series_break);
    CHECK(broken.observations.row(1).series_break);
    CHECK(broken.observations.row(2).series_break);
    CHECK(broken.observations.row(2).status == ObservationStatus::preliminary);
    CHECK_FALSE(detail::sdmx_status("AX"));
    CHECK(detail::sdmx_status("")->status == ObservationStatus::final);
}

TEST_CASE("periods of SDMX") {
    using detail::sdmx_period;
    CHECK(sdmx_period("2024") == "2024");
    CHECK(sdmx_period("2024-A1") == "2024");
    CHECK(sdmx_period("2024-S2") == "2024-H2");
    CHECK(sdmx_period("2024-Q3") == "2024-Q3");
    CHECK(sdmx_period("2024-T2") == "2024-05/2024-08");
    CHECK(sdmx_period("2024-M06") == "2024-06");
    CHECK(sdmx_period("2024-06") == "2024-06");
    CHECK(sdmx_period("2024-06-30") == "2024-06-30");
    for (const auto* other : {"", "2024-", "2024-S", "2024-T4", "2024-W05", "2024-A2", "x024-S1"})
        CHECK(sdmx_period(other) == std::string(other));
    const std::string header = "REF_AREA,UNIT,TIME_PERIOD,OBS_VALUE\n";
    CHECK(test::contains(faults(header + "CN,PC,2024-W05,1\n"),
                         "error: the period \"2024-W05\" cannot be read"));
    CHECK(told(read(header + "CN,PC,2024-S1,1\n").observations) == "rd CN 2024-H1 share 1% final\n");
}

TEST_CASE("rows that cannot be taken are told with their place, and the others are read") {
    const std::string header = "REF_AREA,UNIT,TIME_PERIOD,OBS_VALUE,ACTION\n";
    CHECK(faults(header + "CN,PC,2020,1,D\nCN,PC,2021,1e3,I\nCN,PC,2022\n,PC,2023,1,I\n") ==
          "figures.csv:2:14: error: the row deletes a figure; expected figures; apply deletions before\n"
          "figures.csv:3:13: error: the value \"1e3\" cannot be read: found 'e'; expected a digit; write the "
          "number out, without an exponent\n"
          "figures.csv:4:1: error: the row has 3 cells; expected 5 as in the header; write a comma for each "
          "cell that is empty\n"
          "figures.csv:5:1: error: the scope is empty; expected a name; fill it in\n");
    CHECK(test::contains(faults(header + "CN,PC,2020,1,I\n",
                                R"({"sdmx_csv": ["figures.csv"], "series": [{"indicator": "a", "unit": "%"},)"
                                R"({"indicator": "b", "unit": "%"}]})"),
                         "the row belongs to two series of the map, \"a\" and \"b\""));
    CHECK(test::contains(faults("REF_AREA,TIME_PERIOD,OBS_VALUE\nCN,2020,0\n",
                                R"({"sdmx_csv": ["figures.csv"], "series": )"
                                R"([{"indicator": "place", "basis": "rank", "unit": "位"}]})"),
                         "the rank \"0\" is no place in an order"));
}

TEST_CASE("files that are none") {
    CHECK(faults("indicator,scope\na,b\n") ==
          "figures.csv:1:1: error: the header lacks TIME_PERIOD or OBS_VALUE; expected a file in SDMX-CSV; "
          "download the data as SDMX-CSV, with commas between the columns\n");
    CHECK(test::contains(faults("geo,UNIT,TIME_PERIOD,OBS_VALUE\n"),
                         "the header lacks the scope's column, REF_AREA"));
    CHECK(test::contains(faults("REF_AREA,TIME_PERIOD,OBS_VALUE\nCN,2020,1\n"),
                         "no series of the map fits the columns of this file"));
    CHECK(test::contains(faults("REF_AREA,UNIT,UNIT,TIME_PERIOD,OBS_VALUE\n"),
                         "the column \"UNIT\" stands twice"));
    CHECK(test::contains(faults(""), "the file is empty"));
    CHECK(test::contains(faults("\n \n"), "the file holds only blanks"));
    const auto absent =
        read("", R"({"sdmx_csv": ["other.csv"], "series": [{"indicator": "a", "unit": "%"}]})");
    REQUIRE(absent.diagnostics.size() == 1);
    CHECK(test::contains(absent.diagnostics[0].text(), "other.csv"));
}

TEST_CASE("maps with faults") {
    const auto said = [](const std::string& map) {
        return faults("REF_AREA,TIME_PERIOD,OBS_VALUE\nCN,2020,1\n", map);
    };
    CHECK(test::contains(said("{"), "map.json:1:2: error: "));
    CHECK(said(R"({"goalpost": 1})") ==
          "map.json:1:1: error: the file does not say which SDMX-CSV files it is about; expected the key "
          "\"sdmx_csv\"; write \"sdmx_csv\": [\"figures.csv\"] first, or name a file of figures\n");
    CHECK(test::contains(said(R"({"sdmx_csv": ["figures.csv"]})"), "the map has no \"series\""));
    CHECK(test::contains(said(R"({"sdmx_csv": ["figures.csv"], "serie": []})"), "did you mean \"series\"?"));
    const auto series = [&](const std::string& keys) {
        return said(R"({"sdmx_csv": ["figures.csv"], "series": [{)" + keys + "}]}");
    };
    CHECK(series(R"("indicator": "a", "unit": "%")").empty());
    CHECK(test::contains(series(R"("unit": "%")"), "a series has no \"indicator\""));
    CHECK(test::contains(series(R"("indicator": "a")"), "a series has no \"unit\""));
    CHECK(test::contains(series(R"("indicator": "a", "unit": "furlong")"),
                         "the unit \"furlong\" is not known"));
    CHECK(test::contains(series(R"("indicator": "a", "unit": "家", "basis": "share")"),
                         "a figure on the basis share cannot be in \"家\""));
    CHECK(test::contains(series(R"("indicator": "a", "unit": "%", "where": {"SEX": 1})"),
                         "\"SEX\" is a number"));
    CHECK(test::contains(series(R"("indicator": "a", "unit": "%", "where": {"SEX": "F", "SEX": "M"})"),
                         "the key \"SEX\" stands twice"));
    CHECK(test::contains(said(R"({"sdmx_csv": ["figures.csv"], "statuses": {"X": "sure"}, "series": []})"),
                         "the status \"sure\" is not known; expected estimated, preliminary or final"));
}

TEST_CASE("a series without rows is told, unless a file could not be read") {
    const std::string figures = "REF_AREA,UNIT,TIME_PERIOD,OBS_VALUE\nCN,PC,2020,1\n";
    const std::string series = R"("series": [{"indicator": "a", "unit": "%", "where": {"UNIT": "PC"}},)"
                               "\n"
                               R"({"indicator": "b", "unit": "%", "where": {"UNIT": "PD"}},)"
                               "\n"
                               R"({"indicator": "c", "unit": "%", "where": {"UNITS": "PC"}}]})";
    const auto mend = "; correct the columns and codes in its \"where\", or remove it\n";
    CHECK(faults(figures, R"({"sdmx_csv": ["figures.csv"], )" + series) ==
          std::string("map.json:2:1: warning: the series of \"b\" has no rows") + mend +
              "map.json:3:1: warning: the series of \"c\" has no rows" + mend);
    CHECK_FALSE(
        test::contains(faults(figures, R"({"sdmx_csv": ["figures.csv", "no.csv"], )" + series), "no rows"));
}

TEST_CASE("a map names its files") {
    const Files files("", intensity);
    CHECK(files_of_sdmx_map("no/such/map.json").empty());
    const auto example = std::filesystem::path(GOALPOST_SOURCE_DIR) / "docs/formats/sdmx_example.json";
    CHECK(files_of_sdmx_map(example) == std::vector{example.parent_path() / "sdmx_example.csv"});
}
