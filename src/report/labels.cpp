// SPDX-License-Identifier: BSL-1.0
#include "report/labels.hpp"

#include <algorithm>
#include <iterator>

#include "goalpost/evaluate/words.hpp"

namespace goalpost::detail {

namespace {

constexpr std::string_view flag_labels_zh[] = {
    "超额",       "基期已达标", "背离目标",   "可能回落",       "初步数",  "增速不一致",
    "占比不一致", "基期不一致", "部分时期",   "按目标精度达标", "界限值",  "约数",
    "人工结论",   "基期已修订", "调整前目标", "公布与计算相比", "口径调整"};
static_assert(std::size(flag_labels_zh) == flag_count);

constexpr std::string_view reason_labels_zh[] = {
    "无",           "已撤销",       "不适用",     "目标无效",   "目标值未公开", "缺少数据", "缺少对比数据",
    "缺少基期",     "缺少期末值",   "未到期",     "数据矛盾",   "基数为零",     "基数为负", "正负号不同",
    "不适用此算法", "单位不符",     "取决于舍入", "理解不一致", "成员数据不足", "无法区分", "算法不明",
    "缺少参数",     "评价方法不明", "暂不支持",   "基期即目标", "基期已达标",   "无此数值", "口径不一致",
    "无计分目标",   "尚未计分",     "计分不足"};
static_assert(std::size(reason_labels_zh) == std::size(reason_names));

std::string spaced(std::string_view name) {
    std::string text(name);
    std::replace(text.begin(), text.end(), '_', ' ');
    return text;
}

}  // namespace

std::string label(Flag flag, Language language) {
    if (language != Language::zh) return spaced(name_of(flag));
    std::size_t bit = 0;
    while (flag_at(bit) != flag)
        ++bit;
    return std::string(flag_labels_zh[bit]);
}

std::string label(Reason reason, Language language) {
    if (language != Language::zh) return spaced(name_of(reason));
    return std::string(reason_labels_zh[static_cast<std::size_t>(reason)]);
}

std::string labels(Flags flags, Language language) {
    std::string text;
    for (std::size_t i = 0; i < flag_count; ++i) {
        if (!flags.has(flag_at(i))) continue;
        if (!text.empty()) text += either(language, ", ", "、");
        text += label(flag_at(i), language);
    }
    return text;
}

std::string verdict_label(const Assessment& assessment, Language language) {
    std::string text(words(assessment.outcome, language));
    if (assessment.outcome == Outcome::undetermined) {
        text += either(language, ": ", "：");
        text += label(assessment.reason, language);
    } else {
        text += either(language, ", ", "，");
        text += words(assessment.certainty, language);
    }
    const auto counted = assessment.held + assessment.failed + assessment.unknown;
    if (counted > 0) {
        text += either(language, " (", "（");
        text += std::to_string(assessment.held) + "/" + std::to_string(counted);
        text += either(language, ")", "）");
    }
    return text;
}

}  // namespace goalpost::detail
