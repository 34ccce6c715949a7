// SPDX-License-Identifier: BSL-1.0
// Explanations of verdicts in full, in both languages: figures of the published plans where they serve.
#include <doctest/doctest.h>

#include "support/explained.hpp"

using namespace goalpost;
using goalpost::test::of;
using goalpost::test::Told;
using goalpost::test::told;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto ratio = IndicatorKind::ratio;

}  // namespace

TEST_CASE("what a figure is held against is told by its name") {
    Told c = of("高新技术产业投资", "亿元", flow, "growth > growth(of fai) + 1 pp", "2024");
    c.indicator("fai", "亿元", flow);
    c.indicators.back().name = "固定资产投资";
    c.observe("高新技术产业投资", "2024", "growth_yoy", "9.0", "%");
    c.observe("固定资产投资", "2024", "growth_yoy", "5.0", "%");
    CHECK(told(c, Language::en).find("\nComparison: 9 % > 6 % (growth(of 固定资产投资) + 1 pp): yes\n") !=
          std::string::npos);
}

TEST_CASE("a final level: the plan's 1.6 万亿元 against 15507.87 亿元") {
    // Zhejiang 2024: 15507.87 / 16000 = 96.92 %, short 492.13 亿元; 1.550787 reads 1.6 at the target's own
    // precision.
    Told c = of("高新技术产业增加值", "亿元", flow, "level >= 1.6 万亿元", "2024");
    c.observe("高新技术产业增加值", "2024", "level", "15507.87", "亿元").from("科技日报2025-08-25");
    CHECK(told(c, Language::en) == R"(t1: 高新技术产业增加值, 省, due 2024: level >= 1.6 万亿元
y = 15507.87 亿元 (高新技术产业增加值, 省, 2024, final)
Comparison: 15507.87 亿元 >= 16000 亿元 (1.6 万亿元): no
Verdict: not met, missed (final, firm)
Figures: completion 96.92 %, gap -492.13 亿元
Note: not met, yet it would be at the target's own precision: it reads 1.6 万亿元 there
Source: 高新技术产业增加值, 省, 2024, 15507.87 亿元, final: 科技日报2025-08-25
)");
    CHECK(told(c, Language::zh) == R"(t1：高新技术产业增加值，省，2024年到期：不低于1.6万亿元
y = 15507.87亿元（高新技术产业增加值，省，2024年，最终数）
比较：15507.87亿元 未达到 16000亿元（1.6万亿元）
结论：未达标，未完成（期末，确定）
数据：完成率96.92%，与目标之差-492.13亿元
提示：未达标，但按目标值的精度取舍后达标：按该精度为1.6万亿元
来源：高新技术产业增加值，省，2024年，15507.87亿元，最终数：科技日报2025-08-25
)");
}

TEST_CASE("a final ratio that is met and near to nothing") {
    // Zhejiang 2024: 3.22 stands for [3.215, 3.225), and 3.2 lies well below.
    Told c = of("研发投入强度", "%", ratio, "level >= 3.2 %", "2024");
    c.observe("研发投入强度", "2024", "share", "3.22", "%").from("商报讯");
    c.observe("研发投入强度", "2023", "share", "3.20", "%");
    CHECK(told(c, Language::en) == R"(t1: 研发投入强度, 省, due 2024: level >= 3.2 %
y = 3.22 % (研发投入强度, 省, 2024, share, final)
Base: 3.20 % (2023)
Comparison: 3.22 % >= 3.2 %: yes
Verdict: met, achieved (final, firm)
Figures: completion 100.63 %, gap 0.02 pp
Note: over-fulfilled
Note: the base met the target already
Source: 研发投入强度, 省, 2024, 3.22 %, final: 商报讯
)");
    CHECK(told(c, Language::zh) == R"(t1：研发投入强度，省，2024年到期：不低于3.2%
y = 3.22%（研发投入强度，省，2024年，占比，最终数）
基期：3.20%（2023年）
比较：3.22% 达到 3.2%
结论：达标，已完成（期末，确定）
数据：完成率100.63%，与目标之差0.02个百分点
提示：超额完成
提示：基期已达到目标
来源：研发投入强度，省，2024年，3.22%，最终数：商报讯
)");
}

