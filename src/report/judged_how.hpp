// SPDX-License-Identifier: BSL-1.0
// By what day and by which options a report was judged: nobody can check a verdict who does not know them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "goalpost/evaluate/evaluation.hpp"
#include "io/json_text.hpp"
#include "report/labels.hpp"

namespace goalpost::detail {

/// The day, and a sentence on each option that is not left as it is.
inline std::vector<std::string> judged_notes(const Date& as_of, bool as_of_is_default,
                                             const EvaluateOptions& options, Language language) {
    const auto date = date_text(as_of);
    std::vector<std::string> notes{
        language == Language::zh
            ? "截至" + date + (as_of_is_default ? "（默认：最新一期数据的期末）。" : "。")
            : "As of " + date + (as_of_is_default ? ", the end of the latest observed period." : ".")};
    const auto tell = [&](bool so, std::string_view en, std::string_view zh) {
        if (so) notes.emplace_back(either(language, en, zh));
    };
    tell(options.require_firm, "A verdict that rests on rounding is undetermined.",
         "取决于舍入的结论记为未定。");
    tell(options.at_target_precision,
         "Figures are shown as published; before they are compared they are rounded to the target's own unit "
         "and digits.",
         "数值按公布值列示；比较前先按目标值的单位和位数四舍五入。");
    tell(options.versions == TargetVersions::current, "Adjusted targets are judged in their latest version.",
         "调整过的目标按最新版本评定。");
    tell(options.versions == TargetVersions::original, "Adjusted targets are judged in their first version.",
         "调整过的目标按最初版本评定。");
    return notes;
}

inline std::vector<std::string> judged_notes(const Evaluation& evaluation, bool as_of_is_default,
                                             Language language) {
    return judged_notes(evaluation.as_of(), as_of_is_default, evaluation.options(), language);
}

/// The same options for programs: an object, empty where there are none to tell.
inline JsonText json_of(const EvaluateOptions& options) {
    auto json = JsonText::object();
    if (options.require_firm) json.put("require_firm", JsonText::literal("true"));
    if (options.at_target_precision) json.put("at_target_precision", JsonText::literal("true"));
    if (options.versions != TargetVersions::in_force)
        json.put("versions", JsonText::of(name_of(options.versions)));
    return json;
}

}  // namespace goalpost::detail
