// SPDX-License-Identifier: BSL-1.0
#include "goalpost/rollup/scoring_rules.hpp"

#include <doctest/doctest.h>

#include <cstddef>
#include <optional>
#include <string_view>
#include <vector>

#include "support/case.hpp"
#include "support/random.hpp"

using namespace goalpost;

namespace {

/// What a floor of `plan` finds of `actual`, for ten marks.
Performance floor_of(int plan, int actual) {
    Performance made;
    made.outcome = actual >= plan ? Outcome::met : Outcome::not_met;
    made.status = actual >= plan ? Status::achieved : Status::missed;
    made.reason = Reason::none;
    made.completion = Ratio(actual) / Ratio(plan);
    made.gap = Ratio(actual - plan);
    made.full = 10;
    return made;
}

/// A growth target missed or beaten by so many tenths of a point, for ten marks.
Performance growth_by(int tenths) {
    Performance made = floor_of(1, tenths >= 0 ? 1 : 0);
    made.completion.reset();
    made.gap = Ratio::of(tenths, 1000);
    return made;
}

Performance open(Reason reason) {
    Performance made;
    made.reason = reason;
    made.full = 10;
    return made;
}

Ratio number(std::string_view text) { return Ratio::parse(text).value(); }

}  // namespace

TEST_CASE("all or nothing, and by completion") {
    CHECK(*scoring::AllOrNothing{}(floor_of(300, 300)) == Ratio(10));
    CHECK(*scoring::AllOrNothing{}(floor_of(300, 299)) == Ratio(0));
    CHECK(*scoring::Proportional{}(floor_of(300, 270)) == Ratio(9));
    CHECK(*scoring::Proportional{}(floor_of(300, 360)) == Ratio(10));  // more than full marks is a bonus's
    auto negative = floor_of(300, 0);
    negative.completion = Ratio::of(-1, 5);
    CHECK(*scoring::Proportional{}(negative) == Ratio(0));
    CHECK(scoring::Proportional{}(growth_by(-3)).error() == Reason::not_applicable_figure);
    CHECK(*scoring::usual()(growth_by(-3)) == Ratio(0));
    CHECK(*scoring::usual()(growth_by(0)) == Ratio(10));
    CHECK(*scoring::usual()(floor_of(300, 270)) == Ratio(9));
}

TEST_CASE("without a verdict there are no marks, which is not 0 marks") {
    for (const auto reason : {Reason::missing_observation, Reason::not_due, Reason::masked_target}) {
        CHECK(scoring::AllOrNothing{}(open(reason)).error() == reason);
        CHECK(scoring::Proportional{}(open(reason)).error() == reason);
        CHECK(scoring::Deduction{}(open(reason)).error() == reason);
        CHECK(scoring::Bonus{}(open(reason)).error() == reason);
        CHECK(scoring::Floor{}(open(reason)).error() == reason);
        CHECK(scoring::Cap{}(open(reason)).error() == reason);
        CHECK(scoring::GrowthGap{}(open(reason)).error() == reason);
        CHECK(scoring::usual()(open(reason)).error() == reason);
    }
    // Unless the rule says that what is done so far counts.
    auto so_far = open(Reason::not_due);
    so_far.completion = number("0.692");
    CHECK(*scoring::Proportional{true}(so_far) == number("6.92"));
    CHECK(scoring::Proportional{true}(open(Reason::not_due)).error() == Reason::not_applicable_figure);
    CHECK(scoring::Proportional{true}(open(Reason::missing_observation)).error() ==
          Reason::missing_observation);
    CHECK(scoring::FirstOf{}(floor_of(1, 1)).error() == Reason::not_applicable_figure);
}

