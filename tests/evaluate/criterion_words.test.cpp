// SPDX-License-Identifier: BSL-1.0
// Criteria as a Chinese reader is shown them. The wording is that of plans and statistical bulletins.
#include "goalpost/evaluate/criterion_words.hpp"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <utility>

#include "goalpost/evaluate/builtin_measures.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "support/criteria.hpp"
#include "support/explained.hpp"

using namespace goalpost;

namespace {

UnitOfMeasure unit_of(std::string_view symbol) { return UnitSet().parse(symbol).value(); }

Plan make_plan() {
    PlanBuilder builder(
        {.id = "plan", .title = "规划", .horizon = Period::parse("2021/2025").value(), .scope = "全市"});
    using Kind = IndicatorKind;
    builder.add(Indicator{.id = "firms", .name = "高新技术企业", .unit = unit_of("家"), .kind = Kind::stock});
    builder.add(
        Indicator{.id = "rd", .name = "研发投入强度", .unit = UnitOfMeasure::percent(), .kind = Kind::ratio});
    builder.add(Indicator{.id = "fai", .name = "固定资产投资", .unit = unit_of("亿元"), .kind = Kind::flow});
    builder.add(Indicator{.id = "gdp", .name = "全国生产总值", .unit = unit_of("亿元"), .kind = Kind::flow});
    builder.add(Indicator{.id = "place",
                          .name = "综合科技创新水平",
                          .unit = UnitOfMeasure::rank(),
                          .better = Better::lower,
                          .kind = Kind::rank});
    builder.add(Indicator{.id = "gdp_per_head", .unit = unit_of("元"), .kind = Kind::ratio});
    builder.add(Group{.id = "cities", .name = "各设区市", .members = {"甲市", "乙市"}});
    builder.add(Group{.id = "mountain_counties", .name = "山区26县", .members = {"甲县"}});
    builder.add(Group{.id = "g", .members = {"丙县"}});
    return std::move(builder).build();
}

const Plan& plan() {
    static const auto made = make_plan();
    return made;
}

std::string zh(std::string_view criterion, std::string_view indicator = "firms") {
    return words(parse_criterion(criterion).value(), *plan().find_indicator(indicator), plan(), Language::zh);
}

}  // namespace

TEST_CASE("criteria in Chinese: every measure with the arguments it takes") {
    const std::pair<std::string, std::string> cases[] = {
        {"level >= 300 家", "不低于300家"},
        {"share(of fai) > 16 %", "占固定资产投资的比重超过16%"},
        {"growth >= 10 %", "同比增速不低于10%"},
        {"growth(since 2020) >= 30 %", "较2020年累计增幅不低于30%"},
        {"over the plan: growth >= 30 %", "按整个规划期计，增幅不低于30%"},
        {"annual_growth(since 2020) > 15 %", "2020年以来年均增速超过15%"},
        {"multiple(since 2015) >= 2", "不低于2015年的2倍"},
        {"multiple(since 2015) >= 2 倍", "不低于2015年的2倍"},
        {"multiple(since 2015) >= 200 %", "不低于2015年的200%"},
        {"multiple(since 2015) > multiple(of fai, since 2015)", "与2015年之比超过固定资产投资与2015年之比"},
        {"change >= 30 家", "同比增加不低于30家"},
        {"change <= -30 家", "同比减少不低于30家"},
        {"change >= **** 家", "同比增减量不低于****家"},
        {"change(since 2022) >= 5 pp", "较2022年提高不低于5个百分点"},
        {"change(since 2022) < -0.5 pp", "较2022年下降超过0.5个百分点"},
        {"change(since 2022) > change(of rd, since 2022)", "较2022年增减量超过研发投入强度较2022年增减量"},
        {"over the plan: change >= 5 家", "按整个规划期计，增加不低于5家"},
        {"over the plan: change > change(of fai)", "按整个规划期计，增减量超过固定资产投资增减量"},
        {"improves(since 2015)", "较2015年有所改善"},
        {"completion >= 80 %", "完成率不低于80%"},
        {"completion > completion(of fai)", "完成率超过固定资产投资完成率"},
        {"rank <= 25 位", "位次居前25位"},
        {"rank(in cities) <= 3", "在各设区市中位次居前3位"},
        {"rank_change(since 2023) >= 3 位", "位次较2023年提升不低于3位"},
        {"rank_change(since 2023) >= -3 位", "位次较2023年后移不高于3位"},
        {"rank_change(since 2023) > rank_change(of rd, since 2023)",
         "较2023年位次升降数超过研发投入强度较2023年位次升降数"},
        {"rank_change(since 2023, in cities) >= 3 位", "在各设区市中位次较2023年提升不低于3位"},
        {"rank_change(since 2023, in cities) >= **** 位", "在各设区市中较2023年位次升降数不低于****位"},
        {"gap(of rd @ 全国) >= 0.5 pp", "高出全国研发投入强度不低于0.5个百分点"},
        {"gap(of rd @ 全国) >= -0.5 pp", "低于全国研发投入强度不高于0.5个百分点"},
        {"gap(of rd @ 全国) >= 0 pp", "减去全国研发投入强度后不低于0个百分点"},
        {"contribution(of fai) > 75 %", "对固定资产投资增长的贡献率超过75%"},
        {"pull(of fai) >= 2 pp", "拉动固定资产投资增长不低于2个百分点"},
        {"coverage >= 100 %", "覆盖率不低于100%"},
        {"coverage(of fai) >= 90 %", "对固定资产投资的覆盖率不低于90%"},
        {"sum(in cities) >= 500 家", "各设区市合计不低于500家"},
        {"mean(in cities) >= 50 家", "各设区市平均值不低于50家"},
        {"median(in cities) >= 50 家", "各设区市中位数不低于50家"},
        {"earlier(since 2020) >= 100 家", "2020年不低于100家"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.first);
        CHECK(zh(one.first) == one.second);
    }
}

