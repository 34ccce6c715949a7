// SPDX-License-Identifier: BSL-1.0
// What explanations hold beside their words, and what all of them have in common.
#include <doctest/doctest.h>

#include "support/explained.hpp"
#include "support/random.hpp"

using namespace goalpost;
using goalpost::test::of;
using goalpost::test::Told;
using goalpost::test::told;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

}  // namespace

TEST_CASE("a target that could not be read is explained by its problem") {
    Told c = of("新增企业", "家", flow, "level >= 500 家", "2024");
    c.invalid.push_back({.id = "t2", .problem = "the criterion has no number", .statements = {}});
    c.observe("新增企业", "2024", "level", "510", "家");
    const auto evaluation = c.judge();
    const auto made = explain(evaluation, evaluation.assessments()[1]);
    CHECK(made.reason == Reason::invalid_target);
    CHECK(text(made, Language::en) ==
          "t2: the criterion has no number\nVerdict: undetermined\n"
          "Reason: the target in the plan could not be read\n");
    CHECK(text(made, Language::zh) ==
          "t2：the criterion has no number\n结论：无法判定\n原因：计划中的目标无法读取\n");
}

TEST_CASE("the data behind the words") {
    Told c = of("研发投入", "亿元", flow, "annual_growth(since 2020) > 15 %", "2021/2025");
    c.horizon("2021/2025");
    c.observe("研发投入", "2024", "level", "34", "亿元", "preliminary").from("公报");
    c.observe("研发投入", "2020", "level", "0.001619", "万亿元");
    const auto evaluation = c.judge();
    const auto made = explain(evaluation, evaluation.assessments()[0]);
    CHECK(made.due == Period::parse("2021/2025").value());
    CHECK(made.observed == Period::year(2024));
    REQUIRE(made.measured);
    CHECK(made.measured->measure == "annual_growth(since 2020)");
    CHECK(made.measured->formula == "(y / b)^(1/n) - 1");
    CHECK(made.measured->years == 4);
    REQUIRE(made.measured->inputs.size() == 2);
    const auto& y = made.measured->inputs[0];
    CHECK(y.symbol == "y");
    CHECK(y.period == Period::year(2024));
    CHECK(y.figure.value().rational() == Ratio(3'400'000'000));
    REQUIRE(y.rows.size() == 1);
    CHECK(y.rows[0].status == ObservationStatus::preliminary);
    CHECK(y.rows[0].source == "公报");
    CHECK(y.rows[0].digits == "34");
    const auto& b = made.measured->inputs[1];
    CHECK(b.symbol == "b");
    CHECK(b.figure.unit().symbol() == "万亿元");
    CHECK(text(*made.measured, Language::en) == "(y / b)^(1/n) - 1 = (34 / 16.19)^(1/4) - 1 = 20.38 %");
    CHECK(made.evidence.size() == 2);
    REQUIRE(made.comparison);
    CHECK(made.comparison->reference == "15 %");
    CHECK(made.comparison->same_unit);
    CHECK_FALSE(made.comparison->is_near);
    CHECK(made.comparison->met);
    CHECK_FALSE(made.line.has_value());
    CHECK_FALSE(made.base.has_value());
}

TEST_CASE("both figures of a conflict are kept, the used one first") {
    Told c = of("高新技术产业增加值", "亿元", flow, "growth >= 8 %", "2024");
    c.observe("高新技术产业增加值", "2024", "growth_yoy", "8.3", "%");
    c.observe("高新技术产业增加值", "2024", "level", "15507.87", "亿元");
    c.observe("高新技术产业增加值", "2023", "level", "1.50", "万亿元");
    const auto evaluation = c.judge();
    const auto made = explain(evaluation, evaluation.assessments()[0]);
    REQUIRE(made.conflicts.size() == 1);
    CHECK(made.conflicts[0].flag == Flag::growth_conflict);
    CHECK(made.conflicts[0].used.value().rational() == Ratio::of(83, 1000));
    CHECK(made.conflicts[0].other.value().rational() == Ratio::of(1'550'787, 1'500'000) - Ratio(1));
    CHECK(made.measured->inputs.size() == 1);  // the levels decided nothing
}

TEST_CASE("every line is one line, and in its own language") {
    Told c = of("研发投入强度", "%", ratio, "level ~ 3.5 % ± 0.05 pp", "2025");
    c.horizon("2021/2025").base("2020", "2.15");
    c.observe("研发投入强度", "2023", "share", "~2.8", "%", "estimated").from("公报");
    const auto evaluation = c.judge();
    const auto made = explain(evaluation, evaluation.assessments()[0]);
    for (const auto language : {Language::en, Language::zh}) {
        std::string joined;
        for (const auto& line : lines(made, language)) {
            CHECK(line.find('\n') == std::string::npos);
            CHECK_FALSE(line.empty());
            joined += line + "\n";
        }
        CHECK(joined == text(made, language));
    }
    const auto en = text(made, Language::en);
    for (const auto* mark : {"，", "：", "（", "；", "。"})
        CHECK(en.find(mark) == std::string::npos);
    const auto zh = text(made, Language::zh);
    for (const auto* mark : {", ", ": ", "; "})
        CHECK(zh.find(mark) == std::string::npos);
}

TEST_CASE("long groups are counted, not recited") {
    Told c = of("研发投入强度", "%", ratio, "all of 县: level >= 2 %", "2024");
    std::vector<std::string> members;
    for (int i = 10; i < 36; ++i) {
        members.push_back("县" + std::to_string(i));
        c.observe_in(members.back(), "研发投入强度", "2024", "share", "3", "%").rows.back().source = "年鉴";
    }
    c.group("县", members);
    const auto en = told(c, Language::en);
    CHECK(en.find("Holds for 26: 县10 (3 %), 县11 (3 %)") != std::string::npos);
    CHECK(en.find("县29 (3 %) and 6 more\n") != std::string::npos);
    CHECK(en.find("县30") == std::string::npos);
    CHECK(en.find("Source: 6 more\n") != std::string::npos);
    CHECK(told(c, Language::zh).find("县29（3%），另有6个\n") != std::string::npos);

    Told sum = of("企业", "家", flow, "sum(in 县) >= 20 家", "2024");
    for (const auto& member : members)
        sum.observe_in(member, "企业", "2024", "level", "3", "家");
    sum.group("县", members);
    CHECK(told(sum, Language::en).find("x: 26 figures of 企业, 2024\nFormula: sum of x = 78 家\n") !=
          std::string::npos);
    CHECK(told(sum, Language::zh).find("x：企业2024年的26个数据\n公式：Σx = 78家\n") != std::string::npos);
}

TEST_CASE(
    "a measure that reads many years, some twice: each figure counts once, from the first to the last") {
    Told c = of("企业", "家", stock, "years_of_growth >= 3", "2024");
    c.options.measures.add("years_of_growth", [](const MeasureView& at) -> Measured {
        int years = 0;
        auto later = at.level();
        for (; years < 20; ++years) {
            if (!at.level(at.period().shifted(-12 * years))) break;
            const auto earlier = at.level(at.period().shifted(-12 * (years + 1)));
            if (!later || !earlier || later->value() <= earlier->value()) break;
            later = earlier;
        }
        return {Rounded(years), figure_units::pure()};
    });
    for (int year = 2021; year <= 2024; ++year)
        c.observe("企业", std::to_string(year), "cumulative", std::to_string(year - 2000), "家");
    CHECK(told(c, Language::en)
              .find("due 2024: years_of_growth >= 3\n"
                    "y = 24 家 (企业, 省, 2024, final)\n"
                    "b = 23 家 (企业, 省, 2023, final)\n"
                    "b = 22 家 (企业, 省, 2022, final)\n"
                    "b = 21 家 (企业, 省, 2021, final)\n"
                    "years_of_growth = 3\n") != std::string::npos);
    for (int year = 2015; year < 2021; ++year)
        c.observe("企业", std::to_string(year), "cumulative", std::to_string(year - 2000), "家");
    CHECK(told(c, Language::en).find("\nb: 9 figures of 企业, 2015 to 2023\nyears_of_growth = 9\n") !=
          std::string::npos);
    CHECK(told(c, Language::zh).find("\nb：企业2015年至2023年的9个数据\n") != std::string::npos);
}

TEST_CASE("an earlier year's figure holds for its own year only") {
    Told c = of("企业", "家", stock, "every year: level >= 300 家", "2023/2024");
    c.horizon("2023/2024").observe("企业", "2023", "cumulative", "310", "家").as_of("2024-06-30");
    const auto evaluation = c.judge();
    CHECK(test::verdict_text(evaluation.assessments()[0]) == "undetermined(not_due), on_track, interim");
    const auto made = explain(evaluation, evaluation.assessments()[0]);
    CHECK(made.held == 1);
    CHECK(made.unknown == 1);
    REQUIRE(made.parts.size() == 2);
    CHECK(made.parts[0].outcome == Outcome::met);
    CHECK(made.parts[1].outcome == Outcome::undetermined);
    CHECK_FALSE(made.parts[1].measured);
    CHECK(text(made, Language::en).find("Holds for 1: 2023 (310 家)\nUnknown for 1: 2024\n") !=
          std::string::npos);
}

TEST_CASE("property: what is printed never contradicts the verdict") {
    test::Random random(15);
    for (int i = 0; i < 40; ++i) {
        // Growth of 100 to about 115, as many as nine places short of the line or beyond it.
        const auto places = static_cast<int>(random.between(2, 9));
        std::int64_t units = 115;
        for (int k = 0; k < places; ++k)
            units *= 10;
        const Decimal value(units + random.between(-2, 2), places);
        Told c = of("研发经费", "亿元", flow, "growth >= 15 %", "2024");
        c.observe("研发经费", "2024", "level", value.text(), "亿元")
            .observe("研发经费", "2023", "level", "100", "亿元");
        const auto evaluation = c.judge();
        const auto made = explain(evaluation, evaluation.assessments()[0]);
        REQUIRE(made.comparison);
        const bool met = made.outcome == Outcome::met;
        CHECK(met == (Ratio(value) >= Ratio(115)));
        const auto compared = text(*made.comparison, Language::en);
        CAPTURE(compared);
        const auto printed = Decimal::parse(compared.substr(0, compared.find(' '))).value();
        CHECK((printed >= Decimal(15)) == met);
        CHECK((printed == Decimal(15)) == (value == Decimal(115)));
        CHECK(compared.ends_with(met ? ": yes" : ": no"));
        const auto formula = text(*made.measured, Language::en);
        CHECK(formula.ends_with(" = " + printed.text() + " %"));
    }
}
