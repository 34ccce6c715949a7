// SPDX-License-Identifier: BSL-1.0
// The job as it is written first: lines by getline, maps of strings, stod, pow. See README.md beside this
// file.
#include <algorithm>
#include <cmath>
#include <fstream>
#include <iostream>
#include <map>
#include <optional>
#include <sstream>
#include <string>
#include <tuple>
#include <vector>

namespace {

using Cells = std::vector<std::string>;

template <class Take>
void for_each_row(const std::string& path, Take take) {
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    while (std::getline(file, line)) {
        Cells cells;
        std::stringstream rest(line);
        for (std::string cell; std::getline(rest, cell, ',');)
            cells.push_back(cell);
        take(cells);
    }
}

struct Card {
    int achieved = 0;
    int missed = 0;
    double earned = 0;
    double weight = 0;
};

std::map<std::tuple<std::string, std::string, std::string>, double> figures;

std::optional<double> figure(const std::string& indicator, const std::string& scope,
                             const std::string& period) {
    const auto found = figures.find({indicator, scope, period});
    if (found != figures.end()) return found->second;
    return std::nullopt;
}

std::optional<double> year_figure(const std::string& indicator, const std::string& scope, int year) {
    if (const auto found = figure(indicator, scope, std::to_string(year))) return found;
    double sum = 0;
    for (int quarter = 1; quarter <= 4; ++quarter) {
        const auto part = figure(indicator, scope, std::to_string(year) + "-Q" + std::to_string(quarter));
        if (!part) return std::nullopt;
        sum += *part;
    }
    return sum;
}

}  // namespace

int main(int argc, char** argv) {
    if (argc < 4) {
        std::cerr << "usage: peer_naive OBSERVATIONS TARGETS INDICATORS [--verdicts FILE]\n";
        return 2;
    }
    std::ofstream verdicts;
    if (argc > 5) {
        verdicts.open(argv[5]);
        verdicts << "id,met,near\n";
    }
    std::map<std::string, std::string> names;
    for_each_row(argv[3], [&](const Cells& cells) { names[cells[0]] = cells[1]; });
    for_each_row(argv[1], [&](const Cells& cells) {
        figures[{cells[0], cells[1], cells[2]}] = std::stod(cells[4]);
    });
    std::map<std::string, Card> cards;
    for_each_row(argv[2], [&](const Cells& cells) {
        const auto& name = names[cells[1]];
        const auto& scope = cells[2];
        const int due = std::stoi(cells[3]);
        const auto y = year_figure(name, scope, due);
        const auto before = year_figure(name, scope, due - 1);
        const auto base = year_figure(name, scope, std::stoi(cells[5]));
        const auto other = year_figure(names["gdp"], scope, due);
        const auto other_before = year_figure(names["gdp"], scope, due - 1);
        if (!y) return;
        std::stringstream words(cells[4]);
        std::string measure;
        std::string word;
        words >> measure;
        if (measure.starts_with("annual_growth")) words >> word;
        std::string comparison;
        std::string number;
        words >> comparison >> number;
        std::optional<bool> met;
        std::optional<bool> near;
        double marks = 0;
        if (measure == "level") {
            const double line = std::stod(number);
            const double completion = *y / line;
            met = comparison == ">=" ? *y >= line : *y > line;
            near = completion >= 0.95;
            marks = std::min(completion, 1.0);
        } else if (number.starts_with("growth")) {
            if (before && other && other_before) met = *y / *before - 1 > *other / *other_before - 1;
        } else if (measure == "growth") {
            if (before) met = (*y / *before - 1) * 100 >= std::stod(number);
        } else if (base) {
            const int years = due - std::stoi(word);
            met = (std::pow(*y / *base, 1.0 / years) - 1) * 100 >= std::stod(number);
        }
        if (!met) return;
        auto& card = cards[cells[8]];
        ++(*met ? card.achieved : card.missed);
        const double weight = std::stod(cells[7]);
        card.earned += weight * (*met ? 1 : marks);
        card.weight += weight;
        if (verdicts.is_open())
            verdicts << cells[0] << ',' << *met << ',' << (near ? (*near ? "1" : "0") : "") << '\n';
    });
    std::vector<std::pair<double, std::string>> order;
    for (const auto& [unit, card] : cards)
        order.emplace_back(card.earned / card.weight, unit);
    std::stable_sort(order.begin(), order.end(),
                     [](const auto& a, const auto& b) { return a.first > b.first; });
    std::cout << "unit,achieved,missed,score,place\n";
    std::size_t place = 0;
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i == 0 || order[i].first != order[i - 1].first) place = i + 1;
        const auto& card = cards[order[i].second];
        std::cout << order[i].second << ',' << card.achieved << ',' << card.missed << ','
                  << order[i].first * 100 << ',' << place << '\n';
    }
    return 0;
}
