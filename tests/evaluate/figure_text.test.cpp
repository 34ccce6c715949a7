// SPDX-License-Identifier: BSL-1.0
// What is printed never contradicts the verdict.
#include "goalpost/evaluate/figure_text.hpp"

#include <doctest/doctest.h>

#include "goalpost/evaluate/published_figure.hpp"
#include "support/random.hpp"

using namespace goalpost;

namespace {

UnitOfMeasure unit_of(std::string_view symbol) { return UnitSet().parse(symbol).value(); }
Ratio ratio_of(std::string_view text) { return Ratio::parse(text).value(); }

const UnitOfMeasure yi = unit_of("亿元");
const UnitOfMeasure wan_yi = unit_of("万亿元");
const UnitOfMeasure jia = unit_of("家");

Figure percent(std::string_view text) { return {ratio_of(text) / Ratio(100), figure_units::percent()}; }
Figure in_yi(std::string_view text) { return {ratio_of(text) * yi.factor(), yi}; }

/// The number a text says, by its own arithmetic: digits over a power of ten.
Ratio said(const std::string& text) {
    const auto point = text.find('.');
    const std::size_t behind = point == std::string::npos ? 0 : text.size() - point - 1;
    Ratio number;
    for (const char c : text) {
        if (c >= '0' && c <= '9') number = number * Ratio(10) + Ratio(c - '0');
    }
    number = number / Ratio(10).power(static_cast<unsigned>(behind));
    return text[0] == '-' ? -number : number;
}

}  // namespace

TEST_CASE("a figure is rounded half away, once, and shown as it is where fewer digits suffice") {
    CHECK(figure_text(in_yi("15507.87")) == "15507.87 亿元");
    CHECK(figure_text(in_yi("15507.875")) == "15507.88 亿元");
    CHECK(figure_text(in_yi("-492.13")) == "-492.13 亿元");
    CHECK(figure_text(in_yi("-0.005")) == "-0.01 亿元");
    CHECK(figure_text(in_yi("-0.004")) == "0.00 亿元");  // no minus zero
    CHECK(figure_text(Figure(300, jia)) == "300 家");
    CHECK(figure_text(percent("3.20")) == "3.2 %");
    CHECK(figure_text(percent("2/3")) == "0.67 %");
    CHECK(figure_text(percent("2/3"), 4) == "0.6667 %");
    CHECK(figure_text(percent("2/3"), 0) == "1 %");
    CHECK(figure_text(percent("2999/1000")) == "3.00 %");  // cut, and seen to be
    CHECK(figure_text(Figure(ratio_of("4"), figure_units::pure())) == "4");
    // The square root of 2 is 1.41421356...
    CHECK(figure_text(Figure(Value::root(2, 2), figure_units::pure()), 4) == "1.4142");
    CHECK_THROWS_AS(static_cast<void>(number_text(1, -1)), std::invalid_argument);
}

TEST_CASE("units stand behind a blank in English, and without one in Chinese") {
    const Figure points(ratio_of("0.0026"), figure_units::points());
    CHECK(figure_text(percent("3.22")) == "3.22 %");
    CHECK(figure_text(points) == "0.26 pp");
    CHECK(figure_text(percent("3.22"), 2, Language::zh) == "3.22%");
    CHECK(figure_text(points, 2, Language::zh) == "0.26个百分点");
    const auto written_in_chinese = UnitSet().parse("个百分点").value();
    CHECK(with_unit("0.26", written_in_chinese, Language::en) == "0.26 pp");
    CHECK(figure_text(in_yi("15507.87"), 2, Language::zh) == "15507.87亿元");
    CHECK(figure_text(Figure(4, figure_units::pure()), 2, Language::zh) == "4");
}

TEST_CASE("a figure that is not there reads its reason") {
    CHECK(figure_text(Figure(Reason::zero_base)) == "the base is zero");
    CHECK(figure_text(Figure(Reason::zero_base), 2, Language::zh) == "基数为零");
    CHECK(figure_text(Figure(Reason::masked_target), percent("3")) == "the plan does not show its number");
    CHECK(figure_text(percent("2/3"), Figure(Reason::masked_target)) == "0.67 %");
}

TEST_CASE("growth just short of 15 % prints with as many digits as it takes not to read 15") {
    const auto line = percent("15");
    CHECK(figure_text(percent("14.99"), line) == "14.99 %");
    CHECK(figure_text(percent("14.996"), line) == "14.996 %");
    CHECK(figure_text(percent("14.99999951"), line) == "14.9999995 %");
    CHECK(figure_text(percent("14.99999951"), line, 0) == "14.9999995 %");
    CHECK(figure_text(percent("15.004"), line) == "15.004 %");
    CHECK(figure_text(percent("15.00"), line) == "15 %");
    CHECK(figure_text(percent("15.3"), line) == "15.3 %");
    CHECK(figure_text(percent("44999999/3000000"), line) == "14.9999997 %");  // 14.99999966...
    CHECK(figure_text(percent("-0.004"), percent("0")) == "-0.004 %");
    // In the figure's unit: 1.6 万亿元 is 16000 亿元.
    CHECK(figure_text(in_yi("15999.999"), Figure(ratio_of("1.6") * wan_yi.factor(), wan_yi)) ==
          "15999.999 亿元");
}