TEST_CASE("criteria in Chinese: a measure of the library always has a phrase") {
    const auto measures = builtin_measures();
    for (const auto& name : measures.names()) {
        const auto& needs = measures.find(name)->traits();
        Criterion criterion;
        criterion.measure.name = name;
        if (needs.needs_other) criterion.measure.of.emplace(SeriesName{"fai", {}});
        if (needs.needs_since) criterion.measure.since = Period::year(2020);
        if (needs.needs_group) criterion.measure.group = "cities";
        if (name == "improves") criterion.comparison = Comparison::improves;
        const auto chinese = words(criterion, *plan().find_indicator("firms"), plan(), Language::zh);
        CAPTURE(chinese);
        CHECK(chinese.find(name) == std::string::npos);
    }
}

TEST_CASE("a measure by itself, as a ranking tells what it is by") {
    const auto called = [](std::string_view measure, Language language = Language::zh) {
        return words(parse_measure(measure).value(), *plan().find_indicator("firms"), plan(), language);
    };
    CHECK(called("level") == "高新技术企业");
    CHECK(called("growth") == "高新技术企业同比增速");
    CHECK(called("annual_growth(since 2020, chained)") ==
          "高新技术企业2020年以来年均增速（按各年公布增速连乘）");
    CHECK(called("share(of fai)") == "高新技术企业占固定资产投资的比重");
    CHECK(called("gap(of firms @ 全国)") == "高新技术企业减去全国高新技术企业");
    CHECK(called("improves(since 2020)") == "高新技术企业较2020年增减量");
    CHECK(called("rank(in cities)") == "高新技术企业在各设区市中位次");
    CHECK(called("per_head") == "高新技术企业的per_head");
    CHECK(called("share(of fai)", Language::en) == "share(of fai) of firms");
}

