// SPDX-License-Identifier: BSL-1.0
#include <goalpost/model/criterion_text.hpp>
#include <goalpost/model/detail/criterion_shape.hpp>

#include <doctest/doctest.h>

#include <set>
#include <string>
#include <string_view>
#include <tuple>
#include <variant>

#include "support/criteria.hpp"
#include "support/string_makers.hpp"

using namespace goalpost;

namespace {

Criterion criterion(std::string_view text) {
    const auto read = parse_criterion(text);
    REQUIRE_MESSAGE(read.has_value(), (std::string(text) + ": " + (read ? "" : read.error().message())));
    return *read;
}

}  // namespace

TEST_CASE("a measure is read alone as within a criterion") {
    for (const auto* measure : {"level", "share(of \"R&D\" @ 全国)", "rank(in top_districts)",
                                "annual_growth(of gdp, since 2020, chained)"}) {
        CAPTURE(measure);
        const auto read = parse_measure(measure);
        REQUIRE(read);
        CHECK(*read == criterion(measure + std::string(" >= 0")).measure);
        CHECK(text(*read) == measure);
    }
}

TEST_CASE("the sentences of the design and of the plans stand as they are written") {
    const std::string_view sentences[] = {
        // docs/design: the words of the grammar
        "every year: growth >= 10 %",
        "growth > growth(of fixed_asset_investment)",
        "level ~ 3.5 % ± 0.05 pp",
        "level in [2, 3] 个",
        "share(of fixed_asset_investment) > 16 %",
        "annual_growth(since 2020) > 15 %",
        "multiple(since 2015) >= 4",
        "change(since 2022) >= 0.26 pp",
        "rank(in top_districts) <= 25",
        "at least 1/2 of mountain_counties: level > level(of rd_intensity @ 全国)",
        "growth > growth(of fixed_asset_investment) + 1 pp",
        "annual_growth(since 2020, chained) > annual_growth(of industry_investment, since 2020, chained)",
        "level >= **** 家",
        // examples/plans
        "all of prefecture_cities_and_industrial_counties: level > level(of rd_intensity @ 全国)",
        "every year: level >= 30 个",
        "level >= level(of rd_intensity @ 浙江省)",
        "level >= 1.2 万家",
        "level >= 1.6 万亿元",
        "level >= 10000 人次",
        "level >= 400 P",
        "level ~ **** %",
        "level ~ 600 亿元 ± 5 % of it",
        "multiple(since 2022) >= 1.05",
        // what the grammar also holds
        "improves(since 2020)",
        "every month: improves(since 2023-12)",
        "over the plan: level >= 300 家",
        "all of 山区26县: improves(since 2020)",
        "at least 3 of cities: growth > 0 %",
        "at least 50 % of cities: growth > 0 %",
        "at least 66.7 % of cities: growth > 0 %",
        "every half: level < 5 ‰",
        "every quarter: level = 0 件",
        "level in [-2.50, 0.0]",
        "level in ****",
        "growth < growth(of gdp, since 2020-Q1, in cities, chained) - 0.50 个百分点",
        "\"R&D 经费\" >= level(of \"say \\\"now\\\"\" @ \"甲，乙\")",
        "level <= 0.5 \"吨标准煤/万元\"",
        "level ~ 3 ± 1 \"每 万人\"",
    };
    for (const auto sentence : sentences)
        CHECK(text(criterion(sentence)) == sentence);
}

TEST_CASE("a sentence says what its parts say") {
    const auto one = criterion(
        "at least 1/2 of mountain_counties: growth(since 2020, chained) > level(of rd_intensity @ 全国) - "
        "1.50 pp");
    CHECK(one.quantifier.kind == Quantifier::Kind::at_least_share);
    CHECK(one.quantifier.needed == SmallRatio::of(1, 2));
    CHECK(one.quantifier.group == "mountain_counties");
    CHECK(one.measure.name == "growth");
    CHECK(one.measure.since == Period::year(2020));
    CHECK(one.measure.chained);
    CHECK_FALSE(one.measure.of);
    CHECK(one.comparison == Comparison::more_than);
    const auto series = std::get<SeriesReference>(one.reference);
    CHECK(series.measure.of->indicator == "rd_intensity");
    CHECK(series.measure.of->scope == "全国");
    CHECK(series.margin.same_text(Decimal(-150, 2)));
    CHECK(series.margin_unit == "pp");

    const auto about = criterion("level ~ 3.5 % ± 5 % of it");
    const auto number = std::get<NumberReference>(about.reference);
    CHECK(about.comparison == Comparison::about);
    CHECK(number.value.same_text(Decimal(35, 1)));
    CHECK(number.unit == "%");
    CHECK(number.tolerance->kind == Tolerance::Kind::percent_of_it);
    CHECK(number.tolerance->unit.empty());
    CHECK(std::get<NumberReference>(criterion("level ~ 3.5 % ± 5 %").reference).tolerance->kind ==
          Tolerance::Kind::amount);

    CHECK(criterion("at least 3 of g: level > 0").quantifier.needed == 3);
    CHECK(criterion("at least 12.5 % of g: level > 0").quantifier.needed == SmallRatio::of(1, 8));
    CHECK(criterion("every quarter: level > 0").quantifier.frequency == Frequency::quarter);
    CHECK(criterion("level >= **** 家").is_masked());
    CHECK_FALSE(criterion("level >= 3 家").is_masked());
    CHECK(
        std::get<RangeReference>(criterion("level in [2, 3.0] 个").reference).high.same_text(Decimal(30, 1)));
}