TEST_CASE("a root is held against its line without a root being taken") {
    // 2.0113571875 is (23/20)^5: an annual growth of exactly 15 %; 1e-10 less makes it
    // short by 1.15 / 5 * 1e-10 / 2.01 = 1.14e-11.
    const auto growth = [](std::string_view factor) {
        return Figure(Value::root(ratio_of(factor), 5) - Value(1), figure_units::percent());
    };
    CHECK(figure_text(growth("2.0113571875"), percent("15")) == "15 %");
    CHECK(figure_text(growth("2.0113571874"), percent("15")) == "14.999999999 %");
    CHECK(figure_text(growth("2.0113571876"), percent("15")) == "15.000000001 %");
}

TEST_CASE("both sides are printed so that they compare") {
    const auto [left, right] = figure_texts(percent("7.9004"), percent("7.9001"));
    CHECK(left == "7.9004 %");
    CHECK(right == "7.9001 %");
    const auto thirds = figure_texts(percent("23/3"), percent("2300001/300000"));  // 7.66666..., 7.66667
    CHECK(thirds.first == "7.666667 %");
    CHECK(thirds.second == "7.66667 %");
    const auto stated = figure_texts(percent("15.2"), percent("15.0042"));
    CHECK(stated.first == "15.2 %");
    CHECK(stated.second == "15.0042 %");  // a plan's number is not cut
    const auto missing = figure_texts(percent("15.2"), Figure(Reason::masked_target), 2, Language::zh);
    CHECK(missing.first == "15.2%");
    CHECK(missing.second == "计划未公开目标值");
}

