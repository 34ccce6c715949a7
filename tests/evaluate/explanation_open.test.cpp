// SPDX-License-Identifier: BSL-1.0
// Explanations in full where there is no verdict, or more than one.
#include <doctest/doctest.h>

#include "support/explained.hpp"

using namespace goalpost;
using goalpost::test::of;
using goalpost::test::Told;
using goalpost::test::told;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

}  // namespace

TEST_CASE("the same where a firm verdict is demanded") {
    Told c = of("研发投入强度", "%", ratio, "level >= 3.2 %", "2024");
    c.observe("研发投入强度", "2024", "share", "3.2", "%", "estimated");
    c.options.require_firm = true;
    CHECK(told(c, Language::en) == R"(t1: 研发投入强度, 省, due 2024: level >= 3.2 %
y = 3.2 % (研发投入强度, 省, 2024, share, estimated)
Comparison: 3.2 % >= 3.2 %: yes
Rounding: 3.2 % stands for [3.15, 3.25) %; not every true value within gives this verdict
Verdict: undetermined (final)
Reason: the verdict rests on rounding, and a firm one is required
Figures: completion 100 %, gap 0 pp
Note: provisional data
)");
    CHECK(told(c, Language::zh) == R"(t1：研发投入强度，省，2024年到期：不低于3.2%
y = 3.2%（研发投入强度，省，2024年，占比，预计数）
比较：3.2% 达到 3.2%
舍入：3.2%代表[3.15, 3.25)%；其中并非每个值都得出此结论
结论：无法判定（期末）
原因：结论取决于舍入，而要求结论确定
数据：完成率100%，与目标之差0个百分点
提示：数据为初步数或预计数
)");
}

TEST_CASE("undetermined: which series lacks which period") {
    // Zhejiang 2024: neither growth was published for the whole year.
    Told c = of("高新技术产业投资", "亿元", flow, "growth > growth(of 固定资产投资)", "2024");
    c.indicator("固定资产投资", "亿元", flow);
    c.observe("固定资产投资", "2024-01/2024-11", "growth_yoy", "0.4", "%").as_of("2025-03-31");
    CHECK(told(c, Language::en) == R"(t1: 高新技术产业投资, 省, due 2024: growth > growth(of 固定资产投资)
Verdict: undetermined
Reason: the two series are not both published for one period
Missing: 高新技术产业投资, 省, 2024
Missing: 固定资产投资, 省, 2024 (latest: 2024-01/2024-11)
)");
    CHECK(told(c, Language::zh) == R"(t1：高新技术产业投资，省，2024年到期：同比增速超过固定资产投资同比增速
结论：无法判定
原因：两个指标没有同一时期的数据
缺少：高新技术产业投资，省，2024年
缺少：固定资产投资，省，2024年（最新数据：2024年1—11月）
)");
}

TEST_CASE("undetermined: what rounding allows is said of the comparison, not of a verdict") {
    // The other series lacks the last year: both are compared a year earlier, which decides nothing.
    Told c = of("投资", "亿元", flow, "level > level(of 产值)", "2024");
    c.horizon("2021/2024").indicator("产值", "亿元", flow);
    c.observe("投资", "2023", "level", "5", "亿元").observe("投资", "2024", "level", "5", "亿元");
    c.observe("产值", "2023", "level", "5", "亿元");
    const auto whole = told(c, Language::en);
    CHECK(whole.find("\nVerdict: undetermined") != std::string::npos);
    CHECK(
        whole.find("the line 5 亿元 stands for [4.5, 5.5) 亿元; not every true value within compares so\n") !=
        std::string::npos);
    Told part = of("研发投入强度", "%", ratio, "level >= 3.2 %", "2024");
    part.observe("研发投入强度", "2024-H1", "share", "3.3", "%").as_of("2024-06-30");
    CHECK(told(part, Language::en)
              .find("3.3 % stands for [3.25, 3.35) %; every true value within compares so\n") !=
          std::string::npos);
    CHECK(told(part, Language::zh).find("3.3%代表[3.25, 3.35)%；其中每个值的比较结果都如此\n") !=
          std::string::npos);
}

TEST_CASE("undetermined: only the year before was published") {
    // Zhejiang 2024: the share of 2023 was 18.4 %.
    Told c = of("投资占比", "%", ratio, "level > 16 %", "2024");
    c.observe("投资占比", "2023", "share", "18.4", "%").as_of("2025-03-31");
    CHECK(told(c, Language::en) == R"(t1: 投资占比, 省, due 2024: level > 16 %
Verdict: undetermined
Reason: the due period is over, and what has been published does not tell its figure
Missing: 投资占比, 省, 2024 (latest: 2023)
)");
    CHECK(told(c, Language::zh) == R"(t1：投资占比，省，2024年到期：超过16%
结论：无法判定
原因：已到期，公布的数据中没有到期值
缺少：投资占比，省，2024年（最新数据：2023年）
)");
}