TEST_CASE("an estimate whose verdict rests on rounding") {
    // Zhejiang, January 2025: 3.2 stands for [3.15, 3.25).
    Told c = of("研发投入强度", "%", ratio, "level >= 3.2 %", "2024");
    c.observe("研发投入强度", "2024", "share", "3.2", "%", "estimated");
    CHECK(told(c, Language::en) == R"(t1: 研发投入强度, 省, due 2024: level >= 3.2 %
y = 3.2 % (研发投入强度, 省, 2024, share, estimated)
Comparison: 3.2 % >= 3.2 %: yes
Rounding: 3.2 % stands for [3.15, 3.25) %; not every true value within gives this verdict
Verdict: met, achieved (final, rests on rounding)
Figures: completion 100 %, gap 0 pp
Note: provisional data
)");
    CHECK(told(c, Language::zh) == R"(t1：研发投入强度，省，2024年到期：不低于3.2%
y = 3.2%（研发投入强度，省，2024年，占比，预计数）
比较：3.2% 达到 3.2%
舍入：3.2%代表[3.15, 3.25)%；其中并非每个值都得出此结论
结论：达标，已完成（期末，取决于舍入）
数据：完成率100%，与目标之差0个百分点
提示：数据为初步数或预计数
)");
}

TEST_CASE("published growth and the growth of the levels") {
    // Zhejiang 2024: 15507.87 / 15000 - 1 = 3.3858 %, published +8.3 % at comparable prices on a revised
    // base.
    Told c = of("高新技术产业增加值", "亿元", flow, "growth >= 8.5 %", "2024");
    c.observe("高新技术产业增加值", "2024", "growth_yoy", "8.3", "%");
    c.observe("高新技术产业增加值", "2024", "level", "15507.87", "亿元");
    c.observe("高新技术产业增加值", "2023", "level", "1.50", "万亿元");
    CHECK(told(c, Language::en) == R"(t1: 高新技术产业增加值, 省, due 2024: growth >= 8.5 %
g = 8.3 % (高新技术产业增加值, 省, 2024, growth on a year before, final)
Comparison: 8.3 % >= 8.5 %: no
Verdict: not met, missed (final, firm)
Figures: gap -0.2 pp
Note: published growth and the growth of the levels differ by more than rounding; 8.3 % is used, the other is 3.39 % (高新技术产业增加值, 2024)
)");
    CHECK(told(c, Language::zh) == R"(t1：高新技术产业增加值，省，2024年到期：同比增速不低于8.5%
g = 8.3%（高新技术产业增加值，省，2024年，同比增长，最终数）
比较：8.3% 未达到 8.5%
结论：未达标，未完成（期末，确定）
数据：与目标之差-0.2个百分点
提示：公布的增速与按绝对额计算的增速之差超出舍入误差；采用8.3%，另一数为3.39%（高新技术产业增加值，2024年）
)");
}

TEST_CASE("growth computed from levels in two units") {
    // The same without the published figure: 1.50 万亿元 is 15000 亿元.
    Told c = of("高新技术产业增加值", "亿元", flow, "growth >= 15 %", "2024");
    c.observe("高新技术产业增加值", "2024", "level", "15507.87", "亿元");
    c.observe("高新技术产业增加值", "2023", "level", "1.50", "万亿元");
    CHECK(told(c, Language::en) == R"(t1: 高新技术产业增加值, 省, due 2024: growth >= 15 %
y = 15507.87 亿元 (高新技术产业增加值, 省, 2024, final)
b = 1.50 万亿元 (高新技术产业增加值, 省, 2023, final)
Formula: y / b - 1 = 15507.87 / 15000 - 1 = 3.39 %
Comparison: 3.39 % >= 15 %: no
Verdict: not met, missed (final, firm)
Figures: gap -11.61 pp
)");
    CHECK(told(c, Language::zh) == R"(t1：高新技术产业增加值，省，2024年到期：同比增速不低于15%
y = 15507.87亿元（高新技术产业增加值，省，2024年，最终数）
b = 1.50万亿元（高新技术产业增加值，省，2023年，最终数）
公式：y / b - 1 = 15507.87 / 15000 - 1 = 3.39%
比较：3.39% 未达到 15%
结论：未达标，未完成（期末，确定）
数据：与目标之差-11.61个百分点
)");
}

