// SPDX-License-Identifier: BSL-1.0
// Names, codes and numbers of the made-up country, each from its place alone.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace benchmark_support {

/// The mixing function of SplitMix64 (Steele, Lea, Flood 2014): one well mixed number for each place.
inline std::uint64_t mixed(std::uint64_t z) {
    z += 0x9E3779B97F4A7C15ULL;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
    return z ^ (z >> 31U);
}

inline void append_padded(std::string& out, std::size_t number, std::size_t width) {
    const auto digits = std::to_string(number);
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out += digits;
}

inline void append_number(std::string& out, std::int64_t units, int places) {
    const auto digits = std::to_string(units);
    const auto behind = static_cast<std::size_t>(places);
    if (behind == 0) {
        out += digits;
        return;
    }
    const auto padded =
        digits.size() <= behind ? std::string(behind + 1 - digits.size(), '0') + digits : digits;
    out.append(padded, 0, padded.size() - behind);
    out += '.';
    out.append(padded, padded.size() - behind);
}

inline void append_indicator_id(std::string& out, std::size_t indicator) {
    if (indicator == 0) {
        out += "gdp";
    } else {
        out += 'i';
        append_padded(out, indicator, 2);
    }
}

inline void append_indicator_name(std::string& out, std::size_t indicator) {
    constexpr std::string_view branches[] = {"农林牧渔业", "采矿业",     "制造业",     "电力热力业", "建筑业",
                                             "批发零售业", "交通运输业", "住宿餐饮业", "信息业",     "金融业",
                                             "房地产业",   "商务服务业", "科研技术业", "水利环境业", "教育业",
                                             "卫生业",     "文化体育业"};
    constexpr std::string_view figures_of[] = {"增加值",       "规模以上企业数", "研发投入强度",
                                               "固定资产投资", "从业人员",       "营业收入"};
    if (indicator == 0) {
        out += "地区生产总值";
        return;
    }
    out += branches[indicator / 6];
    out += figures_of[indicator % 6];
}

/// One of 160,000 names, the shorter ones first.
inline void append_city(std::string& out, std::size_t scope) {
    constexpr std::string_view first = "清安宁平永长新太金武德兴广福海江河山云龙";
    constexpr std::string_view second = "州阳河江海山林原城门陵川泉源水溪湖岭湾坪";
    constexpr std::size_t count = 20;
    const auto character = [](std::string_view from, std::size_t i) { return from.substr(i % count * 3, 3); };
    const auto city = scope / 5;
    out += character(first, city);
    out += character(second, city / count);
    if (city >= count * count) out += character(first, city / count / count + 7);
    if (city >= count * count * count) out += character(second, city / count / count / count);
    out += "市";
}

inline void append_scope(std::string& out, std::size_t scope) {
    constexpr std::string_view districts[] = {"东湖区", "西山区", "南浦县", "北川县", "高新区"};
    append_city(out, scope);
    out += districts[scope % 5];
}

inline void append_unit_id(std::string& out, std::size_t scope) {
    out += 'u';
    append_padded(out, scope / 5, 5);
}

/// The units of so many cities, as a plan file lists them.
inline void append_responsible_units(std::string& out, std::size_t count) {
    for (std::size_t unit = 0; unit < count; ++unit) {
        out += unit == 0 ? "\n  {\"id\": \"" : ",\n  {\"id\": \"";
        append_unit_id(out, unit * 5);
        out += R"(", "name": ")";
        append_city(out, unit * 5);
        out += "发展和改革委员会\"}";
    }
}

}  // namespace benchmark_support
