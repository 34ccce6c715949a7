// SPDX-License-Identifier: BSL-1.0
#include <goalpost/check/detail/printed_figure.hpp>

#include <doctest/doctest.h>

#include "support/random.hpp"

using namespace goalpost;
using detail::checks::Bounding;

namespace {

struct Read {
    std::string figure;
    std::string unit;
    Bounding bounding;
    std::string words;
};

std::vector<Read> read(std::string_view text) {
    std::vector<Read> all;
    for (const auto& figure : detail::checks::printed_figures(text, UnitSet()))
        all.push_back({figure.value ? figure.value->text() : "*", figure.unit ? figure.unit->symbol() : "-",
                       figure.bounding, std::string(text.substr(figure.begin, figure.end - figure.begin))});
    return all;
}

Bounding bounding(std::string_view text) {
    const auto all = read(text);
    REQUIRE(all.size() == 1);
    return all[0].bounding;
}

}  // namespace

TEST_CASE("a bound is read on either side of the figure") {
    CHECK(bounding("企业300家") == Bounding::bare);
    CHECK(bounding("比重达到1.85%") == Bounding::bare);
    CHECK(bounding("企业300家以上") == Bounding::at_least);
    CHECK(bounding("100名以上青年人才") == Bounding::at_least);
    CHECK(bounding("不少于300次") == Bounding::at_least);
    CHECK(bounding("增幅不低于 10 %") == Bounding::at_least);
    CHECK(bounding("超200家") == Bounding::more_than);
    CHECK(bounding("年均增长超过15%") == Bounding::more_than);
    CHECK(bounding("突破1450亿元") == Bounding::more_than);
    CHECK(bounding("达3.5%左右") == Bounding::about);
    CHECK(bounding("约40名") == Bounding::about);
    CHECK(bounding("低于5%") == Bounding::less_than);
}

TEST_CASE("不超过 is a cap and no 超过, 不低于 a floor and no 低于") {
    CHECK(bounding("不超过30家") == Bounding::at_most);
    CHECK(bounding("不低于30家") == Bounding::at_least);
    CHECK(bounding("30家以内") == Bounding::at_most);
}

TEST_CASE("figures, units and masks are cut where they end") {
    const auto all = read("5000万元以上企业覆盖率达90%,引进2-3个团队,***万平方米,1,200家, 3.2");
    REQUIRE(all.size() == 7);
    CHECK(all[0].figure == "5000");
    CHECK(all[0].unit == "万元");
    CHECK(all[0].words == "5000万元以上");
    CHECK(all[1].figure == "90");
    CHECK(all[1].bounding == Bounding::bare);
    CHECK(all[2].figure == "2");
    CHECK(all[3].unit == "个");
    CHECK(all[4].figure == "*");
    CHECK(all[4].unit == "万平方米");
    CHECK(all[5].figure == "1200");
    CHECK(all[6].figure == "3.2");
    CHECK(all[6].unit == "-");
}

TEST_CASE("a text without figures, and one that is no number") {
    CHECK(read("").empty());
    CHECK(read("实现全覆盖").empty());
    CHECK(read("1.2.3版").empty());
    CHECK(read("10.").size() == 1);
    CHECK(read("1234567890123456789012家").empty());
}

TEST_CASE("the figure of a target is found by its value, else by its digits in a table") {
    const auto family = UnitSet().parse("家").value();
    const auto find = [&](std::string_view text, const char* value) -> std::string {
        static std::vector<detail::checks::PrintedFigure> figures;
        figures = detail::checks::printed_figures(text, UnitSet());
        const auto* found = detail::checks::find_figure(
            figures, value == nullptr ? std::nullopt : std::optional(Decimal::parse(value).value()), family);
        return found == nullptr ? "" : std::string(text.substr(found->begin, found->end - found->begin));
    };
    CHECK(find("培育1.2万家以上", "12000") == "1.2万家以上");
    CHECK(find("企业数(家)\n\n164\n\n300", "300") == "300");
    CHECK(find("投入300亿元", "300") == "");  // another unit is another figure
    CHECK(find("300人、300家以上", "300") == "300家以上");
    CHECK(find("**片区获批**家以上", nullptr) == "**家以上");
}

TEST_CASE("whatever stands in a text, figures lie inside it and in order") {
    constexpr std::string_view pieces[] = {"300",
                                           "*",
                                           ".",
                                           ",",
                                           "家",
                                           "亿",
                                           "以上",
                                           "不超过",
                                           "超",
                                           "约",
                                           " ",
                                           "%",
                                           "-",
                                           "\xE5",
                                           "\xAE\xB6",
                                           "个百分点",
                                           "1.5",
                                           "\n",
                                           "99999999999999999999"};
    test::Random random(20240731);
    const UnitSet units;
    for (int round = 0; round < 2000; ++round) {
        std::string text;
        for (auto count = random.between(0, 12); count > 0; --count)
            text += random.pick(pieces);
        std::size_t end = 0;
        for (const auto& figure : detail::checks::printed_figures(text, units)) {
            CHECK(figure.number >= end);
            CHECK(figure.begin <= figure.number);
            CHECK(figure.number < figure.end);
            CHECK(figure.end <= text.size());
            end = figure.end;
        }
    }
}
