// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "goalpost/evaluate/evaluation.hpp"

namespace goalpost {

/// The verdict of one statement of the plan: 增速快于面上、占比达25%以上 is one sentence and two targets.
struct StatementVerdict {
    std::string statement;  ///< its id
    Joining joining = Joining::all;
    std::vector<std::uint32_t> targets;  ///< indices into the evaluation's assessments, in order
    Outcome outcome = Outcome::undetermined;
};

/// Joins the outcomes of the targets that share a statement: `all` is not met as soon as one is not, `any` is
/// met as soon as one is; an undetermined one leaves the rest open. Where the targets disagree on how they
/// are joined, `all` holds, which asks for more. Statements without an id have no verdict of their own.
/// Targets that are not counted are left out; one that could not be read leaves its statement open.
std::vector<StatementVerdict> statement_verdicts(const Evaluation& evaluation);

}  // namespace goalpost

#if !defined(GOALPOST_COMPILED)
#include "goalpost/evaluate/detail/statements_impl.hpp"  // IWYU pragma: keep
#endif