TEST_CASE("criteria in Chinese: every comparison") {
    CHECK(zh("level >= 3.5 %", "rd") == "不低于3.5%");
    CHECK(zh("level > 3.5 %", "rd") == "超过3.5%");
    CHECK(zh("level <= 3.5 %", "rd") == "不高于3.5%");
    CHECK(zh("level < 3.5 %", "rd") == "低于3.5%");
    CHECK(zh("level = 0 家") == "等于0家");
    CHECK(zh("level ~ 3.5 % ± 0.05 pp", "rd") == "3.5%左右（±0.05个百分点）");
    CHECK(zh("level ~ 600 亿元 ± 5 % of it", "fai") == "600亿元左右（±目标值的5%）");
    CHECK(zh("growth ~ 5 % ± 0.5 pp") == "同比增速为5%左右（±0.5个百分点）");
    CHECK(zh("multiple(since 2015) ~ 2 ± 0.1 倍") == "2015年的2倍左右（±0.1倍）");
    CHECK(zh("change ~ -3 家 ± 1 家") == "同比减少为3家左右（±1家）");
    CHECK(zh("level in [2, 3] 个") == "在2至3个之间");
    CHECK(zh("growth in [5, 6] %") == "同比增速在5%至6%之间");
    CHECK(zh("level in [15, 16] 亿元", "fai") == "在15亿元至16亿元之间");
    CHECK(zh("change(since 2022) in [1, 2] pp", "rd") == "较2022年提高在1至2个百分点之间");
    CHECK(zh("change in [-3, -2] 家") == "同比减少在2至3家之间");
    CHECK(zh("change in [-1, 2] 家") == "同比增减量在-1至2家之间");
}

TEST_CASE("criteria in Chinese: of places the lower number is ahead, and nothing is 不高于") {
    const std::pair<std::string, std::string> cases[] = {
        {"<= 3 位", "居前3位"},
        {"< 3 位", "领先于第3位"},
        {">= 3 位", "不领先于第3位"},
        {"> 3 位", "落后于第3位"},
        {"= 1 位", "为第1位"},
        {"~ 3 位 ± 1 位", "为第3位左右（±1位）"},
        {"in [2, 4] 位", "在第2位至第4位之间"},
        {"<= **** 位", "居前****位"},
        {"~ **** 位", "为第****位左右"},
        {"in **** 位", "在第****位的区间内"},
    };
    for (const auto& one : cases) {
        const auto& asked = one.first;
        const auto& chinese = one.second;
        CAPTURE(asked);
        CHECK(zh("rank " + asked) == "位次" + chinese);
        CHECK(zh("rank(in cities) " + asked) == "在各设区市中位次" + chinese);
        // The level of an indicator that is itself a place, too.
        CHECK(zh("every year: level " + asked, "place") == "每年" + chinese);
    }
    CHECK(zh("all of cities: level <= 25", "place") == "各设区市均居前25位");
    CHECK(zh("rank <= rank(of rd)") == "位次不落后于研发投入强度位次");
    CHECK(zh("rank < rank(of rd) - 2 位") == "位次领先于研发投入强度位次减2位");
    CHECK(zh("rank = rank(of rd)") == "位次等于研发投入强度位次");
    CHECK(zh("level > level(of place @ 全省)", "place") == "落后于全省综合科技创新水平");
    CHECK(zh("level < earlier(of place, since 2020)", "place") == "领先于2020年综合科技创新水平");
}

TEST_CASE("criteria in Chinese: for which periods and members") {
    CHECK(zh("every year: level >= 30 个") == "每年不低于30个");
    CHECK(zh("every half: level >= 30 个") == "每半年不低于30个");
    CHECK(zh("every quarter: growth >= 5 %") == "每季度同比增速不低于5%");
    CHECK(zh("every month: level >= 30 个") == "每月不低于30个");
    CHECK(zh("over the plan: level >= 50 亿元", "fai") == "按整个规划期计，不低于50亿元");
    CHECK(zh("over the plan: growth > growth(of fai)") == "按整个规划期计，增幅超过固定资产投资增幅");
    CHECK(zh("all of cities: level > level(of rd @ 全国)", "rd") == "各设区市均超过全国研发投入强度");
    CHECK(zh("all of cities: growth >= 5 %") == "各设区市同比增速均不低于5%");
    CHECK(zh("all of cities: improves(since 2015)") == "各设区市较2015年均有所改善");
    CHECK(zh("all of cities: level ~ 5 家 ± 1 家") == "各设区市均为5家左右（±1家）");
    CHECK(zh("at least 3 of mountain_counties: level >= 1 家") == "山区26县至少3个成员不低于1家");
    CHECK(zh("at least 1/2 of mountain_counties: level > level(of rd @ 全国)", "rd") ==
          "山区26县至少1/2的成员超过全国研发投入强度");
    CHECK(zh("at least 50 % of mountain_counties: growth >= 5 %") == "山区26县至少50%的成员同比增速不低于5%");
}