TEST_CASE("undetermined: levels without the base") {
    Told c = of("研发经费", "亿元", flow, "growth >= 15 %", "2024");
    c.observe("研发经费", "2024", "level", "34", "亿元");
    CHECK(told(c, Language::en) == R"(t1: 研发经费, 省, due 2024: growth >= 15 %
Verdict: undetermined
Reason: nothing has been published for the base period
Missing: 研发经费, 省, 2023 (latest: 2024)
)");
    CHECK(told(c, Language::zh) == R"(t1：研发经费，省，2024年到期：同比增速不低于15%
结论：无法判定
原因：缺少基期数据
缺少：研发经费，省，2023年（最新数据：2024年）
)");
}

TEST_CASE("undetermined: a base of zero") {
    Told c = of("研发经费", "亿元", flow, "growth >= 15 %", "2024");
    c.observe("研发经费", "2024", "level", "34", "亿元").observe("研发经费", "2023", "level", "0", "亿元");
    CHECK(told(c, Language::en) == R"(t1: 研发经费, 省, due 2024: growth >= 15 %
y = 34 亿元 (研发经费, 省, 2024, final)
b = 0 亿元 (研发经费, 省, 2023, final)
Formula: y / b - 1 = 34 / 0 - 1
Verdict: undetermined
Reason: the base is zero
)");
    CHECK(told(c, Language::zh) == R"(t1：研发经费，省，2024年到期：同比增速不低于15%
y = 34亿元（研发经费，省，2024年，最终数）
b = 0亿元（研发经费，省，2023年，最终数）
公式：y / b - 1 = 34 / 0 - 1
结论：无法判定
原因：基数为零
)");
}

TEST_CASE("undetermined: two figures of equal standing") {
    Told c = of("研发投入强度", "%", ratio, "level >= 3.2 %", "2024");
    c.observe("研发投入强度", "2024", "share", "3.22", "%").from("公报");
    c.observe("研发投入强度", "2024", "share", "3.1", "%").from("年鉴");
    CHECK(told(c, Language::en) == R"(t1: 研发投入强度, 省, due 2024: level >= 3.2 %
Verdict: undetermined
Reason: published figures of equal standing contradict each other
Source: 研发投入强度, 省, 2024, 3.22 %, final: 公报
Source: 研发投入强度, 省, 2024, 3.1 %, final: 年鉴
)");
    CHECK(told(c, Language::zh) == R"(t1：研发投入强度，省，2024年到期：不低于3.2%
结论：无法判定
原因：同等效力的公布数据互相矛盾
来源：研发投入强度，省，2024年，3.22%，最终数：公报
来源：研发投入强度，省，2024年，3.1%，最终数：年鉴
)");
}

TEST_CASE("undetermined: a masked number") {
    Told c = of("高新技术企业", "家", stock, "level >= **** 家", "2024");
    c.observe("高新技术企业", "2024", "cumulative", "14500", "家");
    CHECK(told(c, Language::en) == R"(t1: 高新技术企业, 省, due 2024: level >= **** 家
y = 14500 家 (高新技术企业, 省, 2024, final)
Verdict: undetermined (final)
Reason: the plan does not show its number
)");
    CHECK(told(c, Language::zh) == R"(t1：高新技术企业，省，2024年到期：不低于****家
y = 14500家（高新技术企业，省，2024年，最终数）
结论：无法判定（期末）
原因：计划未公开目标值
)");
}

TEST_CASE("undetermined: the words can mean two things") {
    // 提升5%: by 5 points, or to 105 % of what it was.
    Told c = of("覆盖率", "%", ratio, "change(since 2023) >= 5 pp", "2024");
    c.reading("multiple(since 2023) >= 1.05");
    c.observe("覆盖率", "2024", "share", "43.5", "%").observe("覆盖率", "2023", "share", "40.0", "%");
    CHECK(told(c, Language::en) == R"(t1: 覆盖率, 省, due 2024: change(since 2023) >= 5 pp
Reading: change(since 2023) >= 5 pp: not met
Reading: multiple(since 2023) >= 1.05: met
y = 43.5 % (覆盖率, 省, 2024, share, final)
b = 40.0 % (覆盖率, 省, 2023, share, final)
Formula: y - b = 43.5 - 40.0 = 3.5 pp
Comparison: 3.5 pp >= 5 pp: no
Verdict: undetermined (final)
Reason: the words can mean several things, and these give several verdicts
Figures: gap -1.5 pp
)");
    CHECK(told(c, Language::zh) == R"(t1：覆盖率，省，2024年到期：较2023年提高不低于5个百分点
理解：较2023年提高不低于5个百分点：未达标
理解：不低于2023年的1.05倍：达标
y = 43.5%（覆盖率，省，2024年，占比，最终数）
b = 40.0%（覆盖率，省，2023年，占比，最终数）
公式：y - b = 43.5 - 40.0 = 3.5个百分点
比较：3.5个百分点 未达到 5个百分点
结论：无法判定（期末）
原因：目标表述有多种理解，结论不一致
数据：与目标之差-1.5个百分点
)");
}

