// SPDX-License-Identifier: BSL-1.0
// One published series judged by every method that applies to it; run from the root of the repository.
#include <goalpost/goalpost.hpp>
#include <goalpost/io/observations_csv.hpp>
#include <goalpost/io/plan_json.hpp>
#include <goalpost/methods/builtin_methods.hpp>
#include <iostream>

using namespace goalpost;

namespace {

std::string figure(const Figure& figure) {
    return figure ? with_unit(decimal_text(figure.shown(), 6), figure.unit()) : "-";
}

void show(const std::string& name, const Finding& finding) {
    std::cout << "  " << name << (finding.verified ? "" : " (unverified)") << ": " << finding.verdict << ", "
              << name_of(finding.status.value()) << "; value " << figure(finding.value) << ", score "
              << figure(finding.score) << '\n';
    for (const auto& put : finding.substituted)
        std::cout << "    put in place: " << put << '\n';
}

}  // namespace

int main() {
    const auto plan = read_plan_json(std::filesystem::path("examples/methods/renewables.json"));
    auto figures = read_observations_csv("examples/methods/renewables.csv");

    // [judge]
    const auto evaluation = evaluate(plan.plan.value(), figures.observations, *parse_date("2020-03-31"));
    const auto methods = builtin_methods();
    for (const auto& assessment : evaluation.assessments()) {
        const auto& target = *evaluation.target_of(assessment);
        std::cout << target.id << ": " << text(target.criterion()) << " by " << target.due.text()
                  << "; goalpost itself: " << name_of(assessment.status) << '\n';
        for (const auto& finding : findings(evaluation, assessment, methods, methods.names())) {
            if (finding.reason == Reason::none) show(finding.name, finding);
        }
    }
    // [/judge]

    std::cout << "\nHow three of them came to it:\n";
    const auto& target = *evaluation.find("renewables_2030");
    for (const auto& finding : findings(evaluation, target, methods, {"statcan", "destatis", "midterm_four"}))
        std::cout << finding.explanation.en << '\n' << finding.explanation.zh << '\n';
}
