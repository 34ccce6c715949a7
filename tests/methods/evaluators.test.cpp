// SPDX-License-Identifier: BSL-1.0
#include <doctest/doctest.h>

#include <set>
#include <string>
#include <vector>

#include "goalpost/methods/builtin_methods.hpp"
#include "methods/published.hpp"
#include "support/case.hpp"

using namespace goalpost;
using namespace goalpost::test;

namespace {

Ratio r(std::string_view text) { return Ratio::parse(text).value(); }

/// What an evaluator finds about the last target of a case.
template <class E>
Finding found(const Case& one, const E& evaluator) {
    const auto evaluation = one.judge();
    const auto& assessment = evaluation.assessments().back();
    return evaluator(TargetView(evaluation, assessment, *evaluation.target_of(assessment)));
}
/// `substantial_progress, on_track`
template <class E>
std::string verdict(const Case& one, const E& evaluator) {
    const auto finding = found(one, evaluator);
    return finding.verdict + ", " + std::string(name_of(finding.status.value()));
}
std::string shown(const Figure& figure, int places) {
    return figure ? figure.shown().fixed(places) : std::string(name_of(figure.reason()));
}
/// A ratio in per cent, with full-year figures.
Case yearly(int first, const std::vector<const char*>& values, Better better = Better::higher) {
    Case one;
    one.horizon("2030").indicator("i", "%", IndicatorKind::ratio, better);
    for (const auto* value : values)
        one.observe("i", std::to_string(first++), "share", value, "%");
    return one;
}

}  // namespace

