// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/io/diagnostic.hpp"
#include "io/file.hpp"
#include "io/json_document.hpp"
#include "io/plan_context.hpp"

namespace goalpost::detail {

/// Gives the root of a JSON text to `take(context, root)`, which reports what it finds wrong; not called
/// where the text is no JSON. Returns everything that was reported.
template <class Take>
std::vector<Diagnostic> read_json(std::string_view text, const std::string& file, Take take) {
    if (auto fault = begin_text(text, file, EncodingCheck::every_byte)) return {std::move(*fault)};
    PlanContext context(text, file);
    JsonDocument document;
    if (const auto fault = document.read(text)) {
        context.error(fault->offset, "no JSON", fault->what, fault->expected, fault->mend);
    } else {
        take(context, document.root());
    }
    return std::move(context.diagnostics()).finish();
}

}  // namespace goalpost::detail