TEST_CASE("criteria in Chinese: a hidden number stays hidden") {
    CHECK(zh("level >= **** 家") == "不低于****家");
    CHECK(zh("level > ****") == "超过****家");
    CHECK(zh("growth >= **** %") == "同比增速不低于****%");
    CHECK(zh("level ~ **** %", "rd") == "****%左右");
    CHECK(zh("growth ~ **** %") == "同比增速为****%左右");
    CHECK(zh("level in **** 个") == "在****个的区间内");
    CHECK(zh("multiple(since 2015) >= ****") == "不低于2015年的****倍");
}

TEST_CASE("criteria in Chinese: held against another series") {
    CHECK(zh("level >= level(of rd @ 浙江省)", "rd") == "不低于浙江省研发投入强度");
    CHECK(zh("growth > growth(of fai)") == "同比增速超过固定资产投资同比增速");
    CHECK(zh("growth > growth(of fai) + 1 pp") == "同比增速超过固定资产投资同比增速加1个百分点");
    CHECK(zh("growth > growth(of fai) - 0.5 pp") == "同比增速超过固定资产投资同比增速减0.5个百分点");
    CHECK(zh("level > mean(of rd, in cities)", "rd") == "超过各设区市研发投入强度平均值");
    CHECK(zh("level > median(of rd, in cities)", "rd") == "超过各设区市研发投入强度中位数");
    CHECK(zh("level > sum(of fai, in cities)", "fai") == "超过各设区市固定资产投资合计");
    CHECK(zh("level >= earlier(of rd, since 2020) + 0.5 pp", "rd") ==
          "不低于2020年研发投入强度加0.5个百分点");
    CHECK(zh("growth > growth(of gdp @ 全国)") == "同比增速超过全国生产总值同比增速");  // not 全国全国
    CHECK(zh("growth > growth(of gdp @ 全省)") == "同比增速超过全省全国生产总值同比增速");
}

TEST_CASE("criteria in Chinese: growth that is chained") {
    CHECK(zh("annual_growth(since 2020, chained) >= 7 %") ==
          "2020年以来年均增速不低于7%，按各年公布增速连乘");
    CHECK(zh("growth(since 2020, chained) >= 7 %") == "较2020年累计增幅不低于7%，按各年公布增速连乘");
    CHECK(zh("over the plan: growth(chained) >= 7 %") == "按整个规划期计，增幅不低于7%，按各年公布增速连乘");
    CHECK(zh("annual_growth(since 2020, chained) > annual_growth(of fai, since 2020, chained)") ==
          "2020年以来年均增速超过固定资产投资2020年以来年均增速，均按各年公布增速连乘");
    CHECK(zh("annual_growth(since 2020, chained) > annual_growth(of fai, since 2020)") ==
          "2020年以来年均增速超过固定资产投资2020年以来年均增速，前者按各年公布增速连乘");
    CHECK(zh("annual_growth(since 2020) > annual_growth(of fai, since 2020, chained)") ==
          "2020年以来年均增速超过固定资产投资2020年以来年均增速，后者按各年公布增速连乘");
}

TEST_CASE("criteria in Chinese: what has no name goes by its id") {
    CHECK(zh("level > level(of gdp_per_head @ 全国)") == "超过全国gdp_per_head");
    CHECK(zh("all of g: level >= 1 家") == "g均不低于1家");
    CHECK(zh("level > mean(of nobody_knows, in nowhere)") == "超过nowherenobody_knows平均值");
    CHECK(zh("level >= 5 光年") == "不低于5光年");
}

TEST_CASE("criteria in Chinese: a number without a unit is in the indicator's") {
    CHECK(zh("level >= 300") == "不低于300家");
    CHECK(zh("level in [2, 3]") == "在2至3家之间");
    CHECK(zh("level in [15, 16]", "fai") == "在15亿元至16亿元之间");
    CHECK(zh("growth >= 0.1") == "同比增速不低于0.1");  // a pure number
}

