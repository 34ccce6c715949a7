// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <functional>
#include <set>
#include <string>
#include <vector>

#include "io/json_document.hpp"
#include "io/plan_context.hpp"
#include "io/plan_fields.hpp"

namespace goalpost::detail {

// Each reads one list of a plan file and adds what is sound to the builder. What is not is reported, and
// remembered in the context so that who names it is told.
void read_units_of_measure(PlanContext& context, PlanBuilder& builder, const std::vector<JsonValue>& values);
void read_responsible_units(PlanContext& context, PlanBuilder& builder, const std::vector<JsonValue>& values);
void read_groups(PlanContext& context, PlanBuilder& builder, const std::vector<JsonValue>& values);
void read_indicators(PlanContext& context, PlanBuilder& builder, const std::vector<JsonValue>& values);
void read_targets(PlanContext& context, PlanBuilder& builder, const std::vector<JsonValue>& values);

/// Every id that a list defines, sound or not, so that an item may name one that comes after it.
std::set<std::string, std::less<>> ids_in(const std::vector<JsonValue>& values);

/// Why a symbol is no unit of measure of this plan; true where it is one.
bool check_unit(PlanContext& context, const PlanBuilder& builder, const std::string& symbol,
                std::size_t offset);

}  // namespace goalpost::detail