TEST_CASE("faster than another series, by a margin") {
    // 107.9 / 100 - 1 = 7.9 %, and one point more is 8.9 %.
    Told c = of("高新技术产业投资", "亿元", flow, "growth > growth(of 固定资产投资) + 1 pp", "2024");
    c.indicator("固定资产投资", "亿元", flow);
    c.observe("高新技术产业投资", "2024", "growth_yoy", "29.0", "%");
    c.observe("固定资产投资", "2024", "level", "107.9", "亿元")
        .observe("固定资产投资", "2023", "level", "100.0", "亿元");
    CHECK(told(c, Language::en) ==
          R"(t1: 高新技术产业投资, 省, due 2024: growth > growth(of 固定资产投资) + 1 pp
g = 29.0 % (高新技术产业投资, 省, 2024, growth on a year before, final)
Line: y = 107.9 亿元 (固定资产投资, 省, 2024, final)
Line: b = 100.0 亿元 (固定资产投资, 省, 2023, final)
Line: y / b - 1 = 107.9 / 100.0 - 1 = 7.9 %
Comparison: 29 % > 8.9 % (growth(of 固定资产投资) + 1 pp): yes
Verdict: met, achieved (final, firm)
Figures: gap 20.1 pp
Note: over-fulfilled
Note: published growth is compared with growth of the levels
)");
    CHECK(told(c, Language::zh) ==
          R"(t1：高新技术产业投资，省，2024年到期：同比增速超过固定资产投资同比增速加1个百分点
g = 29.0%（高新技术产业投资，省，2024年，同比增长，最终数）
对照：y = 107.9亿元（固定资产投资，省，2024年，最终数）
对照：b = 100.0亿元（固定资产投资，省，2023年，最终数）
对照：y / b - 1 = 107.9 / 100.0 - 1 = 7.9%
比较：29% 超过 8.9%（固定资产投资同比增速加1个百分点）
结论：达标，已完成（期末，确定）
数据：与目标之差20.1个百分点
提示：超额完成
提示：公布的增速与按绝对额计算的增速相比较
)");
}

TEST_CASE("average annual growth with its root") {
    // Wuxing: (34 / 16.19)^(1/4) = 1.2038; the plan runs until 2025.
    Told c = of("研发投入", "亿元", flow, "annual_growth(since 2020) > 15 %", "2021/2025");
    c.horizon("2021/2025");
    c.observe("研发投入", "2024", "level", "34", "亿元")
        .observe("研发投入", "2020", "level", "16.19", "亿元");
    CHECK(told(c, Language::en) == R"(t1: 研发投入, 省, due 2021/2025: annual_growth(since 2020) > 15 %
y = 34 亿元 (研发投入, 省, 2024, final)
b = 16.19 亿元 (研发投入, 省, 2020, final)
Formula: (y / b)^(1/n) - 1 = (34 / 16.19)^(1/4) - 1 = 20.38 %
Comparison: 20.38 % > 15 %: yes
Verdict: met, achieved early (interim, firm)
Figures: gap 5.38 pp
Note: over-fulfilled
Note: it may fall back before the due date
)");
    CHECK(told(c, Language::zh) == R"(t1：研发投入，省，2021—2025年到期：2020年以来年均增速超过15%
y = 34亿元（研发投入，省，2024年，最终数）
b = 16.19亿元（研发投入，省，2020年，最终数）
公式：(y / b)^(1/n) - 1 = (34 / 16.19)^(1/4) - 1 = 20.38%
比较：20.38% 超过 15%
结论：达标，提前完成（期中，确定）
数据：与目标之差5.38个百分点
提示：超额完成
提示：到期前可能回落
)");
}

TEST_CASE("average annual growth of what is all gone is a figure, not a bound") {
    Told c = of("投资", "亿元", flow, "annual_growth(since 2022) >= 5 %", "2024");
    c.horizon("2023/2024");
    c.observe("投资", "2022", "level", "10.0", "亿元").observe("投资", "2024", "level", "0.0", "亿元");
    const auto text = told(c, Language::en);
    CHECK(text.find("\nComparison: -100 % >= 5 %: no\n") != std::string::npos);
    CHECK(text.find("\nFigures: gap -105 pp\n") != std::string::npos);
}

TEST_CASE("average annual growth chained from published growth") {
    // 1.083 * 1.075 = 1.164225, its square root 1.07899.
    Told c = of("增加值", "亿元", flow, "annual_growth(since 2022, chained) >= 7.5 %", "2024");
    c.horizon("2023/2024");
    c.observe("增加值", "2023", "growth_yoy", "7.5", "%").observe("增加值", "2024", "growth_yoy", "8.3", "%");
    CHECK(told(c, Language::en) == R"(t1: 增加值, 省, due 2024: annual_growth(since 2022, chained) >= 7.5 %
g = 7.5 % (增加值, 省, 2023, growth on a year before, final)
g = 8.3 % (增加值, 省, 2024, growth on a year before, final)
Formula: (product of (1 + g))^(1/n) - 1 = ((1 + 7.5 %) * (1 + 8.3 %))^(1/2) - 1 = 7.90 %
Comparison: 7.90 % >= 7.5 %: yes
Verdict: met, achieved (final, firm)
Figures: gap 0.40 pp
Note: over-fulfilled
)");
    CHECK(told(c, Language::zh) ==
          R"(t1：增加值，省，2024年到期：2022年以来年均增速不低于7.5%，按各年公布增速连乘
g = 7.5%（增加值，省，2023年，同比增长，最终数）
g = 8.3%（增加值，省，2024年，同比增长，最终数）
公式：(Π(1 + g))^(1/n) - 1 = ((1 + 7.5%) * (1 + 8.3%))^(1/2) - 1 = 7.90%
比较：7.90% 达到 7.5%
结论：达标，已完成（期末，确定）
数据：与目标之差0.40个百分点
提示：超额完成
)");
}

