// SPDX-License-Identifier: BSL-1.0
// The job as a careful programmer writes it for just these files: plain columns, a dense cube of figures, one
// loop. See README.md beside this file. What took how long goes to standard error.
#include <algorithm>
#include <boost/multiprecision/cpp_dec_float.hpp>
#include <boost/multiprecision/cpp_int.hpp>
#include <chrono>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <limits>
#include <numeric>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "baseline/columns.hpp"
#include "baseline/targets.hpp"

namespace {

__extension__ using int128 = __int128;
namespace mp = boost::multiprecision;
using baseline::Cells;
using baseline::for_each_line;
using baseline::Kind;
using baseline::Targets;
using baseline::year_of;

constexpr std::int64_t missing = std::numeric_limits<std::int64_t>::min();

/// The figures of each target in ten-thousandths, or what stands for them.
template <class Figure>
struct Figures {
    std::vector<Figure> due, before, base, other, other_before;
};

template <class Figure>
Figure figure_of(std::int64_t ten_thousandths) {
    if constexpr (std::is_same_v<Figure, double>)
        return ten_thousandths == missing ? NAN : static_cast<double>(ten_thousandths) / 10'000;
    else
        return ten_thousandths;
}

bool is_missing(double figure) { return std::isnan(figure); }
bool is_missing(std::int64_t figure) { return figure == missing; }

/// `ids` are those of the targets, `names` those of the data.
template <class Figure>
Figures<Figure> look_up(const Targets& targets, baseline::Columns& data, const baseline::Names& ids,
                        std::string_view indicators) {
    std::vector<std::uint32_t> name_of(ids.size());
    std::uint32_t other = 0;
    auto ids_again = ids;
    for_each_line(indicators, [&](std::string_view line) {
        Cells cell(line);
        const auto id = cell();
        const auto number = ids_again.number(id);
        if (number < name_of.size()) name_of[number] = data.indicators.number(cell());
        if (id == "gdp") other = name_of[number];
    });
    const auto years = data.periods.size();
    std::vector<std::uint32_t> before(years), quarters(years * 4);
    std::vector<std::string> made_up;  // names of periods, so that views into them stay
    made_up.reserve(years * 5);
    for (std::size_t i = 0; i < years; ++i) {
        const auto year = year_of(data.periods[i]);
        before[i] = data.periods.number(made_up.emplace_back(std::to_string(year - 1)));
        for (std::size_t q = 0; q < 4; ++q)
            quarters[i * 4 + q] = data.periods.number(
                made_up.emplace_back(std::to_string(year) + "-Q" + static_cast<char>('1' + q)));
    }
    const auto periods = data.periods.size();
    const auto every = data.indicators.size();
    std::vector<Figure> cube(data.scopes.size() * every * periods, figure_of<Figure>(missing));
    for (std::size_t i = 0; i < data.value.size(); ++i)
        cube[(data.scope[i] * every + data.indicator[i]) * periods + data.period[i]] =
            figure_of<Figure>(data.value[i]);

    Figures<Figure> found;
    const auto count = targets.id.size();
    for (auto* column : {&found.due, &found.before, &found.base, &found.other, &found.other_before})
        column->resize(count);
    for (std::size_t i = 0; i < count; ++i) {
        const auto due = targets.due[i];
        const auto at = [&](std::uint32_t indicator, std::uint32_t period) {
            return cube[(targets.scope[i] * every + indicator) * periods + period];
        };
        const auto own = name_of[targets.indicator[i]];
        auto figure = at(own, due);
        if (is_missing(figure)) {
            figure = 0;
            for (std::size_t q = 0; q < 4; ++q) {
                const auto part = at(own, quarters[due * 4 + q]);
                if (is_missing(part)) {
                    figure = part;
                    break;
                }
                figure += part;
            }
        }
        found.due[i] = figure;
        found.before[i] = at(own, before[due]);
        found.base[i] = at(own, targets.base_period[i]);
        found.other[i] = at(other, due);
        found.other_before[i] = at(other, before[due]);
    }
    return found;
}

struct Judged {
    std::vector<std::uint8_t> met, near;  // 2: none
    std::vector<double> completion, progress, growth;
};

/// Verdicts of doubles: what is measured against.
struct Doubles {
    using Figure = double;
    static double line(std::int64_t number) { return static_cast<double>(number) / 10'000; }
    static bool near(double y, std::int64_t number) { return y / line(number) >= 0.95; }
    static bool level(double y, std::int64_t number, bool equal_will_do) {
        return equal_will_do ? y >= line(number) : y > line(number);
    }
    static bool growth(double y, double before, std::int64_t rate) {
        return y / before - 1 >= line(rate) / 100;
    }
    static bool annual_growth(double y, double base, int years, std::int64_t rate) {
        const double factor = 1 + line(rate) / 100;
        double power = factor;
        for (int i = 1; i < years; ++i)
            power *= factor;
        return y / base >= power;
    }
    static bool faster(double y, double before, double other, double other_before) {
        return y / before > other / other_before;
    }
};

/// Verdicts of integers multiplied out; enough for figures below 10^12 and four years.
struct Integers {
    using Figure = std::int64_t;
    static constexpr int128 one = 1'000'000;  // a rate of 100 %
    static bool near(Figure y, std::int64_t number) { return int128{y} * 100 >= int128{number} * 95; }
    static bool level(Figure y, std::int64_t number, bool equal_will_do) {
        return equal_will_do ? y >= number : y > number;
    }
    static bool growth(Figure y, Figure before, std::int64_t rate) {
        return y * one >= before * (one + rate);
    }
    static bool annual_growth(Figure y, Figure base, int years, std::int64_t rate) {
        int128 left = y;
        int128 right = base;
        for (int i = 0; i < years; ++i) {
            left *= one;
            right *= one + rate;
        }
        return left >= right;
    }
    static bool faster(Figure y, Figure before, Figure other, Figure other_before) {
        return int128{y} * other_before > int128{other} * before;
    }
};

/// Verdicts of a type for exact or long numbers, written as one writes them for doubles.
template <class Number>
struct Numbers {
    using Figure = std::int64_t;
    static Number of(std::int64_t number) { return Number(number) / 10'000; }
    static bool near(Figure y, std::int64_t number) { return Number(of(y) / of(number)) >= Number(95) / 100; }
    static bool level(Figure y, std::int64_t number, bool equal_will_do) {
        return equal_will_do ? of(y) >= of(number) : of(y) > of(number);
    }
    static bool growth(Figure y, Figure before, std::int64_t rate) {
        return Number(of(y) / of(before) - 1) >= Number(of(rate) / 100);
    }
    static bool annual_growth(Figure y, Figure base, int years, std::int64_t rate) {
        const Number factor = 1 + of(rate) / 100;
        Number power = factor;
        for (int i = 1; i < years; ++i)
            power *= factor;
        return Number(of(y) / of(base)) >= power;
    }
    static bool faster(Figure y, Figure before, Figure other, Figure other_before) {
        return Number(of(y) / of(before)) > Number(of(other) / of(other_before));
    }
};

template <class Rules>
Judged judge(const Targets& targets, const Figures<typename Rules::Figure>& figures) {
    const auto count = targets.id.size();
    Judged made;
    made.met.assign(count, 2);
    made.near.assign(count, 2);
    for (auto* column : {&made.completion, &made.progress, &made.growth})
        column->assign(count, NAN);
    for (std::size_t i = 0; i < count; ++i) {
        const auto y = figures.due[i];
        const auto before = figures.before[i];
        const auto base = figures.base[i];
        const auto number = targets.number[i];
        if (is_missing(y)) continue;
        const auto shown = static_cast<double>(y);
        if (!is_missing(before)) made.growth[i] = shown / static_cast<double>(before) - 1;
        switch (targets.kind[i]) {
            case Kind::at_least:
            case Kind::more_than: {
                made.met[i] = Rules::level(y, number, targets.kind[i] == Kind::at_least);
                made.near[i] = Rules::near(y, number);
                double line = static_cast<double>(number);
                double from = static_cast<double>(targets.base[i]);
                if constexpr (std::is_same_v<typename Rules::Figure, double>) {
                    line /= 10'000;
                    from /= 10'000;
                }
                made.completion[i] = shown / line;
                made.progress[i] = (shown - from) / (line - from);
                break;
            }
            case Kind::growth:
                if (!is_missing(before)) made.met[i] = Rules::growth(y, before, number);
                break;
            case Kind::annual_growth:
                if (!is_missing(base)) made.met[i] = Rules::annual_growth(y, base, targets.years[i], number);
                break;
            case Kind::faster:
                if (!is_missing(before) && !is_missing(figures.other[i]) &&
                    !is_missing(figures.other_before[i]))
                    made.met[i] = Rules::faster(y, before, figures.other[i], figures.other_before[i]);
                break;
        }
    }
    return made;
}

/// Marks as doubles, or to 18 digits behind the point where the verdicts are exact.
template <class Rules>
auto marks_of(const Judged& judged, const Targets& targets, const Figures<typename Rules::Figure>& figures,
              std::size_t i) {
    const bool level = targets.kind[i] == Kind::at_least || targets.kind[i] == Kind::more_than;
    if constexpr (std::is_same_v<typename Rules::Figure, double>) {
        const double share = judged.met[i] == 1 ? 1 : level ? std::min(judged.completion[i], 1.0) : 0;
        return share * static_cast<double>(targets.weight[i]);
    } else {
        constexpr int128 full = 1'000'000'000'000'000'000;
        const int128 share = judged.met[i] == 1 ? full
                             : level            ? std::min(figures.due[i] * full / targets.number[i], full)
                                                : 0;
        return share * targets.weight[i];
    }
}

template <class Rules>
void write_cards(const Judged& judged, const Targets& targets,
                 const Figures<typename Rules::Figure>& figures) {
    using Marks = decltype(marks_of<Rules>(judged, targets, figures, 0));
    struct Card {
        int achieved = 0;
        int missed = 0;
        Marks earned = 0;
        std::int64_t weight = 0;
        Marks score = 0;
    };
    std::vector<Card> cards(targets.units.size());
    for (std::size_t i = 0; i < targets.id.size(); ++i) {
        if (judged.met[i] == 2) continue;
        auto& card = cards[targets.unit[i]];
        ++(judged.met[i] == 1 ? card.achieved : card.missed);
        card.earned += marks_of<Rules>(judged, targets, figures, i);
        card.weight += targets.weight[i];
    }
    for (auto& card : cards) {
        if (card.weight > 0) card.score = card.earned / static_cast<Marks>(card.weight);
    }
    std::vector<std::size_t> order(cards.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order,
                             [&](std::size_t a, std::size_t b) { return cards[a].score > cards[b].score; });
    std::puts("unit,achieved,missed,score,place");
    std::size_t place = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        const auto& card = cards[order[i]];
        if (i == 0 || card.score != cards[order[i - 1]].score) place = i + 1;
        const auto name = targets.units[order[i]];
        const double scale = std::is_same_v<Marks, double> ? 100 : 1e-16;
        std::printf("%.*s,%d,%d,%.12f,%zu\n", static_cast<int>(name.size()), name.data(), card.achieved,
                    card.missed, static_cast<double>(card.score) * scale, place);
    }
}

void write_verdicts(const char* path, const Judged& judged, const Targets& targets) {
    std::FILE* file = std::fopen(path, "w");
    if (file == nullptr) throw std::runtime_error(std::string("cannot write ") + path);
    constexpr const char* words[] = {"0", "1", ""};
    std::fputs("id,met,near\n", file);
    for (std::size_t i = 0; i < targets.id.size(); ++i)
        std::fprintf(file, "%.*s,%s,%s\n", static_cast<int>(targets.id[i].size()), targets.id[i].data(),
                     words[judged.met[i]], words[judged.near[i]]);
    std::fclose(file);
}

template <class Rules>
void run(char** files, const char* verdicts) {
    using Clock = std::chrono::steady_clock;
    auto begin = Clock::now();
    const auto lap = [&](const char* what) {
        const auto now = Clock::now();
        std::fprintf(stderr, "%s %.6f\n", what, std::chrono::duration<double>(now - begin).count());
        begin = now;
    };
    const baseline::MappedFile observations(files[0]);
    const baseline::MappedFile target_file(files[1]);
    const baseline::MappedFile indicators(files[2]);
    auto data = baseline::load_columns<false>(observations.text());
    baseline::Names ids;
    const auto targets = load_targets(target_file.text(), data, ids);
    lap("load");
    const auto figures = look_up<typename Rules::Figure>(targets, data, ids, indicators.text());
    lap("look_up");
    const auto judged = judge<Rules>(targets, figures);
    lap("judge");
    write_cards<Rules>(judged, targets, figures);
    lap("cards");
    if (verdicts != nullptr) write_verdicts(verdicts, judged, targets);
}

}  // namespace

int main(int argc, char** argv) try {
    const std::string_view how = argc > 1 ? argv[1] : "";
    const bool with_verdicts = argc == 7 && std::string_view(argv[5]) == "--verdicts";
    const char* verdicts = with_verdicts ? argv[6] : nullptr;
    if (argc != 5 && !with_verdicts) {
        std::fputs(
            "usage: peer_by_hand double|integer|cpp_rational|cpp_dec_float OBSERVATIONS TARGETS "
            "INDICATORS [--verdicts FILE]\n",
            stderr);
        return 2;
    }
    if (how == "double") {
        run<Doubles>(argv + 2, verdicts);
    } else if (how == "integer") {
        run<Integers>(argv + 2, verdicts);
    } else if (how == "cpp_rational") {
        run<Numbers<mp::cpp_rational>>(argv + 2, verdicts);
    } else if (how == "cpp_dec_float") {
        run<Numbers<mp::cpp_dec_float_50>>(argv + 2, verdicts);
    } else {
        std::fputs("peer_by_hand: no such numbers\n", stderr);
        return 2;
    }
    return 0;
} catch (const std::exception& error) {
    std::fprintf(stderr, "peer_by_hand: %s\n", error.what());
    return 2;
}