TEST_CASE("however it is written, one criterion has one text") {
    const std::string_view written[][2] = {
        {"level>=300家", "level >= 300 家"},
        {"  level\t>=  300   家 ", "level >= 300 家"},
        {"level　>=　300　家", "level >= 300 家"},  // ideographic spaces, as Chinese input methods write them
        {"level\u00A0>= 300\u00A0家", "level >= 300 家"},
        {"level >= 3.5％", "level >= 3.5 %"},
        {"level>=+012.50%", "level >= 12.50 %"},
        {"level >= -0", "level >= 0"},
        {"level~3.5%±0.05pp", "level ~ 3.5 % ± 0.05 pp"},
        {"level ~ 25 个 ± 5%  of  it", "level ~ 25 个 ± 5 % of it"},
        {"level in[2,3]个", "level in [2, 3] 个"},
        {"level >=****家", "level >= **** 家"},
        {"\"level\" >= 3 \"家\"", "level >= 3 家"},
        {"growth(chained,since 2020) > 0", "growth(since 2020, chained) > 0"},
        {"rank(in g, since 2020, of x@y) < 3", "rank(of x @ y, since 2020, in g) < 3"},
        {"improves(since 2024-01/2024-03)", "improves(since 2024-Q1)"},
        {"growth > growth(of x)+1pp", "growth > growth(of x) + 1 pp"},
        {"growth > growth(of x) - -1 pp", "growth > growth(of x) + 1 pp"},
        {"growth > growth(of x) + -1 pp", "growth > growth(of x) - 1 pp"},
        {"growth > growth(of x) - 0 pp", "growth > growth(of x) + 0 pp"},
        {"at least 03 of g:level>0", "at least 3 of g: level > 0"},
        {"at least 50% of g: level > 0", "at least 50 % of g: level > 0"},
        {"at least 1 / 2 of g: level > 0", "at least 1/2 of g: level > 0"},
    };
    for (const auto& pair : written) {
        const auto read = criterion(pair[0]);
        CHECK(text(read) == pair[1]);
        CHECK(criterion(pair[1]) == read);
    }
}

TEST_CASE("words of the grammar are names where they are put in quotes") {
    for (const std::string_view word : {"every", "over", "all", "at", "3g"}) {
        const std::string sentence =
            "\"" + std::string(word) + "\" >= \"" + std::string(word) + "\"(of \"of\" @ since)";
        CAPTURE(sentence);
        const auto read = criterion(sentence);
        CHECK(read.measure.name == word);
        CHECK(criterion(text(read)) == read);
    }
}

TEST_CASE("parse(text(c)) == c for criteria of every shape") {
    goalpost::test::Random random(41);
    std::set<std::tuple<Quantifier::Kind, Comparison, std::size_t>> shapes;
    for (int i = 0; i < 6000; ++i) {
        const auto made = goalpost::test::random_criterion(random);
        const auto printed = text(made);
        CAPTURE(printed);
        const auto read = parse_criterion(printed);
        REQUIRE_MESSAGE(read.has_value(), (read ? "" : read.error().message()));
        REQUIRE(*read == made);
        REQUIRE(read->quantifier.needed == made.quantifier.needed);  // not part of ==
        REQUIRE(text(*read) == printed);
        REQUIRE(detail::shape_problem(made) == nullptr);
        shapes.emplace(made.quantifier.kind, made.comparison, made.reference.index());
    }
    // 6 quantifiers, with 5 comparisons against a number, a mask or a series, ~ and in against one kind or a
    // mask each, and improves: nothing of the grammar was left out.
    CHECK(shapes.size() == 6 * (5 * 3 + 2 + 2 + 1));
}

TEST_CASE(
    "a criterion made in code has the shape of the grammar exactly where its text reads back as itself") {
    goalpost::test::Random random(42);
    int misshapen = 0;
    for (int i = 0; i < 3000; ++i) {
        auto made = goalpost::test::random_criterion(random);
        switch (random.between(0, 7)) {
            case 0: made.comparison = static_cast<Comparison>(random.between(0, 7)); break;
            case 1: made.quantifier.group.clear(); break;
            case 2: made.measure.since.reset(); break;
            case 3: made.measure.name.clear(); break;
            case 4:
                if (auto* number = std::get_if<NumberReference>(&made.reference)) number->tolerance.reset();
                break;
            case 5:
                if (auto* series = std::get_if<SeriesReference>(&made.reference)) series->measure.of.reset();
                break;
            case 6:
                if (auto* range = std::get_if<RangeReference>(&made.reference))
                    std::swap(range->low, range->high);
                break;
            default:
                if (made.measure.of) made.measure.of->indicator.clear();
                break;
        }
        const auto printed = text(made);
        CAPTURE(printed);
        const auto read = parse_criterion(printed);
        const bool reads_back = read && *read == made;
        REQUIRE((detail::shape_problem(made) != nullptr) == !reads_back);
        misshapen += reads_back ? 0 : 1;
    }
    CHECK(misshapen > 500);
}

TEST_CASE("digits count: 10 % and 10.0 % are two criteria that say the same") {
    CHECK(criterion("level >= 10 %") != criterion("level >= 10.0 %"));
    CHECK(criterion("level >= 10 %") != criterion("level > 10 %"));
    CHECK(criterion("level ~ 3 % ± 1 pp") != criterion("level ~ 3 % ± 1 % of it"));
    CHECK(criterion("growth > growth(of x)") != criterion("growth > growth(of x) + 0 pp"));
}