TEST_SUITE("methods/evaluators") {
    TEST_CASE("the set and the table of what is known agree") {
        const auto set = builtin_methods();
        std::set<std::string> names;
        for (const auto& info : method_infos()) {
            CAPTURE(info.name);
            CHECK(names.insert(std::string(info.name)).second);
            CHECK(set.find(info.name) != nullptr);
            CHECK_FALSE(info.title.empty());
            CHECK_FALSE(info.title_zh.empty());
            CHECK_FALSE(info.source.empty());
            CHECK_FALSE(info.inputs.empty());
            CHECK_FALSE(info.inputs_zh.empty());
            // A citation is the same in every language; a remark in its place is not.
            CHECK((info.source_in(Language::zh) == info.source) == info.verified);
            CHECK(info.source_in(Language::en) == info.source);
        }
        CHECK(set.names().size() == names.size());
        CHECK(names.size() == 16);
    }

    TEST_CASE("published rows, read as a plan and observations like any other") {
        for (const auto* file : {"statcan_progress.csv", "sdgbuild_edge_cases.csv", "eustat_progress.csv"}) {
            const bool eustat = std::string_view(file).starts_with("eustat");
            for (const auto& row : rows_of(file)) {
                const auto& base = row.at("base_value");
                const auto& current = row.at("current_value");
                CAPTURE(file);
                CAPTURE(base);
                CAPTURE(current);
                Case one;
                one.indicator("i", "", IndicatorKind::index,
                              row.at("direction") == "1" ? Better::higher : Better::lower);
                if (!row.at("limit").empty())
                    one.indicators.back().limit = Decimal::parse(row.at("limit")).value();
                one.horizon("2040").target(
                    row.at("target").empty()
                        ? "improves(since " + row.at("base_year") + ")"
                        : (row.at("direction") == "1" ? "level >= " : "level <= ") + row.at("target"),
                    row.at("target_year"));
                one.observe("i", row.at("base_year"), "level", base, "");
                if (row.at("current_year") != row.at("base_year"))
                    one.observe("i", row.at("current_year"), "level", current, "");
                // The due year of two rows is the year of the figure, so a base that the plan states is
                // needed.
                StatCan statcan;
                Eustat own;
                statcan.years.year = own.years.year = whole(row.at("base_year"));
                const auto finding = eustat ? found(one, own) : found(one, statcan);
                CHECK(finding.verdict == row.at("status"));
                const auto value = number(row.at("progress_value"));
                CHECK(finding.value.operator bool() == value.has_value());
                if (value) {
                    const auto [low, high] = finding.value.value().bracket(128);
                    const Ratio margin = value->abs() / Ratio(1'000'000'000);
                    CHECK(low >= *value - margin);
                    CHECK(high <= *value + margin);
                }
            }
        }
    }

    TEST_CASE("published weather symbols, read as a plan and observations") {
        int judged = 0;
        for (const auto& row : rows_of("destatis_verdicts.csv")) {
            const auto id = row.at("target_id") + " " + row.at("assessed_year");
            CAPTURE(id);
            const auto kind = row.at("target_kind");
            const bool rises = row.at("direction") == "1";
            Case one;
            one.horizon("2050").indicator("i", "", IndicatorKind::index,
                                          rises ? Better::higher : Better::lower);
            const std::string sign = rises ? " >= " : " <= ";
            const auto due = row.at("target_year").empty() ? std::string("2030") : row.at("target_year");
            if (kind == "by_year") {
                one.target("level" + sign + row.at("target_value"), due);
            } else if (kind == "constant") {
                one.target("every year: level" + sign + row.at("target_value"), due);
            } else if (kind == "directional") {
                one.target("improves(since 2000)", due);
            } else if (kind == "by_year_range") {
                const auto ends = split(row.at("target_as_stated"), '.');  // 80..85
                one.target("level in [" + ends.front() + ", " + ends.back() + "]", due);
            } else if (kind == "by_year_relative") {
                // `-40% vs 1990=100`
                const auto words = split(row.at("target_as_stated"), ' ');
                const auto base = split(words[2], '=');
                const auto percent = words[0].substr(words[0].starts_with('+') ? 1 : 0);
                one.target(
                    "growth(since " + base[0] + ")" + sign + percent.substr(0, percent.size() - 1) + " %",
                    due);
                if (base.size() > 1) one.observe("i", base[0], "level", base[1], "");
            } else {
                continue;  // multiples and growth a year: the next test
            }
            for (const auto& point : split(row.at("window_last_points"), ';'))
                one.observe("i", point.substr(0, 4), "level", point.substr(5), "");
            const auto points = split(row.at("window_last_points"), ';').size();
            one.as_of(row.at("assessed_year") + "-12-31");
            const auto finding = found(one, Destatis{.window = points});
            const auto kernel = [&] {
                std::vector<YearValue> values;
                for (const auto& point : split(row.at("window_last_points"), ';'))
                    values.push_back({whole(point.substr(0, 4)), number(point.substr(5)).value()});
                const auto year = row.at("target_year").empty() ? std::nullopt : std::optional(whole(due));
                return destatis::assess(
                    {values, rises ? Better::higher : Better::lower, number(row.at("target_value")), year});
            }();
            CHECK(finding.verdict == kernel.verdict);
            ++judged;
        }
        CHECK(judged >= 58);
    }

    TEST_CASE("targets as the values they stand for") {
        const auto level = [](Case one) {
            const auto evaluation = one.judge();
            const auto& assessment = evaluation.assessments()[0];
            return target_level(TargetView(evaluation, assessment, *evaluation.target_of(assessment)));
        };
        const auto stock = [] {
            Case one;
            one.horizon("2050").indicator("i", "万家", IndicatorKind::stock);
            one.observe("i", "2014", "cumulative", "7100", "家")
                .observe("i", "2015", "cumulative", "0.81", "万家");
            return one;
        };
        CHECK(level(stock().target("multiple(since 2014) >= 2", "2030")).value == r("1.42"));
        CHECK(level(stock().target("multiple(since 2014) >= 2", "2030")).kind ==
              TargetKind::by_year_multiple);
        CHECK(level(stock().target("growth(since 2014) >= 10 %", "2030")).value == r("0.781"));
        CHECK(level(stock().target("growth(since 2014) >= 10", "2030")).value == r("0.781"));
        CHECK(level(stock().target("growth(since 2014) in [10, 20]", "2030")).value == r("0.781"));
        CHECK(level(stock().target("annual_growth(since 2014) in [2.1, 3]", "2015")).value ==
              r("0.71") * r("1.021"));
        CHECK(level(stock().target("multiple(since 2014) in [2, 3]", "2030")).value == r("1.42"));
        CHECK(level(stock().target("change(since 2014) >= 1000 家", "2030")).value == r("0.81"));
        CHECK(level(stock().target("level >= 20000 家", "2030")).value == Ratio(2));
        CHECK(level(stock().target("level in [2, 3] 万家", "2030")).value == Ratio(2));
        // Of what is about so much the weaker end counts, as of a range.
        CHECK(level(stock().target("level ~ 3 万家 ± 1000 家", "2030")).value == r("2.9"));
        CHECK(level(stock().target("level ~ 3 万家 ± 5 % of it", "2030")).value == r("2.85"));
        CHECK(level(stock().target("growth(since 2014) ~ 40 % ± 1 pp", "2030")).value ==
              r("0.71") * r("1.39"));
        CHECK(level(stock().target("growth(since 2014) ~ 40 ± 5 % of it", "2030")).value ==
              r("0.71") * r("1.38"));
        CHECK(level(stock().target("multiple(since 2014) ~ 2 ± 5 % of it", "2030")).kind ==
              TargetKind::by_year_multiple);
        CHECK(level(stock().target("level ~ 3 万家 ± 1000 家", "2030")).kind == TargetKind::by_year_range);
        auto about = yearly(2015, {"50", "55"}, Better::lower);
        CHECK(level(about.target("level ~ 30 % ± 0.5 pp", "2030")).value == r("30.5"));
        const auto growth = level(stock().target("annual_growth(since 2014) >= 2.1 %", "2016"));
        CHECK(growth.kind == TargetKind::by_year_cagr);
        CHECK(growth.value == r("0.71") * r("1.021") * r("1.021"));
        CHECK(growth.since == Period::year(2014));
        CHECK(level(stock().target("every year: level >= 1 万家", "2030")).kind == TargetKind::constant);
        CHECK(level(stock().target("improves(since 2014)", "2030")).kind == TargetKind::directional);
        CHECK(level(stock().target("level >= **** 家", "2030")).reason == Reason::masked_target);
        CHECK(level(stock().target("level >= 5 %", "2030")).reason == Reason::unit_mismatch);
        CHECK(level(stock().target("growth >= 5 %", "2030")).reason == Reason::not_applicable_figure);
        CHECK(level(stock().target("growth(since 2010) >= 5 %", "2030")).reason == Reason::missing_base);
        auto points = yearly(2015, {"50", "55"});
        CHECK(level(points.target("change(since 2015) >= 3 pp", "2030")).value == Ratio(53));
        Case mille;
        mille.horizon("2030").indicator("i", "‰", IndicatorKind::ratio);
        mille.observe("i", "2015", "share", "50", "‰").target("change(since 2015) >= 3", "2030");
        CHECK(level(mille).value == Ratio(80));  // in points
        // The comparison says which way, then the indicator.
        CHECK(level(stock().target("level <= 1 万家", "2030")).better == Better::lower);
        auto neither = yearly(2015, {"50", "55"}, Better::neither);
        CHECK(level(neither.target("level in [2, 3] %", "2030")).reason == Reason::not_applicable_figure);
    }

    TEST_CASE("a value that is about the target is met, as within the range that this stands for") {
        for (const auto* criterion :
             {"level ~ 100 家 ± 5 家", "level ~ 100 家 ± 5 % of it", "level in [95, 105] 家"}) {
            CAPTURE(criterion);
            Case one;
            one.indicator("i", "家", IndicatorKind::stock).target(criterion, "2024").base("2020", "50");
            const char* const values[] = {"50", "60", "70", "80", "96"};
            for (int i = 0; i < 5; ++i)
                one.observe("i", std::to_string(2020 + i), "cumulative", values[i], "家");
            CHECK(verdict(one, StatCan{}) == "target_achieved, achieved");
            CHECK(verdict(one, Destatis{}) == "sun, achieved");
            CHECK(verdict(one, HealthyPeople2020{}) == "target_met_or_exceeded, achieved");
            CHECK(verdict(one, Okr{}) == "stretch, achieved");
            CHECK(verdict(one, ServiceNow{}) == "green, achieved");
        }
    }

    TEST_CASE("base years: the plan's, the criterion's, the method's, next or nearest") {
        auto one = yearly(2016, {"40", "42", "44", "46", "48"});
        one.target("level >= 60 %", "2030");
        // 2015 has no figure: the next year has.
        CHECK(found(one, StatCan{}).substituted == std::vector<std::string>{"base year 2015 -> 2016"});
        CHECK(found(one, StatCan{{.year = 2018}}).substituted.empty());
        one.base("2017", "43");
        const auto stated = found(one, StatCan{});
        CHECK(stated.substituted.empty());
        // R = ((48/43)^(1/3) - 1) / ((60/43)^(1/13) - 1) = 0.037351 / 0.025958
        CHECK(shown(stated.value, 3) == "1.439");

        auto gap = yearly(2010, {"40"});
        gap.observe("i", "2012", "share", "41", "%").observe("i", "2018", "share", "46", "%");
        gap.target("level >= 60 %", "2030");
        CHECK(found(gap, Eustat{}).substituted ==
              std::vector<std::string>{"base year 2015 -> 2018"});  // 3 and 3
        gap.observe("i", "2014", "share", "42", "%");
        CHECK(found(gap, Eustat{}).substituted == std::vector<std::string>{"base year 2015 -> 2014"});
        CHECK(found(gap, StatCan{}).verdict == "not_available");  // only one year from 2015 on
        CHECK(found(gap, StatCan{}).reason == Reason::missing_base);
        // The Progress Chart wants two values: the latest year is no base.
        auto late = yearly(2013, {"20"});
        late.observe("i", "2016", "share", "30", "%").target("level >= 60 %", "2030");
        CHECK(found(late, UnProgressChart{}).substituted ==
              std::vector<std::string>{"base year 2015 -> 2013"});
        CHECK(found(late, UnProgressChart{}).verdict == "on_track");
        CHECK(found(late, Eustat{}).reason == Reason::missing_base);
        auto early = yearly(2013, {"20", "25", "30"});
        CHECK(found(early.target("level >= 60 %", "2030"), UnProgressChart{}).substituted ==
              std::vector<std::string>{"base year 2015 -> 2014"});
        auto single = yearly(2016, {"30"});
        CHECK(found(single.target("level >= 60 %", "2030"), UnProgressChart{}).reason ==
              Reason::missing_base);
        auto before = yearly(2010, {"40", "41"});
        before.target("level >= 60 %", "2030");
        CHECK(found(before, StatCan{}).reason == Reason::missing_base);
        CHECK(found(yearly(2015, {}).target("level >= 60 %", "2030").as_of("2020-12-31"), StatCan{}).reason ==
              Reason::missing_observation);
    }

    TEST_CASE("only full years of the target's own series count") {
        Case one;
        one.horizon("2030").indicator("i", "亿元", IndicatorKind::flow);
        one.observe("i", "2015", "level", "100", "亿元")
            .observe("i", "2016", "level", "101", "亿元")
            .observe("i", "2017-Q1", "level", "90", "亿元")
            .observe("i", "2016", "growth_yoy", "50", "%")
            .observe_in("市", "i", "2017", "level", "500", "亿元");
        one.target("improves(since 2015)", "2030");
        CHECK(shown(found(one, StatCan{}).value, 4) == "0.0100");
        // A year that spans two counts as its first.
        one.observe("i", "2017-07/2018-06", "level", "104.04", "亿元");
        CHECK(shown(found(one, StatCan{}).value, 4) == "0.0200");
        // What was not known by then is not read.
        one.as_of("2016-12-31");
        CHECK(shown(found(one, StatCan{}).value, 4) == "0.0100");
        Case stock;
        stock.horizon("2030").indicator("i", "家", IndicatorKind::stock);
        stock.observe("i", "2015-12-31", "cumulative", "100", "家")
            .observe("i", "2016-Q4", "cumulative", "110", "家")
            .observe("i", "2017-06", "cumulative", "190", "家");
        CHECK(shown(found(stock.target("improves(since 2015)", "2030"), StatCan{}).value, 4) == "0.1000");
    }

    TEST_CASE("a span of twelve months counts as its first year: as base, since, due and in the series") {
        const auto fiscal = [](const std::vector<const char*>& values) {
            Case one;
            one.horizon("2015/2030").indicator("i", "%", IndicatorKind::ratio);
            int year = 2015;
            for (const auto* value : values) {
                const auto span = std::to_string(year) + "-07/" + std::to_string(year + 1) + "-06";
                one.observe("i", span, "share", value, "%");
                ++year;
            }
            return one;
        };
        auto stated = fiscal({"10", "20", "21", "22", "23", "24"});
        stated.target("level >= 40 %", "2030").base("2015-07/2016-06", "10");
        // R = ((24/10)^(1/5) - 1) / ((40/10)^(1/15) - 1) = 0.191358 / 0.096825
        CHECK(shown(found(stated, StatCan{}).value, 4) == "1.9763");
        CHECK(found(stated, StatCan{}).substituted.empty());
        CHECK(shown(found(stated, PathValues{}).value, 2) == "20.00");
        // The very figure that the plan states, not that of the calendar year.
        stated.observe("i", "2015", "share", "12", "%");
        CHECK(shown(found(stated, StatCan{}).value, 4) == "1.9763");

        auto since = fiscal({"10", "20", "21", "22", "23", "24"});
        since.target("improves(since 2015-07/2016-06)", "2030");
        CHECK(shown(found(since, StatCan{}).value, 4) == "0.1914");  // 2.4^(1/5) - 1
        auto change = fiscal({"10", "12"});
        change.target("change(since 2015-07/2016-06) >= 8 pp", "2029-07/2030-06");
        CHECK(shown(found(change, HealthyPeople2020{}).value, 2) == "25.00");
        CHECK(shown(found(change, PathValues{}).value, 4) == "10.5714");  // 10 + 8/14

        auto due = fiscal({"20", "25", "30", "35", "39"});
        due.target("level >= 40 %", "2019-07/2020-06");
        CHECK(verdict(due, StatCan{}) == "substantial_progress, missed");
        CHECK(verdict(due, Destatis{}) == "cloud, missed");
        CHECK(verdict(due, PathValues{}) == "off_path, missed");

        Case flow;
        flow.indicator("i", "家", IndicatorKind::flow).horizon("2015/2030");
        flow.observe("i", "2015-07/2016-06", "level", "100", "家");
        flow.target("annual_growth(since 2015-07/2016-06) >= 10 %", "2017-07/2018-06");
        const auto evaluation = flow.judge();
        const auto& assessment = evaluation.assessments()[0];
        const TargetView view(evaluation, assessment, *evaluation.target_of(assessment));
        CHECK(target_level(view).value == Ratio(121));
    }

    TEST_CASE("a base that is no figure of a full year is replaced by one of its year, and it is said") {
        Case stock;
        stock.horizon("2020/2030").indicator("i", "家", IndicatorKind::stock);
        stock.observe("i", "2020-12", "cumulative", "52", "家")
            .observe("i", "2021-12", "cumulative", "60", "家");
        stock.target("level >= 100 家", "2030").base("2020-06", "50");
        CHECK(found(stock, StatCan{}).substituted == std::vector<std::string>{"base 2020-06 -> 2020-12"});
        Case flow;
        flow.horizon("2021/2025").indicator("i", "亿元", IndicatorKind::flow);
        flow.observe("i", "2020", "level", "90", "亿元").observe("i", "2021", "level", "100", "亿元");
        flow.target("level >= 150 亿元", "2025").base("2016/2020", "400");
        const auto finding = found(flow, StatCan{});
        CHECK(finding.substituted == std::vector<std::string>{"base 2016/2020 -> 2020"});
        CHECK(shown(finding.value, 4) == "1.0330");  // (10/9 - 1) / ((15/9)^(1/5) - 1) = 0.111111 / 0.107566
    }

    TEST_CASE("full-year figures are held against targets of a year only") {
        const auto case_of = [](const char* criterion, const char* due, IndicatorKind kind) {
            Case one;
            one.horizon("2021/2025").indicator("i", "亿元", kind);
            const char* const values[] = {"90", "100", "105", "108", "111", "115"};
            for (int i = 0; i < 6; ++i)
                one.observe("i", std::to_string(2020 + i), "level", values[i], "亿元");
            if (kind != IndicatorKind::flow) return one.target(criterion, due);
            one.observe("i", "2025-H1", "level", "55", "亿元").observe("i", "2024-H1", "level", "50", "亿元");
            one.observe("i", "2016/2020", "level", "400", "亿元");
            return one.target(criterion, due);
        };
        const auto flow = [&](const char* criterion, const char* due) {
            return case_of(criterion, due, IndicatorKind::flow);
        };
        const auto set = builtin_methods();
        for (const auto& one : {flow("level >= 500 亿元", "2021/2025"), flow("level >= 80 亿元", "2025-H1"),
                                flow("over the plan: level >= 500 亿元", "2025"),
                                flow("every quarter: level >= 20 亿元", "2025"),
                                flow("growth(since 2016/2020) >= 20 %", "2025"),
                                flow("growth(since 2024-H1) >= 20 %", "2025-H1"),
                                flow("level >= 500 亿元", "2021/2025").base("2016/2020", "400")}) {
            CAPTURE(text(one.targets.back().criterion()));
            CAPTURE(one.targets.back().due.text());
            for (const auto* name : {"statcan", "eustat", "un_progress_chart", "eurostat", "destatis",
                                     "linear_path", "constant_growth_path"}) {
                CAPTURE(name);
                CHECK(found(one, *set.find(name)).reason == Reason::not_applicable_figure);
                CHECK(found(one, *set.find(name)).status == Status::undetermined);
            }
        }
        CHECK(found(flow("level >= 110 亿元", "2025"), StatCan{}).verdict == "target_achieved");
        CHECK(found(flow("every year: level >= 95 亿元", "2021/2025"), Destatis{}).verdict == "sun");
        CHECK(found(flow("growth(since 2020) >= 20 %", "2021/2025"), StatCan{}).verdict == "target_achieved");
        // What does not add up over time is read in the last year of a longer span.
        CHECK(found(case_of("level >= 110 亿元", "2021/2025", IndicatorKind::stock), StatCan{}).verdict ==
              "target_achieved");
        CHECK(found(case_of("level >= 110 亿元", "2021/2025", IndicatorKind::index), StatCan{}).verdict ==
              "target_achieved");
        CHECK(found(case_of("level >= 110 亿元", "2025-H1", IndicatorKind::index), StatCan{}).reason ==
              Reason::not_applicable_figure);
    }

    TEST_CASE("figures that contradict each other give no verdict") {
        auto one = yearly(2015, {"40", "41"});
        one.observe("i", "2016", "share", "42", "%").target("level >= 60 %", "2030");
        CHECK(found(one, StatCan{}).reason == Reason::conflicting_observations);
        CHECK(found(one, Destatis{}).reason == Reason::conflicting_observations);
        CHECK(found(one, StatCan{}).status == Status::undetermined);
    }

    TEST_CASE("no method compares figures of two definitions") {
        auto one = yearly(2015, {"40", "41", "42", "43", "44", "45"});
        one.target("level >= 60 %", "2030");
        CHECK(found(one, StatCan{}).reason == Reason::none);
        CHECK(found(one, Destatis{}).reason == Reason::none);
        one.rows[3].series_break = true;  // 2018
        CHECK(found(one, StatCan{}).reason == Reason::broken_series);
        CHECK(found(one, PathValues{}).reason == Reason::broken_series);
        CHECK(found(one, Destatis{}).reason == Reason::broken_series);
        CHECK(found(one, Destatis{.window = 3}).reason != Reason::broken_series);  // 2018 to 2020
        CHECK(found(one, StatCan{{.year = 2018}}).reason == Reason::none);
        CHECK(found(one.base("2017", "42"), ServiceNow{}).reason == Reason::broken_series);
        CHECK(found(one, UnicefPrp{}).reason == Reason::broken_series);
        CHECK(found(one.base("2018", "43"), ServiceNow{}).reason == Reason::none);
        // A base that the criterion names.
        auto since = yearly(2015, {"40", "41", "42", "43"});
        since.indicators.back().kind = IndicatorKind::index;
        for (auto& row : since.rows)
            row.basis = Basis::level;
        since.target("growth(since 2015) >= 20 %", "2030");
        CHECK(found(since, StatCan{}).reason == Reason::none);
        CHECK(found(since, HealthyPeople2020{}).reason == Reason::none);
        since.rows[2].series_break = true;
        CHECK(found(since, StatCan{}).reason == Reason::broken_series);
        CHECK(found(since, HealthyPeople2020{}).reason == Reason::broken_series);
    }

    TEST_CASE("a target that was adjusted is judged in the version in force") {
        auto one = yearly(2015, {"40", "41", "42", "43", "44", "45"});
        one.target("level >= 60 %", "2030");
        TargetVersion old{.due = Period::year(2025)};
        old.until = parse_date("2022-01-01").value();
        old.readings = {parse_criterion("level >= 45 %").value()};
        one.targets.back().versions = {old};
        CHECK(found(one, StatCan{}).verdict == "target_achieved");
        one.options.versions = TargetVersions::current;
        CHECK(found(one, StatCan{}).verdict != "target_achieved");
        CHECK(found(one, Destatis{}).verdict == "cloud");  // v = 55, m = 5/15
    }

    TEST_CASE("what was withdrawn is judged by no method, and contradictory figures are not absent ones") {
        auto one = yearly(2015, {"40", "50", "55", "60", "65", "70"});
        one.target("level >= 45 %", "2019").base("2015", "40");
        const auto set = builtin_methods();
        for (const auto& [standing, reason] : {std::pair(Standing::withdrawn, Reason::withdrawn),
                                               std::pair(Standing::not_applicable, Reason::not_applicable)}) {
            one.targets.back().standing = standing;
            for (const auto& name : set.names()) {
                if (name == Sdsn2018::info.name) continue;  // needs a scale
                CAPTURE(name);
                CHECK(found(one, *set.find(name)).reason == reason);
                CHECK(found(one, *set.find(name)).status == Status::undetermined);
            }
            Sdsn2018 scaled;
            scaled.scales["i"] = {100, 0, Ratio(80), Ratio(40)};
            CHECK(found(one, scaled).reason == reason);
        }
        one.targets.back().standing = Standing::withdrawn;
        CHECK(found(one, Destatis{.superseded = true}).verdict == "sun");

        auto two = yearly(2023, {"80", "90"});
        two.observe("i", "2024", "share", "120", "%").target("level >= 100 %", "2024").base("2020", "50");
        for (const auto* name : {"okr", "okr_clamped", "unicef_prp", "healthy_people_2020", "servicenow"}) {
            CAPTURE(name);
            CHECK(found(two, *set.find(name)).reason == Reason::conflicting_observations);
        }
    }

    TEST_CASE("several targets: next year's, the worst, superseded ones on request") {
        auto one = yearly(2015, {"10", "12", "14", "16", "18", "20"});
        one.target("level >= 60 %", "2025").target("level >= 30 %", "2025").target("level >= 35 %", "2030");
        one.targets[0].standing = Standing::withdrawn;
        Destatis together{.several = SeveralTargets::next_year};
        CHECK(verdict(one, Destatis{}) == "sun, on_track");  // 35 by 2030: v = 40
        CHECK(verdict(one, together) == "sun, on_track");    // 30 by 2025: v = 30
        together.superseded = true;
        CHECK(verdict(one, together) == "cloud, behind");  // 60 by 2025 counts too
        CHECK(found(one, together).substituted.size() == 1);
    }

    TEST_CASE("linear methods read the value that the library's own verdict rests on") {
        auto one = yearly(2020, {"10", "13"});
        one.target("level >= 20 %", "2030").base("2020", "10");
        CHECK(verdict(one, HealthyPeople2020{}) == "improved, behind");
        CHECK(shown(found(one, HealthyPeople2020{}).value, 2) == "30.00");
        CHECK(found(one, HealthyPeople2020{}).value.unit().symbol() == "%");
        CHECK(verdict(one, ServiceNow{}) == "red, behind");
        CHECK(verdict(one, Okr{}) == "commit, behind");
        CHECK(shown(found(one, Okr{}).score, 0) == "30");
        CHECK(verdict(one, UnicefPrp{}) == "not_reached, behind");
        auto down = yearly(2020, {"20", "14"}, Better::lower);
        down.target("level <= 10 %", "2030").base("2020", "20");
        CHECK(shown(found(down, ServiceNow{}).value, 2) == "60.00");
        CHECK(shown(found(down, UnicefPrp{}).value, 2) == "0.00");
        // Where nothing states a base, it is the library's own: the year before the horizon.
        auto own = yearly(2020, {"10", "13"});
        own.horizon("2021/2030").target("level >= 20 %", "2030");
        CHECK(verdict(own, HealthyPeople2020{}) == "improved, behind");
        CHECK(shown(found(own, ServiceNow{}).value, 2) == "30.00");
        CHECK(found(own, UnicefPrp{}).substituted.empty());
        // A running total sets out from nothing, whatever the year before was.
        Case flow;
        flow.indicator("i", "家", IndicatorKind::flow).target("level >= 100 家", "2024");
        flow.observe("i", "2023", "level", "80", "家").observe("i", "2024-H1", "level", "60", "家");
        CHECK(found(flow, ServiceNow{}).reason == Reason::not_applicable_figure);
        CHECK(found(flow, UnicefPrp{}).substituted == std::vector<std::string>{"no base -> 0"});
        flow.base("2023", "80");  // nor whatever the plan says it was
        for (const auto& method : {AnyEvaluator(HealthyPeople2020{}), AnyEvaluator(ServiceNow{}),
                                   AnyEvaluator(Okr{}), AnyEvaluator(Okr{okr::puzzle})})
            CHECK(found(flow, method).reason == Reason::not_applicable_figure);
        flow.observe("i", "2024", "level", "95", "家");  // the whole year is held against a whole year
        CHECK(shown(found(flow, ServiceNow{}).value, 2) == "75.00");
        // Of a sum of several years, the base is one too.
        Case sum;
        sum.horizon("2021/2025").indicator("i", "家", IndicatorKind::flow);
        for (int year = 2020; year < 2026; ++year)
            sum.observe("i", std::to_string(year), "level", "100", "家");
        sum.target("level >= 450 家", "2021/2025").base("2016/2020", "400");
        CHECK(shown(found(sum, ServiceNow{}).value, 2) == "200.00");
        sum.base("2020", "100");
        CHECK(found(sum, ServiceNow{}).reason == Reason::not_applicable_figure);
        sum.target("over the plan: level >= 450 家", "2025").base("2016/2020", "400");
        CHECK(shown(found(sum, ServiceNow{}).value, 2) == "200.00");
        CHECK(found(sum, GophrPace{}).reason == Reason::not_applicable_figure);
        sum.target("every quarter: level >= 25 家", "2025").base("2020", "100");
        CHECK(found(sum, ServiceNow{}).reason == Reason::not_applicable_figure);
        CHECK(found(sum, GophrPace{}).reason == Reason::not_applicable_figure);
        auto none = yearly(2021, {"13"});
        none.target("level >= 20 %", "2030");
        CHECK(found(none, Okr{}).reason == Reason::missing_base);
        INFO(found(none, UnicefPrp{}).explanation.en);
        CHECK(found(none, UnicefPrp{}).substituted == std::vector<std::string>{"no base -> 0"});
        auto empty = yearly(2021, {});
        empty.target("level >= 20 %", "2030").base("2020", "10").as_of("2021-12-31");
        CHECK(found(empty, Okr{}).substituted == std::vector<std::string>{"no value -> start"});
        CHECK(found(empty, Okr{okr::puzzle}).reason == Reason::missing_observation);
        CHECK(found(empty, HealthyPeople2020{}).verdict == "not_trackable");
        CHECK(found(empty, UnicefPrp{}).substituted == std::vector<std::string>{"no value -> 0 %"});
        // A direction has no way to cover.
        auto direction = yearly(2020, {"10", "13"});
        direction.target("improves(since 2020)", "2030");
        CHECK(found(direction, ServiceNow{}).reason == Reason::not_applicable_figure);
    }

    TEST_CASE("gophr: a running total within its year, in quarters, stocks are snapshots") {
        Case flow;
        flow.indicator("i", "家", IndicatorKind::flow).target("level >= 100 家", "2024");
        flow.observe("i", "2024-01/2024-05", "cumulative", "45", "家");
        auto finding = found(flow, GophrPace{});
        CHECK(finding.verdict == "on_target");  // second quarter: 45 % of 50 %
        CHECK(shown(finding.value, 0) == "45");
        Case stock;
        stock.indicator("i", "家", IndicatorKind::stock).target("level >= 100 家", "2024");
        stock.observe("i", "2024-05", "cumulative", "80", "家");
        CHECK(found(stock, GophrPace{}).verdict == "at_risk");
        Case long_one;
        long_one.horizon("2021/2025")
            .indicator("i", "家", IndicatorKind::flow)
            .target("level >= 100 家", "2021/2025");
        long_one.observe("i", "2021", "level", "45", "家");
        CHECK(found(long_one, GophrPace{}).verdict == "missing");
    }

    TEST_CASE("the Progress Chart's last point is a percentage point in per mille too") {
        const auto at = [](const char* base, const char* now, const char* criterion, Better better) {
            Case one;
            one.horizon("2030").indicator("i", "‰", IndicatorKind::ratio, better);
            one.observe("i", "2015", "share", base, "‰").observe("i", "2018", "share", now, "‰");
            return found(one.target(criterion, "2030"), UnProgressChart{});
        };
        CHECK(at("98", "99.5", "level >= 100 ‰", Better::higher).verdict == "on_track");
        CHECK(at("980", "990", "level >= 100 %", Better::higher).verdict == "target_met");
        CHECK(at("50", "9", "level <= 0 %", Better::lower).substituted ==
              std::vector<std::string>{"within 1 point of 0 -> met"});
    }

    TEST_CASE("paths") {
        auto one = yearly(2020, {"10", "11"});
        one.target("level >= 20 %", "2030").base("2020", "10");
        const auto straight = found(one, PathValues{});
        CHECK(straight.verdict == "on_path");
        CHECK(shown(straight.value, 2) == "11.00");
        CHECK(straight.value.unit().symbol() == "%");
        CHECK(shown(straight.score, 2) == "0.00");
        CHECK(straight.score.unit().symbol() == "pp");
        const auto growth = found(one, PathValues{PathValues::Kind::constant_growth});
        CHECK(shown(growth.value, 6) == "10.717735");  // 10 * 2^0.1
        CHECK(growth.verdict == "on_path");
        auto rise = yearly(2010, {"80", "95"}, Better::lower);
        rise.target("improves(since 2010)", "2025");
        CHECK(found(rise, PathValues{PathValues::Kind::halt_the_rise}).verdict == "off_path");
        CHECK(found(rise, PathValues{}).verdict == "no_path");
        // Where a rise is wanted there is none to halt.
        CHECK(found(one, PathValues{PathValues::Kind::halt_the_rise}).reason ==
              Reason::not_applicable_figure);
    }

    TEST_CASE("four classes of a mid-term review on the library's own pace") {
        const auto at = [](const char* value) {
            auto one = yearly(2020, {"10"});
            one.horizon("2021/2025").observe("i", "2023", "share", value, "%");
            one.target("level >= 20 %", "2025").base("2020", "10");
            return found(one, MidtermFour{});
        };
        CHECK(at("20").verdict == "reached_early");
        CHECK(at("16.5").verdict == "ahead");  // 65 % of the way, 60 % of the time
        CHECK(at("16.4").verdict == "on_schedule");
        CHECK(at("16").verdict == "on_schedule");
        CHECK(at("15.9").verdict == "behind");
        CHECK(shown(at("16.5").value, 1) == "5.0");
        CHECK(at("16.5").value.unit().is_points());
        auto direction = yearly(2020, {"10", "11"});
        direction.target("improves(since 2020)", "2025");
        CHECK(found(direction, MidtermFour{}).reason == Reason::not_applicable_figure);
        CHECK_FALSE(at("16.5").verified);
        CHECK(at("16.5").explanation.en.find("Unverified: our reading") != std::string::npos);
        CHECK(at("16.5").explanation.zh.find("结论进展超前（ahead）") != std::string::npos);
        CHECK(at("16.5").explanation.zh.find("未经核实：本程序") != std::string::npos);
    }

    TEST_CASE("the SDSN's score needs a scale") {
        auto one = yearly(2015, {"40"}).target("improves(since 2015)", "2030");
        CHECK(found(one, Sdsn2018{}).reason == Reason::not_applicable_figure);
        Sdsn2018 method;
        method.scales["i"] = {100, 0, Ratio(80), Ratio(40)};
        CHECK(verdict(one, method) == "orange, behind");
        CHECK(shown(found(one, method).value, 1) == "40.0");
    }

    TEST_CASE("what is unverified says so wherever it is shown") {
        auto one = yearly(2015, {"40", "41", "42", "43", "44", "45"}).target("improves(since 2015)", "2030");
        const auto set = builtin_methods();
        for (const auto& info : method_infos()) {
            CAPTURE(info.name);
            const auto finding = found(one, *set.find(info.name));
            CHECK(finding.verified == info.verified);
            CHECK((finding.explanation.en.find("Unverified") != std::string::npos) != info.verified);
            CHECK((finding.explanation.zh.find("未经核实") != std::string::npos) != info.verified);
            CHECK(finding.status.has_value());
            CHECK_FALSE(finding.verdict.empty());
        }
    }

    TEST_CASE("an explanation: inputs, formula, figure, verdict, what was put in their place") {
        auto one = yearly(2016, {"0", "42"});
        one.target("level >= 60 %", "2030");
        const auto finding = found(one, StatCan{});
        CHECK(finding.explanation.en ==
              "StatCan / Open SDG progress measure: base 0 % (2016), latest 42 % (2017), higher is better, "
              "target 60 "
              "% by 2030; R = ((42 / 0.001)^(1/1) - 1) / |(60 / 0.001)^(1/14) - 1| = 35166.1296; score 5; "
              "verdict "
              "substantial_progress. Put in place by the method: base year 2015 -> 2016. Put in place by the "
              "method: "
              "base 0 -> 0.001.");
        CHECK(finding.explanation.zh.find("基期0%（2016年），最新42%（2017年），越高越好，2030年目标60%") !=
              std::string::npos);
        // A figure just short of a line is not printed as the line.
        auto edge = yearly(2015, {"1", "1.00499999"});
        edge.target("improves(since 2015)", "2030");
        CHECK(found(edge, StatCan{}).explanation.en.find("= 0.00499999") != std::string::npos);
        CHECK(found(edge, StatCan{}).verdict == "limited_progress");
    }

    TEST_CASE("a quotient of roots is close to its figure, and says so") {
        auto one = yearly(2015, {"40", "41", "43"});
        one.target("level >= 60 %", "2030");
        CHECK_FALSE(found(one, StatCan{}).value.is_the_number());
        CHECK(found(one.target("improves(since 2015)", "2030"), StatCan{}).value.is_the_number());
    }

    TEST_CASE("a user's own method from a file's text, and as a callable") {
        const auto own = Banded::parse(
            "ours",
            "# ours\nfigure completion\n>= 100 done achieved\n>= 95 near on_track\nelse far behind\n");
        REQUIRE(own);
        const auto at = [&](const char* value) {
            return found(yearly(2024, {value}).target("level >= 20 %", "2024"), *own);
        };
        CHECK(at("20").verdict == "done");
        CHECK(at("19").verdict == "near");
        CHECK(at("18.99").verdict == "far");
        CHECK(shown(at("19").value, 0) == "95");
        CHECK(found(yearly(2024, {"5"}).target("level <= 20 %", "2024"), *own).verdict == "not_assessed");
        for (const auto* broken : {"", "figure x\n>= 1 a behind\nelse b behind", "bands\n", "figure pace\n"})
            CHECK_FALSE(Banded::parse("broken", broken));
        CHECK(Banded::parse("broken", "figure pace\n>= x a behind\nelse b behind").error().position == 12);

        Banded unknown = *own;
        unknown.figure = "x";
        CHECK_THROWS_AS(found(yearly(2024, {"5"}).target("level >= 20 %", "2024"), unknown),
                        std::invalid_argument);

        auto set = builtin_methods();
        set.add("ours", *own).add("loud", [](const TargetView& view) { return view.target().id == "t1"; });
        auto one = yearly(2024, {"20"}).target("level >= 20 %", "2024");
        const auto evaluation = one.judge();
        const auto all = findings(evaluation, evaluation.assessments()[0], set, {"ours", "loud", "nobody"});
        REQUIRE(all.size() == 3);
        CHECK(all[0].name == "ours");
        CHECK(all[1].outcome == Outcome::met);
        CHECK(all[2].reason == Reason::unknown_evaluator);
    }
}