TEST_CASE("criteria in Chinese: a measure without a phrase stands as the grammar writes it") {
    CHECK(zh("speed(since 2020) >= 3 家") == "speed(since 2020)不低于3家");
    CHECK(zh("every year: speed(of fai @ 全国, in cities) > speed(of fai)") ==
          "每年speed(of fai @ 全国, in cities)超过speed(of fai)");
    CHECK(zh("level(since 2020) >= 3 家") == "level(since 2020)不低于3家");
    CHECK(zh("level(chained) >= 3 家") == "level(chained)不低于3家");
    CHECK(zh("growth(chained) >= 3 %") == "growth(chained)不低于3%");
    CHECK(zh("level > level(of fai, chained)") == "超过level(of fai, chained)");
    CHECK(zh("share >= 3 %") == "share不低于3%");
}

TEST_CASE("criteria in English are the grammar's text, and any can be said in Chinese") {
    test::Random random(20'240'611);
    const auto& indicator = *plan().find_indicator("firms");
    for (int i = 0; i < 2'000; ++i) {
        const auto criterion = test::random_criterion(random);
        CHECK(words(criterion, indicator, plan(), Language::en) == text(criterion));
        CHECK_FALSE(words(criterion, indicator, plan(), Language::zh).empty());
    }
}

TEST_CASE("explanations carry criteria in both languages") {
    test::Told c = test::of("研发投入强度", "%", IndicatorKind::ratio, "level ~ 3.5 % ± 0.05 pp", "2024");
    c.reading("level in [3.4, 3.5] %");
    c.observe("研发投入强度", "2024", "share", "3.46", "%");
    const auto evaluation = c.judge();
    const auto told = explain(evaluation, evaluation.assessments()[0]);
    CHECK(told.criterion == "level ~ 3.5 % ± 0.05 pp");
    CHECK(told.criterion_zh == "3.5%左右（±0.05个百分点）");
    REQUIRE(told.readings.size() == 2);
    CHECK(told.readings[1].name == "level in [3.4, 3.5] %");
    CHECK(told.readings[1].criterion_zh == "在3.4%至3.5%之间");
    const auto chinese = text(told, Language::zh);
    CHECK(
        chinese.starts_with("t1：研发投入强度，省，2024年到期：3.5%左右（±0.05个百分点）\n"
                            "理解：3.5%左右（±0.05个百分点）：达标\n"
                            "理解：在3.4%至3.5%之间：达标\n"));
    CHECK(text(told, Language::en)
              .starts_with("t1: 研发投入强度, 省, due 2024: level ~ 3.5 % ± 0.05 pp\n"
                           "Reading: level ~ 3.5 % ± 0.05 pp: met\n"));
}

TEST_CASE("explanations of places: 3 is not 不高于 25") {
    const auto compared = [](const std::string& criterion, const std::string& published) {
        test::Told c = test::of("综合科技创新水平", "位", IndicatorKind::rank, criterion, "2024");
        c.indicators[0].better = Better::lower;
        c.observe("综合科技创新水平", "2024", "rank", published, "位");
        const auto evaluation = c.judge();
        return text(explain(evaluation, evaluation.assessments()[0]).comparison.value(), Language::zh);
    };
    CHECK(compared("level <= 25 位", "3") == "3位 不落后于 25位");
    CHECK(compared("rank <= 25 位", "26") == "26位 落后于 25位");
    CHECK(compared("level < 3 位", "2") == "2位 领先于 3位");
    CHECK(compared("level < 3 位", "3") == "3位 未领先于 3位");
    CHECK(compared("level >= 3 位", "3") == "3位 不领先于 3位");
    CHECK(compared("level >= 3 位", "2") == "2位 领先于 3位");
    CHECK(compared("level > 3 位", "4") == "4位 落后于 3位");
    CHECK(compared("level > 3 位", "3") == "3位 未落后于 3位");
    CHECK(compared("level = 3 位", "3") == "3位 等于 3位");
    CHECK(compared("level in [2, 4] 位", "3") == "3位 符合 第2位至第4位");
}

TEST_CASE("explanations in Chinese of a change in places: more is more") {
    test::Told c =
        test::of("综合科技创新水平", "位", IndicatorKind::rank, "rank_change(since 2023) >= 3 位", "2024");
    c.indicators[0].better = Better::lower;
    c.observe("综合科技创新水平", "2024", "rank", "3", "位")
        .observe("综合科技创新水平", "2023", "rank", "6", "位");
    CHECK(test::told(c, Language::zh).find("\n比较：3位 达到 3位\n") != std::string::npos);
}