TEST_CASE("a deduction for each unit short") {
    const scoring::Deduction half{.per = 1, .marks = Ratio::of(1, 2)};  // 每少1家扣0.5分
    CHECK(*half(floor_of(300, 297)) == number("8.5"));
    CHECK(*half(floor_of(300, 200)) == Ratio(0));  // never under 0
    CHECK(*half(floor_of(300, 400)) == Ratio(10));
    // For each point of completion short: 270 of 300 is ten points.
    const scoring::Deduction by_rate{
        .per = Ratio::of(1, 100), .marks = Ratio::of(3, 10), .distance = scoring::Distance::completion};
    CHECK(*by_rate(floor_of(300, 270)) == Ratio(7));
    CHECK(by_rate(growth_by(-5)).error() == Reason::not_applicable_figure);
    // Each two that are missing, a begun two like a whole one: 3 short.
    auto rule = scoring::Deduction{.per = 2, .marks = 1, .steps = scoring::Steps::started};
    CHECK(*rule(floor_of(300, 297)) == Ratio(8));
    rule.steps = scoring::Steps::completed;
    CHECK(*rule(floor_of(300, 297)) == Ratio(9));
    rule.steps = scoring::Steps::exact;
    CHECK(*rule(floor_of(300, 297)) == number("8.5"));
    // Where less is better, short is above.
    auto cap = floor_of(300, 299);
    cap.upwards = false;
    cap.gap = Ratio(4);
    CHECK(*half(cap) == Ratio(8));
}

TEST_CASE("what has to be exactly so much is missed on either side") {
    const scoring::Deduction half{.per = 1, .marks = Ratio::of(1, 2)};
    auto cleared = test::Case().indicator("隐患", "个", IndicatorKind::stock, Better::lower);
    cleared.target("level = 0 个", "2024").observe("隐患", "2024", "cumulative", "5", "个");
    const auto evaluation = cleared.judge();
    CHECK(*half(performance_of(evaluation, evaluation.assessments()[0], 10)) == number("7.5"));
    auto exactly = floor_of(300, 299);
    exactly.both_sides = true;
    exactly.gap = Ratio(3);
    CHECK(*half(exactly) == number("8.5"));
    exactly.gap = Ratio(-3);
    CHECK(*half(exactly) == number("8.5"));
    auto far = exactly;
    far.completion = Ratio::of(6, 5);
    CHECK(*scoring::Deduction{.per = Ratio::of(1, 10), .distance = scoring::Distance::completion}(far) ==
          Ratio(8));
    CHECK(scoring::Proportional{}(far).error() == Reason::not_applicable_figure);
    auto growth = growth_by(-10);
    growth.both_sides = true;
    growth.gap = Ratio::of(1, 100);  // one point above what it had to be
    CHECK(*scoring::GrowthGap{}(growth) == number("7.5"));
}

TEST_CASE("both sides are told by what the criterion accepts") {
    const auto performance = [](const char* criterion, Better better) {
        auto one = test::Case().indicator("x", "家", IndicatorKind::flow, better).target(criterion, "2024");
        const auto evaluation = one.observe("x", "2024", "level", "9", "家").judge();
        return performance_of(evaluation, evaluation.assessments()[0]);
    };
    CHECK(performance("level = 3 家", Better::higher).both_sides);
    CHECK(performance("level ~ 3 家 ± 1 家", Better::neither).both_sides);
    CHECK(performance("level in [2, 3] 家", Better::neither).both_sides);
    CHECK(*performance("level ~ 3 家 ± 1 家", Better::neither).ahead() == Ratio(-6));
    CHECK_FALSE(performance("level ~ 3 家 ± 1 家", Better::higher).both_sides);
    CHECK_FALSE(performance("level <= 3 家", Better::lower).both_sides);
    CHECK_FALSE(performance("level >= 3 家", Better::higher).both_sides);
}