TEST_CASE("beside the end of a tolerance or a range, every digit that tells is printed") {
    Told c = of("研发投入强度", "%", ratio, "level ~ 3.5 % ± 0.05 pp", "2024");
    c.observe("研发投入强度", "2024", "share", "3.4499", "%");
    CHECK(told(c, Language::en) == R"(t1: 研发投入强度, 省, due 2024: level ~ 3.5 % ± 0.05 pp
y = 3.4499 % (研发投入强度, 省, 2024, share, final)
Comparison: 3.4499 % ~ 3.5 % ± 0.05 pp: no
Rounding: 3.4499 % stands for [3.44985, 3.44995) %; every true value within gives this verdict
Verdict: not met, missed (final, firm)
Figures: completion 98.57 %, gap -0.0501 pp
)");
    // The ends have more digits than the figure has.
    Told digits = of("投资", "亿元", flow, "level ~ 100 亿元 ± 5 % of it", "2024");
    digits.observe("投资", "2024", "level", "94.9999999999999", "亿元");
    CHECK(
        told(digits, Language::en)
            .find(
                "Rounding: 94.9999999999999 亿元 stands for [94.99999999999985, 94.99999999999995) 亿元; ") !=
        std::string::npos);
    // The end behind which it is over-fulfilled is told from it, too.
    Told over = of("研发投入强度", "%", ratio, "level in [2, 3] %", "2024");
    over.observe("研发投入强度", "2024", "share", "3.0001", "%");
    const auto beyond = told(over, Language::en);
    CHECK(beyond.find("\nComparison: 3.0001 % in [2, 3] %: yes\n") != std::string::npos);
    CHECK(beyond.find("\nNote: over-fulfilled\n") != std::string::npos);
    // Each member of a group by itself.
    Told group = of("研发投入强度", "%", ratio, "all of 市: level in [3, 4] %", "2024");
    group.indicators[0].better = Better::neither;
    group.group("市", {"甲市", "乙市"});
    group.observe("研发投入强度", "2024", "share", "4.0001", "%", "final", "", "甲市");
    group.observe("研发投入强度", "2024", "share", "3.9999", "%", "final", "", "乙市");
    const auto whole = told(group, Language::en);
    CHECK(whole.find("甲市 (4.0001 %)") != std::string::npos);
    CHECK(whole.find("乙市 (3.9999 %)") != std::string::npos);
}

TEST_CASE("rounding on both sides: which figure stands for what") {
    // 12.3 against 11.3 + 1, each to a tenth.
    Told c = of("高新技术产业投资", "亿元", flow, "growth > growth(of 固定资产投资) + 1 pp", "2024");
    c.indicator("固定资产投资", "亿元", flow);
    c.observe("高新技术产业投资", "2024", "growth_yoy", "12.3", "%");
    c.observe("固定资产投资", "2024", "growth_yoy", "11.3", "%");
    CHECK(told(c, Language::en)
              .find("\nRounding: 12.3 % stands for [12.25, 12.35) %; the line 12.3 % stands for "
                    "[12.25, 12.35) %; not every true value within gives this verdict\n") !=
          std::string::npos);
    CHECK(told(c, Language::zh)
              .find("\n舍入：12.3%代表[12.25, 12.35)%；对照值12.3%代表[12.25, 12.35)%；"
                    "其中并非每个值都得出此结论\n") != std::string::npos);
}

TEST_CASE("a share whose part is the sum of four quarters") {
    // 3 + 4 + 5 + 5.5 = 17.5; the digits allow 15.87 to 19.15 %.
    Told c = of("高新技术产业投资", "亿元", flow, "share(of 固定资产投资) > 16 %", "2024");
    c.indicator("固定资产投资", "亿元", flow);
    c.observe("高新技术产业投资", "2024-Q1", "level", "3", "亿元")
        .observe("高新技术产业投资", "2024-Q2", "level", "4", "亿元");
    c.observe("高新技术产业投资", "2024-Q3", "level", "5", "亿元");
    c.observe("高新技术产业投资", "2024-Q4", "level", "5.5", "亿元", "preliminary");
    c.observe("固定资产投资", "2024", "level", "100", "亿元");
    CHECK(told(c, Language::en) == R"(t1: 高新技术产业投资, 省, due 2024: share(of 固定资产投资) > 16 %
y = 3 + 4 + 5 + 5.5 = 17.5 亿元 (高新技术产业投资, 省, 2024, sum of 4 periods, preliminary)
x = 100 亿元 (固定资产投资, 省, 2024, final)
Formula: y / x = 17.5 / 100 = 17.5 %
Comparison: 17.5 % > 16 %: yes
Rounding: 17.5 % stands for (15.871, 19.146) %; not every true value within gives this verdict
Verdict: met, achieved (final, rests on rounding)
Figures: gap 1.5 pp
Note: over-fulfilled
Note: provisional data
)");
    CHECK(told(c, Language::zh) == R"(t1：高新技术产业投资，省，2024年到期：占固定资产投资的比重超过16%
y = 3 + 4 + 5 + 5.5 = 17.5亿元（高新技术产业投资，省，2024年，4个时期之和，初步数）
x = 100亿元（固定资产投资，省，2024年，最终数）
公式：y / x = 17.5 / 100 = 17.5%
比较：17.5% 超过 16%
舍入：17.5%代表(15.871, 19.146)%；其中并非每个值都得出此结论
结论：达标，已完成（期末，取决于舍入）
数据：与目标之差1.5个百分点
提示：超额完成
提示：数据为初步数或预计数
)");
}

