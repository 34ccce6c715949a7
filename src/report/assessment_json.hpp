// SPDX-License-Identifier: BSL-1.0
// Parts of an assessment in JSON, as docs/schema/evaluation.schema.json has them.
#pragma once

#include <string>

#include "goalpost/evaluate/evaluation.hpp"
#include "goalpost/evaluate/finding.hpp"
#include "goalpost/evaluate/language.hpp"
#include "goalpost/model/target.hpp"
#include "io/json_text.hpp"
#include "report/figure_json.hpp"
#include "report/figure_number.hpp"

namespace goalpost::detail {

JsonText text_or_null(const std::string& text);
JsonText names_of(Flags flags);
JsonText json_of(const Statement& statement);
/// Who answers for the target, each at the highest role.
JsonText units_of(const Plan& plan, std::span<const Statement> statements);
/// The base that was judged by, with its period; where none was, the one that the plan states.
JsonText base_json(const Evaluation& evaluation, const Target* target, PrintedFigures& figures);
JsonText json_of(const ManualVerdict& manual);
JsonText json_of(const Finding& finding, Language language);
JsonText json_of_method(const Finding& finding, Language language);

}  // namespace goalpost::detail