TEST_CASE("people decided that it is missed: the figure beyond the line tells no marks") {
    auto decided = floor_of(300, 330);
    decided.outcome = Outcome::not_met;
    const std::vector<AnyScoringRule> rules{scoring::Deduction{},
                                            scoring::Deduction{.distance = scoring::Distance::completion},
                                            scoring::Proportional{}, scoring::GrowthGap{}};
    for (const auto& rule : rules)
        CHECK(rule(decided).error() == Reason::not_applicable_figure);
    CHECK(*scoring::usual()(decided) == Ratio(0));
    decided.gap = Ratio(0);  // `> 300 家`, and 300 of them
    CHECK(*scoring::Deduction{}(decided) == Ratio(10));
    // And short of it, the figure does.
    auto short_of = floor_of(300, 297);
    CHECK(*scoring::Deduction{}(short_of) == Ratio(7));
}

TEST_CASE("a bonus for each unit beyond, up to a limit") {
    const scoring::Bonus bonus{.per = 10, .marks = Ratio::of(1, 10), .most = Ratio::of(6, 100)};
    CHECK(*bonus(floor_of(300, 300)) == Ratio(10));
    CHECK(*bonus(floor_of(300, 325)) == number("10.25"));
    CHECK(*bonus(floor_of(300, 900)) == number("10.6"));  // 6 % of the base marks
    CHECK(*bonus(floor_of(300, 270)) == Ratio(9));        // no bonus for what is not done
    auto about = floor_of(300, 300);  // ~ 300 家 ± 5 家: met, and nothing is taken for what lies below
    about.gap = Ratio(-4);
    CHECK(*bonus(about) == Ratio(10));
    auto whole_tens = bonus;
    whole_tens.steps = scoring::Steps::completed;  // 每满10家
    CHECK(*whole_tens(floor_of(300, 325)) == number("10.2"));
    const scoring::Bonus once{.rule = scoring::AllOrNothing{}, .per = 1, .marks = 1, .most = 1};
    CHECK(*once(floor_of(300, 400)) == Ratio(20));  // at most once the base marks
    CHECK(*scoring::Cap{once, Ratio::of(11, 10)}(floor_of(300, 400)) == Ratio(11));
}

TEST_CASE("below a floor of completion there is nothing") {
    const scoring::Floor floor{};  // 60 %
    CHECK(*floor(floor_of(100, 60)) == Ratio(6));
    CHECK(*floor(floor_of(100, 59)) == Ratio(0));
    CHECK(*floor(floor_of(100, 100)) == Ratio(10));
}

TEST_CASE("growth targets: 80 % of the marks when reached, half a mark for each point") {
    const scoring::GrowthGap rule{};
    CHECK(*rule(growth_by(0)) == Ratio(8));
    CHECK(*rule(growth_by(10)) == number("8.5"));   // one point beyond
    CHECK(*rule(growth_by(-30)) == number("6.5"));  // three short
    CHECK(*rule(growth_by(400)) == Ratio(10));
    CHECK(*rule(growth_by(-400)) == Ratio(0));
    auto unknown = growth_by(0);
    unknown.gap.reset();
    CHECK(rule(unknown).error() == Reason::not_applicable_figure);
}

TEST_CASE("steps are counted however many there are") {
    auto far = floor_of(1, 0);
    far.gap = Ratio(10).power(30) * Ratio(-1) - Ratio::of(1, 2);
    far.full = Ratio(10).power(31);
    const auto left = [&](scoring::Steps steps) { return *scoring::Deduction{.steps = steps}(far); };
    CHECK(left(scoring::Steps::started) == far.full - Ratio(10).power(30) - Ratio(1));
    CHECK(left(scoring::Steps::completed) == far.full - Ratio(10).power(30));
}

TEST_CASE("a gap that is irrational enters with twelve digits, however large it is") {
    test::Case one;
    one.indicator("x", "亿元", IndicatorKind::flow).target("annual_growth(since 2020) >= 5 %", "2022");
    one.observe("x", "2020", "level", "1", "元").observe("x", "2022", "level", "2000000", "亿元");
    const auto evaluation = one.judge();
    const auto made = performance_of(evaluation, evaluation.assessments()[0]);
    // The root of 2 * 10^14, less 1.05.
    CHECK(made.gap->fixed(12) == "14142134.573730950488");
    CHECK(made.gap->rounded(12) == *made.gap);
}