TEST_CASE("an every-year target that is broken") {
    // Wuxing's fiscal spending grew by 15.3 % (2023) and 15.1 % (2024); 2021 is made up.
    Told c = of("科技财政投入", "亿元", flow, "every year: growth >= 15 %", "2021/2025");
    c.horizon("2021/2025");
    c.observe("科技财政投入", "2021", "growth_yoy", "9.8", "%").from("决算报告");
    c.observe("科技财政投入", "2023", "growth_yoy", "15.3", "%")
        .observe("科技财政投入", "2024", "growth_yoy", "15.1", "%");
    CHECK(told(c, Language::en) == R"(t1: 科技财政投入, 省, due 2021/2025: every year: growth >= 15 %
Line: 15 %
Holds for 2: 2023 (15.3 %), 2024 (15.1 %)
Fails for 1: 2021 (9.8 %)
Unknown for 2: 2022, 2025
Verdict: not met, missed (interim, firm)
Source: 科技财政投入, 省, 2021, 9.8 %, final: 决算报告
Source: 科技财政投入, 省, 2023, 15.3 %, final
Source: 科技财政投入, 省, 2024, 15.1 %, final
)");
    CHECK(told(c, Language::zh) == R"(t1：科技财政投入，省，2021—2025年到期：每年同比增速不低于15%
目标值：15%
达标2个：2023年（15.3%）、2024年（15.1%）
未达标1个：2021年（9.8%）
无法判定2个：2022年、2025年
结论：未达标，未完成（期中，确定）
来源：科技财政投入，省，2021年，9.8%，最终数：决算报告
来源：科技财政投入，省，2023年，15.3%，最终数
来源：科技财政投入，省，2024年，15.1%，最终数
)");
}

TEST_CASE("so many of a group against the national level") {
    // One holds, one does not, one is silent, two are not listed: half of five is not decided.
    Told c = of("研发投入强度", "%", ratio, "at least 1/2 of 山区县: level > level(of 研发投入强度 @ 全国)",
                "2024");
    c.group("山区县", {"甲县", "乙县", "丙县"}, 5);
    c.observe_in("甲县", "研发投入强度", "2024", "share", "3.22", "%");
    c.observe_in("乙县", "研发投入强度", "2024", "share", "1.2", "%");
    c.observe_in("全国", "研发投入强度", "2024", "share", "2.65", "%").as_of("2025-06-30");
    CHECK(told(c, Language::en) ==
          R"(t1: 研发投入强度, 省, due 2024: at least 1/2 of 山区县: level > level(of 研发投入强度 @ 全国)
Line: 2.65 %
Holds for 1: 甲县 (3.22 %)
Fails for 1: 乙县 (1.2 %)
Unknown for 3: 丙县 and 2 not listed
Verdict: undetermined (final)
Reason: too few members of the group have data
Source: 研发投入强度, 甲县, 2024, 3.22 %, final
Source: 研发投入强度, 乙县, 2024, 1.2 %, final
Source: 研发投入强度, 全国, 2024, 2.65 %, final
)");
    CHECK(told(c, Language::zh) ==
          R"(t1：研发投入强度，省，2024年到期：山区县至少1/2的成员超过全国研发投入强度
目标值：2.65%
达标1个：甲县（3.22%）
未达标1个：乙县（1.2%）
无法判定3个：丙县，另有2个未列出
结论：无法判定（期末）
原因：有数据的成员过少，无法判定
来源：研发投入强度，甲县，2024年，3.22%，最终数
来源：研发投入强度，乙县，2024年，1.2%，最终数
来源：研发投入强度，全国，2024年，2.65%，最终数
)");
}

