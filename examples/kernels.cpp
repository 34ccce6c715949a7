// SPDX-License-Identifier: BSL-1.0
// Four counties and their plans, judged as columns; one figure is missing.
#include <cstdint>
#include <goalpost/kernel/kernels.hpp>
#include <iostream>
#include <vector>

using namespace goalpost::kernel;

int main() {
    // [columns]
    const std::vector<std::int64_t> actual = {12350, 9499, 0, 9500};  // 123.50, 94.99, -, 95.00
    const std::vector<std::int64_t> plan = {13000, 10000, 8000, 10000};
    const std::vector<std::uint8_t> valid = {0b1011};  // row 2 was not published

    std::vector<RowOutcome> found(actual.size());
    completion(Column(actual, 2, Bitmap{valid}), Column(plan, 2), Relation::at_least,
               Column::constant(95).percent(), found);
    for (const auto outcome : found)
        std::cout << name_of(outcome) << '\n';
    // [/columns]
}