TEST_CASE("property: the texts compare as the exact numbers do") {
    test::Random random(20240615);
    for (int i = 0; i < 2000; ++i) {
        const auto scale = random.between(1, 1'000'000'000);
        const Ratio line = Ratio(random.between(-5000, 5000)) / Ratio(random.between(1, 300));
        const Ratio step = Ratio(random.between(-3, 3)) / Ratio(scale);
        const Ratio number = line + step;
        const auto places = static_cast<int>(random.between(0, 3));
        const auto [left, right] = number_texts(number, line, places);
        CAPTURE(number.fraction());
        CAPTURE(line.fraction());
        CHECK((said(left) <=> said(right)) == (number <=> line));
        if (step.sign() == 0) CHECK(left == right);
        // And it is a rounding of the number: off by half a unit of its last digit at most.
        const auto point = left.find('.');
        const auto behind = point == std::string::npos ? 0U : static_cast<unsigned>(left.size() - point - 1);
        CHECK((said(left) - number).abs() * Ratio(2) <= Ratio(1) / Ratio(10).power(behind));
    }
}

TEST_CASE("the figures of an assessment do not contradict each other") {
    Figures figures;
    figures.measured = in_yi("15999.999");
    figures.required = in_yi("16000");
    figures.gap = in_yi("-0.001");
    figures.completion = percent("9999999375/100000000");
    figures.over_fulfilment = percent("-625/100000000");
    figures.pace = Figure(ratio_of("-1/30000"), figure_units::points());
    const auto texts = figure_texts(figures);
    CHECK(texts.measured == "15999.999 亿元");
    CHECK(texts.required == "16000 亿元");
    CHECK(texts.gap == "-0.001 亿元");
    CHECK(texts.completion == "99.99999 %");
    CHECK(texts.over_fulfilment == "-0.00001 %");
    CHECK(texts.pace == "-0.003 pp");
    CHECK(texts.progress == "nothing has been published for the base period");
    CHECK(figure_texts(figures, 2, Language::zh).base == "缺少基期数据");
}

TEST_CASE("figures beside the ends of a tolerance or a range read on their own side") {
    Figures figures;  // ~ 100 亿元 ± 5 % of it
    figures.measured = in_yi("94.9999999999999");
    figures.required = in_yi("100");
    figures.gap = in_yi("-5.0000000000001");
    figures.completion = percent("94.9999999999999");
    figures.over_fulfilment = percent("-5.0000000000001");
    figures.base = in_yi("105.00001");
    CHECK(figure_texts(figures).measured == "95.00 亿元");
    figures.edges = {in_yi("95").value(), in_yi("105").value()};
    const auto texts = figure_texts(figures);
    CHECK(texts.measured == "94.9999999999999 亿元");
    CHECK(texts.required == "100 亿元");
    CHECK(texts.gap == "-5.0000000000001 亿元");
    CHECK(texts.completion == "94.9999999999999 %");
    CHECK(texts.over_fulfilment == "-5.0000000000001 %");
    CHECK(texts.base == "105.00001 亿元");
    figures.measured = in_yi("95");
    figures.gap = in_yi("-5");
    CHECK(figure_texts(figures).measured == "95 亿元");
    CHECK(figure_texts(figures).gap == "-5 亿元");
    figures.measured = in_yi("94.31234");  // far enough
    CHECK(figure_texts(figures).measured == "94.31 亿元");
}

TEST_CASE("intervals say which ends belong to them") {
    const auto& unit = figure_units::percent();
    const auto range = [](std::string_view figure) {
        return Rounded::published(Decimal::parse(figure).value(), Ratio::of(1, 100)).range();
    };
    CHECK(interval_text(range("3.2"), unit, ratio_of("0.032")) == "[3.15, 3.25) %");
    CHECK(interval_text(range("-2.8"), unit, 0, Language::zh) == "(-2.85, -2.75]%");
    CHECK(interval_text(published_figure(Decimal::parse("1.45").value(), unit_of("万家")).range(), jia,
                        13000) == "[14450, 14550) 家");
    CHECK(interval_text(Interval::exactly(300), jia, 300) == "300 家");
    CHECK(interval_text({{5000, Bound::Kind::open}, {0, Bound::Kind::infinite}}, jia, 5000) ==
          "(5000, ∞) 家");
    CHECK(interval_text(Interval::unbounded(), jia, 5000) == "(-∞, ∞) 家");
    // An end just above the line does not read as the line.
    const Interval near{{ratio_of("0.15000001"), Bound::Kind::closed}, {ratio_of("0.16"), Bound::Kind::open}};
    CHECK(interval_text(near, unit, ratio_of("0.15")) == "[15.000001, 16) %");
    // Digits that the source printed are all there.
    CHECK(interval_text(range("299.999"), unit, 3) == "[299.9985, 299.9995) %");
    CHECK(interval_text(range("0.123456789"), unit, 3) == "[0.1234567885, 0.1234567895) %");
    // Ends that no decimal writes do not read alike, nor on the wrong side of an edge.
    const Interval thirds{{ratio_of("1/300"), Bound::Kind::closed},
                          {ratio_of("100001/30000000"), Bound::Kind::open}};
    CHECK(interval_text(thirds, unit, 3) == "[0.33333, 0.33334) %");
    const std::vector<Value> edges{3, ratio_of("333333/100000000")};
    CHECK(interval_text(thirds, unit, edges) == "[0.3333333, 0.33334) %");
    const Interval close{{ratio_of("1/300"), Bound::Kind::open}, {0, Bound::Kind::infinite}};
    CHECK(interval_text(close, unit, edges) == "(0.3333333, ∞) %");
}

TEST_CASE("decimals for machines keep their sides of the ends of a tolerance") {
    const auto number = ratio_of("94.9999999999999");
    CHECK(decimal_text(number, Value(100)) == "95.0000000000");
    const std::vector<Value> edges{95, 105};
    CHECK(decimal_text(number, 100, edges) == "94.9999999999999");
    CHECK(decimal_text(95, 100, edges) == "95");
    CHECK(decimal_text(ratio_of("280/3"), 100, edges) == "93.3333333333");
}

TEST_CASE("decimals for machines are exact where they can be") {
    CHECK(decimal_text(ratio_of("15507.87")) == "15507.87");
    CHECK(decimal_text(ratio_of("-0.0026")) == "-0.0026");
    CHECK(decimal_text(0) == "0");
    CHECK(decimal_text(ratio_of("1/3")) == "0.333333333333");
    CHECK(decimal_text(ratio_of("-200/3")) == "-66.6666666667");
    CHECK(decimal_text(ratio_of("1/3000")) == "0.000333333333333");
    CHECK(decimal_text(ratio_of("2/3"), 3) == "0.667");
    CHECK(decimal_text(ratio_of("29999/3000"), 4) == "10.00");  // 9.99966..., four digits
    CHECK(decimal_text(ratio_of("0.1234567890123")) == "0.123456789012");
    CHECK(decimal_text(ratio_of("9013100000000")) ==
          "9013100000000");  // digits before the point are not lost
    CHECK(decimal_text(ratio_of("9013100000000.5")) == "9013100000001");
    CHECK(decimal_text(Value::root(2, 2)) == "1.41421356237");
    CHECK_THROWS_AS(static_cast<void>(decimal_text(1, 0)), std::invalid_argument);
}

TEST_CASE("decimals for machines show the side of the line, too") {
    CHECK(decimal_text(ratio_of("0.14999999999999"), ratio_of("0.15")) == "0.14999999999999");
    CHECK(decimal_text(ratio_of("0.14999999999999")) == "0.150000000000");
    CHECK(decimal_text(ratio_of("0.14"), ratio_of("0.15")) == "0.14");
    CHECK(decimal_text(ratio_of("3.2"), ratio_of("3.2")) == "3.2");
}
