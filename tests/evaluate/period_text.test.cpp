// SPDX-License-Identifier: BSL-1.0
#include "goalpost/evaluate/period_text.hpp"

#include <doctest/doctest.h>

#include <string>
#include <utility>

using namespace goalpost;

TEST_CASE("periods as Chinese statistics write them, and in their canonical text in English") {
    const std::pair<std::string, std::string> cases[] = {
        {"2024", "2024年"},
        {"2024-H1", "2024年上半年"},
        {"2024-H2", "2024年下半年"},
        {"2024-Q1", "2024年一季度"},
        {"2024-Q2", "2024年二季度"},
        {"2024-Q3", "2024年三季度"},
        {"2024-Q4", "2024年四季度"},
        {"2024-06", "2024年6月"},
        {"2024-12", "2024年12月"},
        {"2024-01/2024-10", "2024年1—10月"},
        {"2023-11/2024-02", "2023年11月—2024年2月"},
        {"2021/2025", "2021—2025年"},
        {"2024-06-30", "2024年6月30日"},
        {"2024-01-05/2024-06-30", "2024年1月5日—2024年6月30日"},
    };
    for (const auto& [canonical, chinese] : cases) {
        const auto period = Period::parse(canonical).value();
        CHECK(period_text(period, Language::zh) == chinese);
        CHECK(period_text(period, Language::en) == canonical);
    }
}
