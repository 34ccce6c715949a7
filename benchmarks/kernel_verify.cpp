// SPDX-License-Identifier: BSL-1.0
// Holds the kernels' verdicts against Multiprecision's on many seeded random and boundary rows:
//
//     benchmark_kernel_verify [rows]          default 1,000,000; 100,000,000 takes some minutes
//
// Prints the rows of each kernel and how many of them lay on their line exactly or one unit beside it, and
// fails on the first verdict that differs. The reference multiplies out in 1024-bit integers, which hold
// every product that is made here (at most 64 * (1 + 10) + 130 bits).
#include <algorithm>
#include <array>
#include <boost/multiprecision/cpp_int.hpp>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "../tests/support/random.hpp"
#include "goalpost/kernel/kernels.hpp"

namespace {

namespace kernel = goalpost::kernel;
namespace mp = boost::multiprecision;
using goalpost::test::Random;
using kernel::Relation;
using kernel::RowOutcome;
using Wide =
    mp::number<mp::cpp_int_backend<1024, 1024, mp::signed_magnitude, mp::unchecked, void>, mp::et_off>;

constexpr std::size_t block = 4096;
constexpr Relation relations[] = {Relation::at_least, Relation::more_than, Relation::at_most,
                                  Relation::less_than, Relation::equal};

struct Draw {
    int places[5] = {};
    std::array<std::vector<std::int64_t>, 5> units;
};

Wide tens(int exponent) { return mp::pow(Wide(10), static_cast<unsigned>(exponent)); }

std::int64_t any_number(Random& random, bool tame) {
    if (tame) return static_cast<std::int64_t>(random.bits() >> random.between(1, 55)) + 1;
    switch (random.between(0, 15)) {
        case 0: return random.between(-2, 2);
        case 1: return random.chance(2) ? INT64_MIN + random.between(0, 2) : INT64_MAX - random.between(0, 2);
        case 2: return goalpost::detail::powers_of_ten[random.between(0, 18)] + random.between(-1, 1);
        default: break;
    }
    const auto number = static_cast<std::int64_t>(random.bits() >> random.between(1, 62));
    return random.chance(16) ? -number : number;
}
std::int64_t any_base(Random& random, bool tame) {
    if (random.chance(2)) return any_number(random, tame);
    const auto ten = goalpost::detail::powers_of_ten[random.between(0, 12)];
    return ten * random.between(1, 50'000);
}
std::int64_t any_rate(Random& random, int places, bool tame) {
    const auto one = goalpost::detail::powers_of_ten[places];
    if (!tame && random.chance(8)) return any_number(random, false);
    if (random.chance(2)) return random.between(-one / 2, one);
    constexpr std::int64_t hundredths[] = {-50, -25, -10, 0, 5, 10, 15, 20, 25, 50, 95, 100, 200};
    return one / 100 * random.pick(hundredths);
}

/// One kernel: where its line lies as a fraction of the first number's units, what the kernel says, and where
/// it has no verdict. `line` is where the first number of half the rows is put.
struct Subject {
    const char* name;
    int columns;
    bool rate_last;
    void (*line)(const Draw&, std::size_t row, Wide& top, Wide& bottom);
    void (*judge)(const Draw&, Relation, std::vector<RowOutcome>&);
    RowOutcome (*undefined)(const Draw&, std::size_t row);  // met where it is defined
};

kernel::Column column(const Draw& draw, std::size_t i) {
    return kernel::Column(draw.units[i], draw.places[i]);
}

/// top / bottom * 10^exponent as a fraction of whole numbers.
void scale(int exponent, Wide& top, Wide& bottom) {
    (exponent >= 0 ? top : bottom) *= tens(std::abs(exponent));
}

template <unsigned years>
void annual_line(const Draw& draw, std::size_t row, Wide& top, Wide& bottom) {
    const Wide one = tens(draw.places[2]);
    top = draw.units[1][row] * mp::pow(Wide(one + draw.units[2][row]), years);
    bottom = mp::pow(one, years);
    scale(draw.places[0] - draw.places[1], top, bottom);
}
template <unsigned years>
void annual_judge(const Draw& draw, Relation relation, std::vector<RowOutcome>& out) {
    kernel::annual_growth(column(draw, 0), column(draw, 1), years, relation, column(draw, 2), out);
}

RowOutcome growth_of(std::int64_t value, std::int64_t base) {
    if (base == 0) return RowOutcome::zero_base;
    if ((value < 0 && base > 0) || (value > 0 && base < 0)) return RowOutcome::sign_change;
    return base < 0 ? RowOutcome::negative_base : RowOutcome::met;
}
RowOutcome always(const Draw&, std::size_t) { return RowOutcome::met; }
RowOutcome of_base(const Draw& draw, std::size_t row) {
    return growth_of(draw.units[0][row], draw.units[1][row]);
}
RowOutcome of_both_bases(const Draw& draw, std::size_t row) {
    const auto own = of_base(draw, row);
    return own == RowOutcome::met ? growth_of(draw.units[2][row], draw.units[3][row]) : own;
}
RowOutcome of_plan(const Draw& draw, std::size_t row) {
    const auto plan = draw.units[1][row];
    return plan > 0 ? RowOutcome::met : plan == 0 ? RowOutcome::zero_base : RowOutcome::negative_base;
}

const Subject subjects[] = {
    {"threshold", 2, false,
     [](const Draw& d, std::size_t i, Wide& top, Wide& bottom) {
         top = d.units[1][i];
         scale(d.places[0] - d.places[1], top, bottom);
     },
     [](const Draw& d, Relation r, std::vector<RowOutcome>& out) {
         kernel::threshold(column(d, 0), r, column(d, 1), out);
     },
     always},
    {"completion", 3, true,
     [](const Draw& d, std::size_t i, Wide& top, Wide& bottom) {
         top = Wide(d.units[1][i]) * d.units[2][i];
         scale(d.places[0] - d.places[1] - d.places[2], top, bottom);
     },
     [](const Draw& d, Relation r, std::vector<RowOutcome>& out) {
         kernel::completion(column(d, 0), column(d, 1), r, column(d, 2), out);
     },
     of_plan},
    {"growth", 3, true,
     [](const Draw& d, std::size_t i, Wide& top, Wide& bottom) {
         top = d.units[1][i] * (tens(d.places[2]) + d.units[2][i]);
         scale(d.places[0] - d.places[1] - d.places[2], top, bottom);
     },
     [](const Draw& d, Relation r, std::vector<RowOutcome>& out) {
         kernel::growth(column(d, 0), column(d, 1), r, column(d, 2), out);
     },
     of_base},
    {"faster growth", 4, false,
     [](const Draw& d, std::size_t i, Wide& top, Wide& bottom) {
         top = Wide(d.units[2][i]) * d.units[1][i];
         bottom = d.units[3][i];
         scale(d.places[0] - d.places[1] + d.places[3] - d.places[2], top, bottom);
     },
     [](const Draw& d, Relation r, std::vector<RowOutcome>& out) {
         kernel::faster_growth(column(d, 0), column(d, 1), r, column(d, 2), column(d, 3), out);
     },
     of_both_bases},
    {"faster growth and margin", 5, true,
     [](const Draw& d, std::size_t i, Wide& top, Wide& bottom) {
         // b * (w * 10^pc * 10^pm + m * c * 10^pw) / (c * 10^pw * 10^pm)
         top = Wide(d.units[2][i]) * tens(d.places[3]) * tens(d.places[4]) +
               Wide(d.units[4][i]) * d.units[3][i] * tens(d.places[2]);
         top *= d.units[1][i];
         bottom = d.units[3][i] * tens(d.places[2]) * tens(d.places[4]);
         scale(d.places[0] - d.places[1], top, bottom);
     },
     [](const Draw& d, Relation r, std::vector<RowOutcome>& out) {
         kernel::faster_growth(column(d, 0), column(d, 1), r, column(d, 2), column(d, 3), column(d, 4), out);
     },
     of_both_bases},
    {"annual growth, 2 years", 3, true, annual_line<2>, annual_judge<2>, of_base},
    {"annual growth, 5 years", 3, true, annual_line<5>, annual_judge<5>, of_base},
    {"annual growth, 10 years", 3, true, annual_line<10>, annual_judge<10>, of_base},
    {"change", 3, false,
     [](const Draw& d, std::size_t i, Wide& top, Wide& bottom) {
         top = d.units[1][i] * tens(d.places[2]) + d.units[2][i] * tens(d.places[1]);
         scale(d.places[0] - d.places[1] - d.places[2], top, bottom);
     },
     [](const Draw& d, Relation r, std::vector<RowOutcome>& out) {
         kernel::change(column(d, 0), column(d, 1), r, column(d, 2), out);
     },
     always},
};

/// Draws `block` rows; of a half or a fortieth of them the first number is put on the line or one unit beside
/// it, where 64 bits hold it. `signs` become those of the first number less the line.
void draw_rows(const Subject& subject, Random& random, Draw& draw, std::vector<int>& signs,
               std::size_t& near_line) {
    // Blocks of the filters, which leave little open there, and blocks of the exact rules.
    const bool tame = random.chance(2);
    const int near_one_in = tame ? 40 : 2;
    const bool usual = !random.chance(4);
    const auto last = static_cast<std::size_t>(subject.columns - 1);
    const int all = static_cast<int>(random.between(0, 4));
    for (std::size_t i = 0; i <= last; ++i)
        draw.places[i] = usual ? all : static_cast<int>(random.between(0, 18));
    if (subject.rate_last)
        draw.places[last] = static_cast<int>(usual ? random.between(2, 6) : random.between(2, 18));
    for (std::size_t row = 0; row < block; ++row) {
        for (std::size_t i = 0; i <= last; ++i)
            draw.units[i][row] = subject.rate_last && i == last ? any_rate(random, draw.places[i], tame)
                                 : i == 1 || i == 3             ? any_base(random, tame)
                                                                : any_number(random, tame);
        signs[row] = 0;
        if (subject.undefined == of_both_bases && draw.units[3][row] == 0) continue;
        if (subject.undefined(draw, row) == RowOutcome::zero_base) continue;
        Wide top = 0;
        Wide bottom = 1;
        subject.line(draw, row, top, bottom);
        if (bottom < 0) {
            top = -top;
            bottom = -bottom;
        }
        if (random.chance(near_one_in)) {
            const Wide whole = top / bottom + random.between(-1, 1) * random.between(0, 1);
            if (whole >= INT64_MIN && whole <= INT64_MAX) {
                draw.units[0][row] = static_cast<std::int64_t>(whole);
                ++near_line;
            }
        }
        signs[row] = Wide(draw.units[0][row] * bottom).compare(top);
        // No root lies below -100 %, whatever the power of a negative number is.
        if (std::string_view(subject.name).starts_with("annual") &&
            tens(draw.places[2]) + draw.units[2][row] < 0)
            signs[row] = 1;
    }
}

bool verify(const Subject& subject, std::size_t rows, std::uint64_t seed) {
    Random random(seed);
    Draw draw;
    for (auto& units : draw.units)
        units.resize(block);
    std::vector<int> signs(block);
    std::vector<RowOutcome> found(block);
    std::size_t near_line = 0;
    std::size_t defined = 0;
    for (std::size_t done = 0; done < rows; done += block) {
        draw_rows(subject, random, draw, signs, near_line);
        const Relation relation = random.pick(relations);
        subject.judge(draw, relation, found);
        for (std::size_t row = 0; row < block; ++row) {
            auto right = subject.undefined(draw, row);
            if (right == RowOutcome::met) {
                ++defined;
                right = kernel::holds(signs[row], relation) ? RowOutcome::met : RowOutcome::not_met;
            }
            if (found[row] == right) continue;
            std::cout << subject.name << ": " << name_of(found[row]) << " instead of " << name_of(right)
                      << ", relation " << static_cast<int>(relation) << ", units and places:";
            for (std::size_t i = 0; i < static_cast<std::size_t>(subject.columns); ++i)
                std::cout << ' ' << draw.units[i][row] << 'e' << -draw.places[i];
            std::cout << '\n';
            return false;
        }
    }
    std::cout << subject.name << ": " << (rows + block - 1) / block * block << " rows, " << defined
              << " of them with a verdict, " << near_line << " put at the line; 0 wrong\n"
              << std::flush;
    return true;
}

}  // namespace

int main(int count, char** arguments) {
    const std::size_t rows = count > 1 ? std::stoull(arguments[1]) : 1'000'000;
    std::uint64_t seed = 0;
    for (const auto& subject : subjects)
        if (!verify(subject, rows / std::size(subjects) + 1, ++seed)) return 1;
    return 0;
}
