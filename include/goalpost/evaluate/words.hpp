// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "goalpost/evaluate/language.hpp"
#include "goalpost/evaluate/verdict.hpp"
#include "goalpost/model/basis.hpp"
#include "goalpost/model/criterion.hpp"
#include "goalpost/model/indicator.hpp"
#include "goalpost/model/observation.hpp"
#include "goalpost/model/responsible_unit.hpp"
#include "goalpost/model/target.hpp"

namespace goalpost {

namespace detail {

/// What a reader is shown for one enumerator, in each language.
struct Pair {
    const char* en;
    const char* zh;
};

constexpr std::string_view word_in(const Pair* pairs, std::size_t index, Language language) noexcept {
    return language == Language::zh ? pairs[index].zh : pairs[index].en;
}

inline constexpr Pair outcome_words[] = {
    {"met", "达标"}, {"not met", "未达标"}, {"undetermined", "无法判定"}};

inline constexpr Pair stage_words[] = {{"final", "期末"}, {"interim", "期中"}};

inline constexpr Pair status_words[] = {
    {"achieved", "已完成"}, {"achieved early", "提前完成"}, {"on track", "进度正常"},     {"behind", "滞后"},
    {"missed", "未完成"},   {"undetermined", "待定"},       {"not counted", "不纳入考核"}};

inline constexpr Pair certainty_words[] = {
    {"firm", "确定"}, {"rests on rounding", "取决于舍入"}, {"open", "尚无结论"}};

inline constexpr Pair reason_words[] = {
    {"nothing stands in the way", "无"},
    {"the target has been withdrawn", "目标已撤销"},
    {"the target does not apply", "目标不适用"},
    {"the target in the plan could not be read", "计划中的目标无法读取"},
    {"the plan does not show its number", "计划未公开目标值"},
    {"nothing has been published for the series", "该指标没有公布数据"},
    {"the two series are not both published for one period", "两个指标没有同一时期的数据"},
    {"nothing has been published for the base period", "缺少基期数据"},
    {"the due period is over, and what has been published does not tell its figure",
     "已到期，公布的数据中没有到期值"},
    {"the due period is not over", "尚未到期"},
    {"published figures of equal standing contradict each other", "同等效力的公布数据互相矛盾"},
    {"the base is zero", "基数为零"},
    {"the base is negative", "基数为负"},
    {"the figure and its base differ in sign", "本期与基期正负号不同"},
    {"the measure is not defined for this kind of indicator", "该类指标不适用此算法"},
    {"the units of measure do not convert", "计量单位不能换算"},
    {"the verdict rests on rounding, and a firm one is required", "结论取决于舍入，而要求结论确定"},
    {"the words can mean several things, and these give several verdicts", "目标表述有多种理解，结论不一致"},
    {"too few members of the group have data", "有数据的成员过少，无法判定"},
    {"both sides are irrational, and 4096 bits do not part them", "两侧均为无理数，4096位精度内无法区分"},
    {"no measure is known by that name", "没有该名称的算法"},
    {"the measure lacks an argument", "算法缺少参数"},
    {"no evaluator is known by that name", "没有该名称的评价方法"},
    {"this is not supported yet", "暂不支持"},
    {"the base equals the target", "基期值等于目标值"},
    {"the base met the target already", "基期值已达到目标"},
    {"the figure has no meaning for this criterion", "该数值对此目标没有意义"},
    {"the levels are of different definitions or price bases", "数据口径或价格基期不一致"},
    {"none of its targets counts for the score", "没有计入得分的目标"},
    {"none of the targets that count has marks", "计入得分的目标均尚未计分"},
    {"too few of its targets, by weight, have marks", "已计分目标的权重占比不足"}};

inline constexpr Pair flag_words[] = {
    {"over-fulfilled", "超额完成"},
    {"the base met the target already", "基期已达到目标"},
    {"it has moved away from the target since the base", "比基期更远离目标"},
    {"it may fall back before the due date", "到期前可能回落"},
    {"provisional data", "数据为初步数或预计数"},
    {"published growth and the growth of the levels differ by more than rounding",
     "公布的增速与按绝对额计算的增速之差超出舍入误差"},
    {"the published share and the quotient of the levels differ by more than rounding",
     "公布的占比与按绝对额计算的占比之差超出舍入误差"},
    {"the base in the plan and the published one differ by more than rounding",
     "计划所列基期值与公布的基期值之差超出舍入误差"},
    {"judged on a part of the period", "仅依据部分时期的数据"},
    {"not met, yet it would be at the target's own precision", "未达标，但按目标值的精度取舍后达标"},
    {"the source prints a bound, not a figure", "来源给出的是界限而非准确数值"},
    {"the source prints \"about\"", "来源给出的是约数"},
    {"a manual verdict stands beside the computed one", "另有人工结论"},
    {"the base has been revised since the plan was made", "计划制定后基期数据已修订"},
    {"judged by the target before it was adjusted", "按调整前的目标判定"},
    {"published growth is compared with growth of the levels", "公布的增速与按绝对额计算的增速相比较"},
    {"another definition begins between the base and the figure", "基期之后统计口径有调整"}};

inline constexpr Pair basis_words[] = {{"level", "总量"},
                                       {"cumulative", "累计"},
                                       {"growth on a year before", "同比增长"},
                                       {"share", "占比"},
                                       {"change in percentage points", "增减百分点"},
                                       {"completion", "完成率"},
                                       {"rank", "位次"}};

inline constexpr Pair commitment_words[] = {{"plain", "一般"}, {"ensure", "确保"}, {"strive", "力争"}};

inline constexpr Pair observation_status_words[] = {
    {"estimated", "预计数"}, {"preliminary", "初步数"}, {"final", "最终数"}};

inline constexpr Pair better_words[] = {
    {"higher is better", "越高越好"}, {"lower is better", "越低越好"}, {"neither is better", "无优劣方向"}};

inline constexpr Pair indicator_kind_words[] = {
    {"flow", "流量"}, {"stock", "存量"}, {"ratio", "比率"}, {"index", "指数"}, {"rank", "位次"}};

inline constexpr Pair role_words[] = {
    {"lead", "牵头单位"}, {"responsible", "责任单位"}, {"supporting", "配合单位"}};

inline constexpr Pair standing_words[] = {
    {"active", "有效"}, {"withdrawn", "已撤销"}, {"not applicable", "不适用"}};

inline constexpr Pair qualifier_words[] = {
    {"as it stands", "准确值"}, {"more than", "超过"}, {"at least", "不少于"}, {"about", "左右"}};

inline constexpr Pair comparison_words[] = {
    {"at least", "不低于"}, {"more than", "超过"}, {"at most", "不高于"},    {"less than", "低于"},
    {"equal to", "等于"},   {"about", "左右"},     {"within", "在区间之内"}, {"improves", "有所改善"}};

inline constexpr Pair pace_kind_words[] = {{"evenly over the months", "按月均衡推进"},
                                           {"by month weights", "按月度权重推进"},
                                           {"from milestone to milestone", "按阶段目标推进"},
                                           {"at a constant rate of growth", "按固定增速推进"}};

inline constexpr Pair joining_words[] = {{"all of them", "全部达到"}, {"any of them", "任一达到"}};

// One pair for each name.
static_assert(std::size(outcome_words) == std::size(outcome_names));
static_assert(std::size(stage_words) == std::size(stage_names));
static_assert(std::size(status_words) == std::size(status_names));
static_assert(std::size(certainty_words) == std::size(certainty_names));
static_assert(std::size(reason_words) == std::size(reason_names));
static_assert(std::size(flag_words) == std::size(flag_names));
static_assert(std::size(basis_words) == std::size(basis_names));
static_assert(std::size(commitment_words) == std::size(commitment_names));
static_assert(std::size(observation_status_words) == std::size(observation_status_names));
static_assert(std::size(better_words) == std::size(better_names));
static_assert(std::size(indicator_kind_words) == std::size(indicator_kind_names));
static_assert(std::size(standing_words) == std::size(standing_names));
static_assert(std::size(qualifier_words) == std::size(qualifier_names));
static_assert(std::size(pace_kind_words) == std::size(pace_kind_names));
static_assert(std::size(joining_words) == std::size(joining_names));

}  // namespace detail

// What a reader is shown, in the standard terms of statistics; the names in files are those of `name_of`.

constexpr std::string_view words(Outcome value, Language language) noexcept {
    return detail::word_in(detail::outcome_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(Stage value, Language language) noexcept {
    return detail::word_in(detail::stage_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(Status value, Language language) noexcept {
    return detail::word_in(detail::status_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(Certainty value, Language language) noexcept {
    return detail::word_in(detail::certainty_words, static_cast<std::size_t>(value), language);
}
/// One short sentence without a full stop.
constexpr std::string_view words(Reason value, Language language) noexcept {
    return detail::word_in(detail::reason_words, static_cast<std::size_t>(value), language);
}
/// One short sentence or term, of one flag.
constexpr std::string_view words(Flag value, Language language) noexcept {
    std::size_t bit = 0;
    while ((static_cast<std::uint32_t>(value) >> bit) > 1U)
        ++bit;
    return detail::word_in(detail::flag_words, bit, language);
}
constexpr std::string_view words(Basis value, Language language) noexcept {
    return detail::word_in(detail::basis_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(Commitment value, Language language) noexcept {
    return detail::word_in(detail::commitment_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(ObservationStatus value, Language language) noexcept {
    return detail::word_in(detail::observation_status_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(Better value, Language language) noexcept {
    return detail::word_in(detail::better_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(IndicatorKind value, Language language) noexcept {
    return detail::word_in(detail::indicator_kind_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(Role value, Language language) noexcept {
    return detail::word_in(detail::role_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(Standing value, Language language) noexcept {
    return detail::word_in(detail::standing_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(Qualifier value, Language language) noexcept {
    return detail::word_in(detail::qualifier_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(PaceKind value, Language language) noexcept {
    return detail::word_in(detail::pace_kind_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(Joining value, Language language) noexcept {
    return detail::word_in(detail::joining_words, static_cast<std::size_t>(value), language);
}
constexpr std::string_view words(Comparison value, Language language) noexcept {
    return detail::word_in(detail::comparison_words, static_cast<std::size_t>(value), language);
}

}  // namespace goalpost
