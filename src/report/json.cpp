// SPDX-License-Identifier: BSL-1.0
#include <string>

#include "goalpost/report/writers.hpp"
#include "io/json_text.hpp"
#include "report/sheet_rows.hpp"

namespace goalpost {

void write_json(std::string& out, const Sheet& sheet) {
    using detail::JsonText;
    detail::require_rectangle(sheet);
    auto columns = JsonText::array();
    for (const auto& column : sheet.columns) {
        auto one = JsonText::object();
        one.put("key", JsonText::of(column.key)).put("title", JsonText::of(column.title));
        columns.push(std::move(one));
    }
    auto rows = JsonText::array();
    for (const auto& row : sheet.rows) {
        auto one = JsonText::object();
        for (std::size_t i = 0; i < row.size(); ++i)
            one.put(sheet.columns[i].key, JsonText::of(row[i].for_programs()));
        rows.push(std::move(one));
    }
    auto whole = JsonText::object();
    whole.put("title", JsonText::of(sheet.title))
        .put("columns", std::move(columns))
        .put("rows", std::move(rows));
    whole.put("notes", JsonText::list_of(sheet.notes));
    out += whole.text();
}

}  // namespace goalpost
