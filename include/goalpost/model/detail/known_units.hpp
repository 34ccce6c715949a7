// SPDX-License-Identifier: BSL-1.0
// The units that every plan knows. Only what reads their symbols includes them.
#pragma once

#include <cstdint>
#include <string_view>
#include <utility>

namespace goalpost::detail {

struct BaseUnit {
    std::string_view symbol;
    std::string_view dimension;
    std::int64_t numerator = 1;
    std::int64_t denominator = 1;
    bool discrete = false;
};

inline constexpr BaseUnit base_units[] = {
    {"", "ratio"},
    {"%", "ratio", 1, 100},
    {"\xEF\xBC\x85", "ratio", 1, 100},  // full-width
    {"‰", "ratio", 1, 1000},
    {"倍", "ratio"},
    {"个百分点", "points", 1, 100},
    {"百分点", "points", 1, 100},
    {"pp", "points", 1, 100},
    {"位", "rank", 1, 1, true},
    {"元", "元"},
    {"美元", "美元"},
    {"人", "person", 1, 1, true},
    {"名", "person", 1, 1, true},
    {"人次", "count:人次", 1, 1, true},
    {"人年", "person-year"},
    {"平方米", "area"},
    {"平方公里", "area", 1'000'000},
    {"公顷", "area", 10'000},
    {"亩", "area", 2'000, 3},
    {"吨", "mass"},
    {"吨标准煤", "energy"},
    {"千瓦时", "electricity"},
    {"点", "点"},
};

// Counters of things; each counts a dimension of its own.
inline constexpr std::string_view counters[] = {"个", "家", "项", "件", "台", "所", "次", "场", "种",
                                                "户", "篇", "座", "条", "套", "辆", "支", "只", "册",
                                                "批", "例", "处", "宗", "期", "份", "款", "株", "头",
                                                "架", "艘", "队", "组", "类", "门", "对", "张", "天"};

inline constexpr std::pair<std::string_view, std::int64_t> multiples[] = {{"万亿", 1'000'000'000'000},
                                                                          {"千亿", 100'000'000'000},
                                                                          {"百亿", 10'000'000'000},
                                                                          {"十亿", 1'000'000'000},
                                                                          {"亿", 100'000'000},
                                                                          {"千万", 10'000'000},
                                                                          {"百万", 1'000'000},
                                                                          {"十万", 100'000},
                                                                          {"万", 10'000},
                                                                          {"千", 1'000},
                                                                          {"百", 100}};

}  // namespace goalpost::detail