TEST_CASE("a rule of one's own is any callable") {
    const AnyScoringRule square = [](const Performance& at) -> Mark {
        if (!at.completion) return Reason::not_applicable_figure;
        return at.full * *at.completion * *at.completion;
    };
    CHECK(*square(floor_of(10, 9)) == number("8.1"));
    const AnyScoringRule flat = [](const Performance& at) { return at.full / Ratio(2); };
    CHECK(*scoring::Bonus{.rule = flat, .per = 1, .marks = 1}(floor_of(10, 12)) == Ratio(7));
    CHECK(scoring::FirstOf{{square, flat}}(growth_by(1)).value() == Ratio(5));
    static_assert(!ScoringRule<int>);
    static_assert(!std::is_constructible_v<AnyScoringRule, int>);
    static_assert(std::is_nothrow_move_constructible_v<AnyScoringRule>);
    AnyScoringRule given = flat;
    const AnyScoringRule taken = std::move(given);
    CHECK(*given(growth_by(1)) == *taken(growth_by(1)));  // NOLINT: what was moved from is a rule still
}

TEST_CASE("more is never worth less, by any rule") {
    test::Random random(60);
    const AnyScoringRule rules[] = {
        scoring::AllOrNothing{},
        scoring::Proportional{},
        scoring::Deduction{.per = 3, .marks = Ratio::of(1, 4), .steps = scoring::Steps::started},
        scoring::Bonus{.rule = scoring::Floor{}, .per = 7, .marks = Ratio::of(1, 3), .most = 1},
        scoring::Cap{scoring::Bonus{}, Ratio::of(21, 20)},
        scoring::GrowthGap{}};
    for (int round = 0; round < 200; ++round) {
        const auto plan = static_cast<int>(random.between(1, 50));
        const auto actual = static_cast<int>(random.between(0, 80));
        for (const auto& rule : rules)
            CHECK(*rule(floor_of(plan, actual)) <= *rule(floor_of(plan, actual + 1)));
    }
}

TEST_CASE("a rule gives the same marks of the figures alone that it says it reads") {
    using namespace scoring;
    const Deduction far{.distance = Distance::completion};
    const std::vector<AnyScoringRule> rules{
        AllOrNothing{},
        Proportional{},
        Proportional{.before_due = true},
        Deduction{},
        far,
        GrowthGap{},
        Bonus{.most = Ratio::of(1, 2)},
        Bonus{.rule = far, .distance = Distance::completion},
        Bonus{.rule = GrowthGap{}, .per = Ratio::of(1, 10), .distance = Distance::completion},
        Floor{.rule = AllOrNothing{}},
        Floor{.rule = Deduction{}, .least = Ratio::of(19, 20)},
        Cap{.rule = Bonus{}, .most = Ratio::of(21, 20)},
        usual(),
        FirstOf{{Deduction{}, far}},
        [](const Performance& at) { return at.gap ? Mark(at.gap->abs()) : Mark(at.reason); }};
    test::Random random(20);
    std::size_t unread = 0;
    for (int n = 0; n < 400; ++n) {
        const auto actual = static_cast<int>(random.between(0, 130));
        auto whole = floor_of(100, actual);
        if (random.chance(3)) whole.outcome = static_cast<Outcome>(random.between(0, 2));
        if (whole.outcome == Outcome::undetermined)
            whole.reason = random.chance(2) ? Reason::not_due : Reason::rests_on_rounding;
        if (random.chance(3)) whole.completion.reset();
        if (random.chance(5)) whole.upwards = false;
        for (const auto& rule : rules) {
            auto verdict = whole;
            verdict.completion.reset();
            verdict.gap.reset();
            const auto read = rule.reads(verdict);
            auto part = whole;
            if (!read.completion) part.completion.reset();
            if (!read.gap) part.gap.reset();
            if (!read.gap) part.upwards = true;
            if (!read.completion || !read.gap) ++unread;
            const auto a = rule(whole);
            const auto b = rule(part);
            REQUIRE(bool(a) == bool(b));
            if (a) CHECK(*a == *b);
            if (!a) CHECK(a.error() == b.error());
        }
    }
    CHECK(unread > 400 * 10);
    const auto verdict = floor_of(100, 90);
    CHECK(rules.back().reads(verdict).completion);  // a rule that does not say may read all
    CHECK(rules.back().reads(verdict).gap);
}