TEST_CASE("interim: pace, what is still needed, and where it leads") {
    // Wuhan 2023, a year later: 1004.06 of 1450 at mid-year, 445.94 still needed.
    Told c = of("技术合同成交额", "亿元", flow, "level > 1450 亿元", "2024");
    c.observe("技术合同成交额", "2024-H1", "level", "1004.06", "亿元");
    c.observe("技术合同成交额", "2023", "level", "1357.41", "亿元");
    CHECK(told(c, Language::en) == R"(t1: 技术合同成交额, 省, due 2024: level > 1450 亿元
y = 1004.06 亿元 (技术合同成交额, 省, 2024-H1, final)
Base: 1357.41 亿元 (2023)
Comparison: 1004.06 亿元 > 1450 亿元: no
Verdict: undetermined, on track (interim)
Reason: the due period is not over
Figures: completion 69.25 %, gap -445.94 亿元, still needed 445.94 亿元, time gone 50 %, 19.25 pp ahead of schedule, at this pace by the due date 2008.12 亿元
)");
    CHECK(told(c, Language::zh) == R"(t1：技术合同成交额，省，2024年到期：超过1450亿元
y = 1004.06亿元（技术合同成交额，省，2024年上半年，最终数）
基期：1357.41亿元（2023年）
比较：1004.06亿元 未超过 1450亿元
结论：无法判定，进度正常（期中）
原因：尚未到期
数据：完成率69.25%，与目标之差-445.94亿元，尚需445.94亿元，时序进度50%，快于时序进度19.25个百分点，按此进度到期可达2008.12亿元
)");
}

TEST_CASE("interim: behind, with the base that the plan states") {
    // (2.8 - 2.15) / (3.5 - 2.15) = 48.15 % when 60 % of the time is gone.
    Told c = of("研发投入强度", "%", ratio, "level ~ 3.5 % ± 0.05 pp", "2025");
    c.horizon("2021/2025").base("2020", "2.15");
    c.observe("研发投入强度", "2023", "share", "2.8", "%")
        .observe("研发投入强度", "2020", "share", "2.31", "%");
    CHECK(told(c, Language::en) == R"(t1: 研发投入强度, 省, due 2025: level ~ 3.5 % ± 0.05 pp
y = 2.8 % (研发投入强度, 省, 2023, share, final)
Base: 2.15 % (2020, stated by the plan)
Comparison: 2.8 % ~ 3.5 % ± 0.05 pp: no
Verdict: undetermined, behind (interim)
Reason: the due period is not over
Figures: completion 80 %, progress 48.15 %, gap -0.7 pp, still needed 0.65 pp, time gone 60 %, 11.85 pp behind schedule, at this pace by the due date 3.23 %
Note: the base in the plan and the published one differ by more than rounding; 2.15 % is used, the other is 2.31 % (研发投入强度, 2020)
)");
    CHECK(told(c, Language::zh) == R"(t1：研发投入强度，省，2025年到期：3.5%左右（±0.05个百分点）
y = 2.8%（研发投入强度，省，2023年，占比，最终数）
基期：2.15%（2020年，计划所列）
比较：2.8% 不符合 3.5%左右（±0.05个百分点）
结论：无法判定，滞后（期中）
原因：尚未到期
数据：完成率80%，目标进度48.15%，与目标之差-0.7个百分点，尚需0.65个百分点，时序进度60%，慢于时序进度11.85个百分点，按此进度到期可达3.23%
提示：计划所列基期值与公布的基期值之差超出舍入误差；采用2.15%，另一数为2.31%（研发投入强度，2020年）
)");
}

TEST_CASE("a bound that the source prints") {
    // 超2000家 is more than 2000, however many.
    Told c = of("净增企业", "家", flow, "level > 2000 家", "2024");
    c.observe("净增企业", "2024", "level", ">2000", "家");
    CHECK(told(c, Language::en) == R"(t1: 净增企业, 省, due 2024: level > 2000 家
y > 2000 家 (净增企业, 省, 2024, final)
Comparison: (2000, ∞) 家 > 2000 家: yes
Verdict: met, achieved (final, firm)
Figures: completion > 100 %, gap > 0 家
Note: the source prints a bound, not a figure
)");
    CHECK(told(c, Language::zh) == R"(t1：净增企业，省，2024年到期：超过2000家
y > 2000家（净增企业，省，2024年，最终数）
比较：(2000, ∞)家 超过 2000家
结论：达标，已完成（期末，确定）
数据：完成率>100%，与目标之差>0家
提示：来源给出的是界限而非准确数值
)");
}

