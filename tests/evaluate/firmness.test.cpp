// SPDX-License-Identifier: BSL-1.0
// Certainty, and what must hold for any figures: properties over random plans, with fixed seeds.
#include <doctest/doctest.h>

#include <algorithm>
#include <functional>

#include "support/case.hpp"
#include "support/random.hpp"

using namespace goalpost;
using goalpost::test::Case;
using goalpost::test::Random;
using goalpost::test::verdict_text;

namespace {

constexpr auto flow = IndicatorKind::flow;
constexpr auto stock = IndicatorKind::stock;
constexpr auto ratio = IndicatorKind::ratio;

/// One figure and the true values that its digits stand for.
struct Printed {
    Decimal digits;
    std::vector<Ratio> true_values() const {
        const Ratio half = Ratio(1) / Ratio(2) / Ratio(10).power(static_cast<unsigned>(digits.places()));
        const Ratio inside = half * Ratio::of(999'999'999, 1'000'000'000);
        const Ratio value = digits;
        // Half away from zero: the end that is nearer to zero belongs to it.
        return {value - (digits.sign() > 0 ? half : inside), value,
                value + (digits.sign() < 0 ? half : inside)};
    }
};

std::string measured(const Case& c, int places) {
    const auto evaluation = c.judge();
    return evaluation.figures(evaluation.assessments()[0]).measured.shown().fixed(places);
}

/// A measure of two figures as a formula of its own, and how a case is made that measures it.
struct Subject {
    const char* name;
    std::function<Case(const std::string& criterion, Decimal now, Decimal before)> make;
    std::function<bool(const Ratio& now, const Ratio& before, const Ratio& line, bool strict)> holds;
    const char* criterion;  ///< up to the comparison
    const char* unit;
    int line_places;
};

bool reaches(const Ratio& value, const Ratio& line, bool strict) {
    return strict ? value > line : value >= line;
}

const std::vector<Subject>& subjects() {
    static const std::vector<Subject> all = {
        {"level of a ratio",
         [](const std::string& criterion, Decimal now, Decimal) {
             return Case()
                 .indicator("x", "%", ratio)
                 .target(criterion, "2024")
                 .observe("x", "2024", "share", now.text(), "%");
         },
         [](const Ratio& now, const Ratio&, const Ratio& line, bool strict) {
             return reaches(now, line, strict);
         },
         "level", "%", 1},
        {"growth of levels",
         [](const std::string& criterion, Decimal now, Decimal before) {
             return Case()
                 .indicator("x", "亿元", flow)
                 .target(criterion, "2024")
                 .observe("x", "2023", "level", before.text(), "亿元")
                 .observe("x", "2024", "level", now.text(), "亿元");
         },
         [](const Ratio& now, const Ratio& before, const Ratio& line, bool strict) {
             return reaches(now * Ratio(100), before * (Ratio(100) + line), strict);
         },
         "growth", "%", 0},
        {"share of two levels",
         [](const std::string& criterion, Decimal now, Decimal before) {
             return Case()
                 .indicator("x", "亿元", flow)
                 .indicator("y", "亿元", flow)
                 .target(criterion, "2024")
                 .observe("x", "2024", "level", now.text(), "亿元")
                 .observe("y", "2024", "level", before.text(), "亿元");
         },
         [](const Ratio& now, const Ratio& before, const Ratio& line, bool strict) {
             return reaches(now * Ratio(100), before * line, strict);
         },
         "share(of y)", "%", 0},
        {"average annual growth over three years",
         [](const std::string& criterion, Decimal now, Decimal before) {
             return Case()
                 .horizon("2022/2024")
                 .indicator("x", "亿元", flow)
                 .target(criterion, "2024")
                 .observe("x", "2021", "level", before.text(), "亿元")
                 .observe("x", "2024", "level", now.text(), "亿元");
         },
         [](const Ratio& now, const Ratio& before, const Ratio& line, bool strict) {
             return reaches(now * Ratio(1'000'000), before * (Ratio(100) + line).power(3), strict);
         },
         "annual_growth(since 2021)", "%", 1},
        {"change",
         [](const std::string& criterion, Decimal now, Decimal before) {
             return Case()
                 .indicator("x", "%", ratio)
                 .target(criterion, "2024")
                 .observe("x", "2023", "share", before.text(), "%")
                 .observe("x", "2024", "share", now.text(), "%");
         },
         [](const Ratio& now, const Ratio& before, const Ratio& line, bool strict) {
             return reaches(now - before, line, strict);
         },
         "change", "pp", 1},
    };
    return all;
}

}  // namespace

TEST_CASE("a firm verdict is that of every true value, one that rests on rounding is turned by some") {
    Random random(20240501);
    int firm = 0;
    int resting = 0;
    for (const auto& subject : subjects()) {
        CAPTURE(std::string(subject.name));
        const std::string asked(subject.criterion);
        for (int i = 0; i < 60; ++i) {
            const bool fine = random.chance(2);
            const Decimal now(random.between(fine ? 900 : 90, fine ? 1300 : 130), fine ? 1 : 0);
            const Decimal before(random.between(1000, 1080), 1);
            // A line that is near what was measured, or on it.
            const auto near =
                Decimal::parse(
                    measured(subject.make(asked + " >= 0 " + subject.unit, now, before), subject.line_places))
                    .value();
            const Decimal line(near.units() + random.between(-1, 1), near.places());
            const bool strict = random.chance(2);
            const auto criterion = asked + (strict ? " > " : " >= ") + line.text() + " " + subject.unit;
            const auto c = subject.make(criterion, now, before);
            CAPTURE(criterion);
            CAPTURE(now.text());
            CAPTURE(before.text());
            const auto evaluation = c.judge();
            const auto& codes = evaluation.assessments()[0];
            const bool as_printed = subject.holds(now, before, line, strict);
            REQUIRE(codes.outcome == (as_printed ? Outcome::met : Outcome::not_met));
            bool turned = false;
            for (const auto& true_now : Printed{now}.true_values()) {
                for (const auto& true_before : Printed{before}.true_values())
                    turned = turned || subject.holds(true_now, true_before, line, strict) != as_printed;
            }
            REQUIRE(codes.certainty == (turned ? Certainty::rests_on_rounding : Certainty::firm));
            ++(turned ? resting : firm);
        }
    }
    CHECK(firm > 50);
    CHECK(resting > 50);
}

TEST_CASE("loosening a criterion never turns met into not met") {
    Random random(7);
    const auto met = [](const std::string& criterion, const std::string& value, Better better) {
        auto c = Case().indicator("x", "%", ratio, better).target(criterion, "2024");
        return c.observe("x", "2024", "share", value, "%").judge().assessments()[0].outcome == Outcome::met;
    };
    int turned = 0;
    for (int i = 0; i < 150; ++i) {
        const auto value = Decimal(random.between(-40, 40), 1).text();
        const auto line = random.between(-40, 40);
        const auto looser = line - random.between(1, 20);
        const auto tight = random.between(0, 20);
        const auto wide = tight + random.between(1, 20);
        const Better better = random.pick({Better::higher, Better::lower, Better::neither});
        const auto number = [](std::int64_t tenths) { return Decimal(tenths, 1).text(); };
        const std::pair<std::string, std::string> steps[] = {
            {"level > " + number(line) + " %", "level >= " + number(line) + " %"},
            {"level >= " + number(line) + " %", "level >= " + number(looser) + " %"},
            {"level < " + number(looser) + " %", "level <= " + number(looser) + " %"},
            {"level <= " + number(looser) + " %", "level <= " + number(line) + " %"},
            {"level = " + number(line) + " %", "level ~ " + number(line) + " % ± " + number(tight) + " pp"},
            {"level ~ " + number(line) + " % ± " + number(tight) + " pp",
             "level ~ " + number(line) + " % ± " + number(wide) + " pp"},
            {"level in [" + number(looser) + ", " + number(line) + "] %",
             "level in [" + number(looser - tight) + ", " + number(line + wide) + "] %"},
        };
        for (const auto& step : steps) {
            const auto& tighter = step.first;
            const auto& wider = step.second;
            CAPTURE(std::string(tighter + " | " + wider));
            CAPTURE(value);
            const bool before = met(tighter, value, better);
            const bool after = met(wider, value, better);
            REQUIRE((!before || after));
            if (before != after) ++turned;
        }
    }
    CHECK(turned > 50);
}

TEST_CASE("turned upside down, every verdict stays the same") {
    Random random(11);
    const std::pair<const char*, const char*> comparisons[] = {
        {">=", "<="}, {">", "<"}, {"<=", ">="}, {"<", ">"}, {"=", "="}};
    for (int i = 0; i < 120; ++i) {
        const auto& [up, down] = random.pick(comparisons);
        const bool final = random.chance(2);
        const auto build = [&](int sign, const char* comparison, Better better, std::int64_t line,
                               std::int64_t base, std::int64_t now) {
            auto c = Case().horizon("2021/2025").indicator("x", "%", ratio, better);
            c.target(std::string("level ") + comparison + " " + Decimal(sign * line, 1).text() + " %",
                     "2025");
            c.observe("x", "2020", "share", Decimal(sign * base).text(), "%");
            return c.observe("x", final ? "2025" : "2023", "share", Decimal(sign * now).text(), "%");
        };
        const auto line = random.between(-50, 50);
        const auto base = random.between(-5, 5);
        const auto now = random.between(-5, 5);
        const auto one = build(1, up, Better::higher, line, base, now);
        const auto other = build(-1, down, Better::lower, line, base, now);
        CAPTURE(line);
        CAPTURE(base);
        CAPTURE(now);
        REQUIRE(one.verdict() == other.verdict());
        REQUIRE(one.figure(&Figures::progress) == other.figure(&Figures::progress));
        REQUIRE(one.figure(&Figures::pace) == other.figure(&Figures::pace));
    }
}

TEST_CASE("the unit that a flow is printed in changes no verdict") {
    Random random(13);
    for (int i = 0; i < 60; ++i) {
        const auto line = random.between(1, 400);
        const auto first = random.between(1, 250);
        const auto second = random.between(1, 250);
        const bool whole = random.chance(2);
        const auto comparison = random.pick({" >= ", " <= ", " > ", " = "});
        std::vector<std::string> verdicts;
        for (const auto* unit : {"元", "万元", "亿元", "万亿元"}) {
            auto c =
                Case()
                    .indicator("x", unit, flow)
                    .target("level" + std::string(comparison) + Decimal(line).text() + " " + unit, "2024");
            c.observe("x", "2024-H1", "level", Decimal(first, 1).text(), unit);
            if (whole) c.observe("x", "2024-H2", "level", Decimal(second, 1).text(), unit);
            verdicts.push_back(c.verdict() + " " + c.figure(&Figures::pace));
        }
        CAPTURE(verdicts[0]);
        REQUIRE(std::ranges::count(verdicts, verdicts[0]) == 4);
    }
}

TEST_CASE("figures outside the evidence change nothing") {
    Random random(17);
    const auto plain = [] {
        auto c = Case()
                     .horizon("2021/2025")
                     .indicator("x", "亿元", flow)
                     .indicator("y", "亿元", flow)
                     .as_of("2024-12-31");
        c.target("level >= 100 亿元", "2024").base("2020", "50").target("growth > growth(of y)", "2024");
        c.target("share(of y) >= 20 %", "2025").target("every year: level >= 10 亿元", "2021/2025");
        for (const auto* year : {"2021", "2022", "2023", "2024"})
            c.observe("x", year, "level", "90", "亿元").observe("y", year, "level", "300", "亿元");
        return c;
    };
    const auto verdicts = [](const Case& c) {
        std::string text;
        const auto evaluation = c.judge();
        for (const auto& codes : evaluation.assessments())
            text += verdict_text(codes) + " " +
                    goalpost::test::figure_text(evaluation.figures(codes).measured) + "\n";
        return text;
    };
    const auto expected = verdicts(plain());
    for (int i = 0; i < 40; ++i) {
        auto c = plain();
        const auto year = std::to_string(random.between(2018, 2027));
        const auto value = std::to_string(random.between(1, 1000));
        switch (random.between(1, 4)) {
            case 1: c.observe("z", year, "level", value, "亿元"); break;
            case 2: c.observe_in("别处", "x", year, "level", value, "亿元"); break;
            case 3: c.observe("x", year, "completion", value, "%"); break;
            default:
                c.observe("x", std::to_string(random.between(2025, 2027)), "level", value, "亿元");
                break;
        }
        std::swap(c.rows.front(), c.rows.back());  // nor does the order of the rows
        REQUIRE(verdicts(c) == expected);
    }
}

TEST_CASE("counts are exact, everything else was rounded") {
    const auto certainty = [](const char* criterion, const char* unit, IndicatorKind kind,
                              const char* value) {
        auto c = Case()
                     .indicator("x", unit, kind)
                     .target(criterion, "2024")
                     .observe("x", "2024", "level", value, unit);
        return c.judge().assessments()[0].certainty;
    };
    CHECK(certainty("level >= 300 家", "家", stock, "300") == Certainty::firm);
    CHECK(certainty("level >= 300 亿元", "亿元", flow, "300") == Certainty::rests_on_rounding);
    CHECK(certainty("level >= 300 亿元", "亿元", flow, "300.6") == Certainty::firm);
    CHECK(certainty("level >= 14450 家", "万家", stock, "1.45") == Certainty::firm);  // [14450, 14550)
    CHECK(certainty("level > 14450 家", "万家", stock, "1.45") == Certainty::rests_on_rounding);
    CHECK(certainty("level < 14550 家", "万家", stock, "1.45") == Certainty::firm);
    CHECK(certainty("level >= 12 人年", "人年", flow, "12") == Certainty::rests_on_rounding);
}