TEST_CASE("performance comes out of an evaluation") {
    test::Case one;
    one.indicator("高企", "家", IndicatorKind::flow).target("level >= 300 家", "2024");
    one.target("growth >= 15 %", "2024").target("annual_growth(since 2019) >= 15 %", "2024");
    one.observe("高企", "2024", "level", "270", "家").observe("高企", "2023", "level", "250", "家");
    one.observe("高企", "2019", "level", "100", "家");
    const auto evaluation = one.judge();
    const auto at = [&](std::size_t i) {
        return performance_of(evaluation, evaluation.assessments()[i], 10);
    };
    CHECK(at(0).outcome == Outcome::not_met);
    CHECK(*at(0).completion == number("0.9"));
    CHECK(*at(0).gap == Ratio(-30));
    CHECK(at(0).full == Ratio(10));
    CHECK_FALSE(at(1).completion);
    CHECK(*at(1).gap == number("-0.07"));  // 8 % against 15 %
    // 2.7^(1/5) - 1 = 21.9755...%: beyond, with twelve digits behind the point.
    CHECK(at(2).outcome == Outcome::met);
    CHECK(at(2).gap->fixed(6) == "0.069755");
    int places = 0;
    CHECK(at(2).gap->is_finite_decimal(places));
    CHECK(places <= 12);
}

TEST_CASE("a rule reads a completion where the figures have one, under every quantifier") {
    test::Case one;
    one.horizon("2021/2022").indicator("项目", "个", IndicatorKind::flow);
    one.target("level >= 60 个", "2021/2022").target("over the plan: level >= 60 个", "2021/2022");
    one.target("every year: level >= 30 个", "2021/2022");
    one.observe("项目", "2021", "level", "29", "个").observe("项目", "2022", "level", "28", "个");
    const auto evaluation = one.judge();
    for (const auto& found : evaluation.assessments()) {
        const auto shown = evaluation.figures(found).completion;
        const auto read = performance_of(evaluation, found).completion;
        REQUIRE(bool(shown) == read.has_value());
        if (read) CHECK(*read == shown.value().rational());
    }
    const auto marks = [&](std::size_t i) {
        return scoring::usual()(performance_of(evaluation, evaluation.assessments()[i], 10)).value();
    };
    CHECK(marks(0) == number("9.5"));
    CHECK(marks(1) == number("9.5"));
    CHECK(marks(2) == Ratio(0));  // broken: 29 of 30 in one of the years is no share of it
}

TEST_CASE("about so much where less is better has no completion that a rule could read as too little") {
    test::Case one;
    one.indicator("能耗", "吨", IndicatorKind::ratio, Better::lower);
    one.target("level ~ 6 吨 ± 0.5 吨", "2024").observe("能耗", "2024", "level", "5", "吨");
    const auto evaluation = one.judge();
    const auto found = performance_of(evaluation, evaluation.assessments()[0], 10);
    CHECK(found.outcome == Outcome::met);
    CHECK_FALSE(found.completion);
    CHECK(*found.ahead() == Ratio(1));
    CHECK(*scoring::usual()(found) == Ratio(10));
}