TEST_CASE("growth just short of 15 % does not read 15") {
    // 114.996 / 100 - 1 = 14.996 %.
    Told c = of("研发经费", "亿元", flow, "growth >= 15 %", "2024");
    c.observe("研发经费", "2024", "level", "114.996", "亿元")
        .observe("研发经费", "2023", "level", "100.000", "亿元");
    CHECK(told(c, Language::en) == R"(t1: 研发经费, 省, due 2024: growth >= 15 %
y = 114.996 亿元 (研发经费, 省, 2024, final)
b = 100.000 亿元 (研发经费, 省, 2023, final)
Formula: y / b - 1 = 114.996 / 100.000 - 1 = 14.996 %
Comparison: 14.996 % >= 15 %: no
Verdict: not met, missed (final, firm)
Figures: gap -0.004 pp
Note: not met, yet it would be at the target's own precision: it reads 15 % there
)");
    CHECK(told(c, Language::zh) == R"(t1：研发经费，省，2024年到期：同比增速不低于15%
y = 114.996亿元（研发经费，省，2024年，最终数）
b = 100.000亿元（研发经费，省，2023年，最终数）
公式：y / b - 1 = 114.996 / 100.000 - 1 = 14.996%
比较：14.996% 未达到 15%
结论：未达标，未完成（期末，确定）
数据：与目标之差-0.004个百分点
提示：未达标，但按目标值的精度取舍后达标：按该精度为15%
)");
}

TEST_CASE("what is put into a formula that makes points is in per cent") {
    // 4.5 - 9.5 is not -0.5.
    Told c = of("死亡率", "‰", ratio, "change(since 2020) <= -0.5 pp", "2024");
    c.indicators[0].better = Better::lower;
    c.observe("死亡率", "2024", "level", "4.5", "‰").observe("死亡率", "2020", "level", "9.5", "‰");
    const auto en = told(c, Language::en);
    CHECK(en.find("\ny = 4.5 ‰ (") != std::string::npos);
    CHECK(en.find("\nFormula: y - b = 0.45 - 0.95 = -0.5 pp\n") != std::string::npos);
    CHECK(told(c, Language::zh).find("\n公式：y - b = 0.45 - 0.95 = -0.5个百分点\n") != std::string::npos);
}

TEST_CASE("with a calendar of its own the pace counts from what that asks for, which is told") {
    // Half of the time is gone, and a third of the weights: 49.6 of 100 is 16.27 points more than 33.33.
    Told c = of("税收", "亿元", flow, "level >= 100 亿元", "2024");
    c.observe("税收", "2024-H1", "level", "49.6", "亿元");
    CHECK(told(c, Language::en).find("time gone 50 %, 0.4 pp behind schedule, ") != std::string::npos);
    const auto later = [](int month) { return Decimal(month > 6 ? 2 : 1); };
    Calendar calendar{.kind = PaceKind::months, .month_weights = {}};
    for (int month = 1; month <= 12; ++month)
        calendar.month_weights.push_back(later(month));
    c.targets[0].calendar = calendar;
    CHECK(
        told(c, Language::en).find("time gone 50 %, planned by now 33.33 %, 16.27 pp ahead of schedule, ") !=
        std::string::npos);
    CHECK(told(c, Language::zh).find("时序进度50%，按计划应达33.33%，快于计划进度16.27个百分点，") !=
          std::string::npos);
    c.targets[0].readings = {*parse_criterion("level <= 100 亿元")};
    CHECK(told(c, Language::zh).find("时序进度50%，按计划应达33.33%，慢于计划进度16.27个百分点，") !=
          std::string::npos);
    // From a base: 44 of a hundred parts of the way, when constant growth asks for 48.43.
    Told rate = of("能耗", "吨", ratio, "level <= 5 吨", "2025");
    rate.horizon("2021/2025").base("2020", "10");
    rate.targets[0].calendar = Calendar{.kind = PaceKind::compound, .month_weights = {}};
    rate.observe("能耗", "2022", "level", "7.8", "吨");
    CHECK(told(rate, Language::en).find("progress 44 %, ") != std::string::npos);
    CHECK(
        told(rate, Language::en).find("time gone 40 %, planned by now 48.43 %, 4.43 pp behind schedule, ") !=
        std::string::npos);
}