TEST_CASE("an earlier version, and a manual verdict beside the computed one") {
    Told c = of("新增企业", "家", flow, "level >= 500 家", "2024");
    c.targets[0].versions = {{.until = parse_date("2025-01-01").value(),
                              .due = Period::year(2024),
                              .readings = {parse_criterion("level >= 300 家").value()},
                              .why = "中期调整"}};
    c.targets[0].manual = ManualVerdict{true, "省科技厅", "已补报", parse_date("2025-02-01").value()};
    c.observe("新增企业", "2024", "level", "280", "家").as_of("2024-12-31");
    CHECK(told(c, Language::en) == R"(t1: 新增企业, 省, due 2024: level >= 300 家
y = 280 家 (新增企业, 省, 2024, final)
Comparison: 280 家 >= 300 家: no
Verdict: not met, missed (final, firm)
Figures: completion 93.33 %, gap -20 家
Note: judged by the target before it was adjusted: in force before 2025-01-01; 中期调整
Manual verdict: met (省科技厅, 2025-02-01): 已补报
)");
    CHECK(told(c, Language::zh) == R"(t1：新增企业，省，2024年到期：不低于300家
y = 280家（新增企业，省，2024年，最终数）
比较：280家 未达到 300家
结论：未达标，未完成（期末，确定）
数据：完成率93.33%，与目标之差-20家
提示：按调整前的目标判定：2025-01-01之前有效；中期调整
人工结论：达标（省科技厅，2025-02-01）：已补报
)");
}

TEST_CASE("not counted") {
    Told c = of("新增企业", "家", flow, "level >= 500 家", "2024");
    c.targets[0].standing = Standing::withdrawn;
    c.observe("新增企业", "2024", "level", "280", "家");
    CHECK(told(c, Language::en) == R"(t1: 新增企业, 省, due 2024: level >= 500 家
Verdict: undetermined, not counted
Reason: the target has been withdrawn
)");
    CHECK(told(c, Language::zh) == R"(t1：新增企业，省，2024年到期：不低于500家
结论：无法判定，不纳入考核
原因：目标已撤销
)");
}

TEST_CASE("what is missing is named with its basis") {
    Told c = of("投资", "亿元", flow, "completion >= 100 %", "2024");
    c.observe("投资", "2024", "level", "100", "亿元");
    const auto english = told(c, Language::en);
    CHECK(
        english.find("Reason: the due period is over, and what has been published does not tell its figure\n"
                     "Missing: 投资, 省, 2024, completion\n") != std::string::npos);
    c.observe("投资", "2023", "completion", "90", "%");
    CHECK(told(c, Language::zh).find("缺少：投资，省，2024年，完成率（最新数据：2023年）\n") !=
          std::string::npos);
}

TEST_CASE("figures that follow from a bound say which way it is open, or are left out") {
    Told down = of("排放", "吨", stock, "level <= 5 吨", "2025");
    down.horizon("2021/2025");
    down.indicators.back().better = Better::lower;
    down.observe("排放", "2020", "cumulative", "10", "吨").observe("排放", "2024", "cumulative", ">6", "吨");
    // 7 would be 60 % of the way, and 6 is 80 %.
    CHECK(told(down, Language::en).find("Figures: progress < 80 %, gap > 1 吨\n") != std::string::npos);
    // 100 / 90.4 is less than 100 / 90: how far it may go down is not said by either.
    Told growth = of("产值", "亿元", flow, "growth >= 10 %", "2024");
    growth.observe("产值", "2023", "level", "90", "亿元").observe("产值", "2024", "level", ">100", "亿元");
    CHECK(told(growth, Language::en).find("Figures:") == std::string::npos);
    Told against = of("产值", "亿元", flow, "level > level(of 总值)", "2024");
    against.indicator("总值", "亿元", flow).observe("产值", "2024", "level", "100", "亿元");
    against.observe("总值", "2024", "level", ">90", "亿元");
    CHECK(told(against, Language::en).find("Figures:") == std::string::npos);
}

TEST_CASE("undetermined: growth that is not defined is told of the years that were read") {
    Told c = of("x", "亿元", flow, "annual_growth(since 2020) > annual_growth(of y, since 2020)", "2025");
    c.indicator("y", "亿元", flow).horizon("2021/2025");
    c.observe("x", "2020", "level", "3", "亿元").observe("x", "2023", "level", "4", "亿元");
    c.observe("y", "2020", "level", "3", "亿元").observe("y", "2023", "level", "-1", "亿元");
    c.as_of("2023-12-31");
    CHECK(c.verdict() == "undetermined(sign_change), undetermined, interim");
    const auto text = told(c, Language::en);
    CHECK(text.find("^(1/3)") != std::string::npos);
    CHECK(text.find("^(1/5)") == std::string::npos);
}