TEST_CASE("over the plan: growth counts from the base") {
    // 156.06 / 100 - 1 = 56.06 %.
    Told c = of("研发经费", "亿元", flow, "over the plan: growth >= 60 %", "2025");
    c.horizon("2021/2025");
    c.observe("研发经费", "2025", "level", "156.06", "亿元")
        .observe("研发经费", "2020", "level", "100", "亿元");
    CHECK(told(c, Language::en) == R"(t1: 研发经费, 省, due 2025: over the plan: growth >= 60 %
y = 156.06 亿元 (研发经费, 省, 2025, final)
b = 100 亿元 (研发经费, 省, 2020, final)
Formula: y / b - 1 = 156.06 / 100 - 1 = 56.06 %
Comparison: 56.06 % >= 60 %: no
Verdict: not met, missed (final, firm)
Figures: gap -3.94 pp
)");
    CHECK(told(c, Language::zh) == R"(t1：研发经费，省，2025年到期：按整个规划期计，增幅不低于60%
y = 156.06亿元（研发经费，省，2025年，最终数）
b = 100亿元（研发经费，省，2020年，最终数）
公式：y / b - 1 = 156.06 / 100 - 1 = 56.06%
比较：56.06% 未达到 60%
结论：未达标，未完成（期末，确定）
数据：与目标之差-3.94个百分点
)");
}

TEST_CASE("improvement has no number to reach") {
    Told c = of("单位能耗", "吨标准煤", IndicatorKind::index, "improves(since 2020)", "2024");
    c.indicators[0].better = Better::lower;
    c.observe("单位能耗", "2024", "level", "0.41", "吨标准煤")
        .observe("单位能耗", "2020", "level", "0.44", "吨标准煤");
    CHECK(told(c, Language::en) == R"(t1: 单位能耗, 省, due 2024: improves(since 2020)
y = 0.41 吨标准煤 (单位能耗, 省, 2024, final)
b = 0.44 吨标准煤 (单位能耗, 省, 2020, final)
Formula: y - b = 0.41 - 0.44 = -0.03 吨标准煤
Comparison: -0.03 吨标准煤: improved
Rounding: -0.03 吨标准煤 stands for (-0.04, -0.02) 吨标准煤; every true value within gives this verdict
Verdict: met, achieved (final, firm)
)");
    CHECK(told(c, Language::zh) == R"(t1：单位能耗，省，2024年到期：较2020年有所改善
y = 0.41吨标准煤（单位能耗，省，2024年，最终数）
b = 0.44吨标准煤（单位能耗，省，2020年，最终数）
公式：y - b = 0.41 - 0.44 = -0.03吨标准煤
比较：-0.03吨标准煤：有所改善
舍入：-0.03吨标准煤代表(-0.04, -0.02)吨标准煤；其中每个值都得出此结论
结论：达标，已完成（期末，确定）
)");
}

TEST_CASE("the sum over a group") {
    Told c = of("新增企业", "家", flow, "sum(in 三县) >= 100 家", "2024");
    c.group("三县", {"甲县", "乙县", "丙县"});
    c.observe_in("甲县", "新增企业", "2024", "level", "40", "家")
        .observe_in("乙县", "新增企业", "2024", "level", "30", "家");
    c.observe_in("丙县", "新增企业", "2024", "level", "35", "家");
    CHECK(told(c, Language::en) == R"(t1: 新增企业, 省, due 2024: sum(in 三县) >= 100 家
x = 40 家 (新增企业, 甲县, 2024, final)
x = 30 家 (新增企业, 乙县, 2024, final)
x = 35 家 (新增企业, 丙县, 2024, final)
Formula: sum of x = 40 + 30 + 35 = 105 家
Comparison: 105 家 >= 100 家: yes
Verdict: met, achieved (final, firm)
Figures: gap 5 家
Note: over-fulfilled
)");
    CHECK(told(c, Language::zh) == R"(t1：新增企业，省，2024年到期：三县合计不低于100家
x = 40家（新增企业，甲县，2024年，最终数）
x = 30家（新增企业，乙县，2024年，最终数）
x = 35家（新增企业，丙县，2024年，最终数）
公式：Σx = 40 + 30 + 35 = 105家
比较：105家 达到 100家
结论：达标，已完成（期末，确定）
数据：与目标之差5家
提示：超额完成
)");
}

TEST_CASE("a measure of one's own that tells no formula") {
    Told c = of("新增企业", "家", flow, "doubled >= 600 家", "2024");
    c.options.measures.add("doubled", [](const MeasureView& at) -> Measured {
        const auto level = at.level();
        if (!level) return level.reason();
        return {*level * Rounded(Ratio(2)), level.unit()};
    });
    c.observe("新增企业", "2024", "level", "280", "家");
    CHECK(told(c, Language::en) == R"(t1: 新增企业, 省, due 2024: doubled >= 600 家
y = 280 家 (新增企业, 省, 2024, final)
doubled = 560 家
Comparison: 560 家 >= 600 家: no
Verdict: not met, missed (final, firm)
Figures: gap -40 家
)");
    CHECK(told(c, Language::zh) == R"(t1：新增企业，省，2024年到期：doubled不低于600家
y = 280家（新增企业，省，2024年，最终数）
doubled = 560家
比较：560家 未达到 600家
结论：未达标，未完成（期末，确定）
数据：与目标之差-40家
)");
}
