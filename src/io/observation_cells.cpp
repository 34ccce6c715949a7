// SPDX-License-Identifier: BSL-1.0
#include "io/observation_cells.hpp"

#include <algorithm>
#include <utility>

#include "io/text.hpp"

namespace goalpost::detail {

namespace {

/// Cells reach messages and the observations only if they are sound text.
std::optional<CellFault> text_fault(std::string_view cell) {
    const auto invalid = find_invalid_utf8(cell);
    if (invalid == std::string_view::npos) return std::nullopt;
    CellFault fault{"a cell that is not UTF-8", "the cell " + shown(cell) + " is not UTF-8", "UTF-8",
                    "save the file as UTF-8", invalid};
    if (looks_like_gb18030(cell))
        fault.mend = "the cell looks like GB18030 (GBK): convert the file with iconv -f GB18030 -t UTF-8";
    return fault;
}

/// What a cell was found to mean before, or what `make` makes of it, if it is text at all.
template <class Value, class Make>
const CellMeaning<Value>& look_up(CellCache<CellMeaning<Value>>& cache, std::string_view cell, Make make) {
    return cache.get(cell, [&](std::string_view bytes) {
        if (auto fault = text_fault(bytes)) return no_meaning<Value>(std::move(*fault));
        return CellMeaning<Value>(make(bytes));
    });
}

template <class Value, std::size_t Count>
CellMeaning<Value> word(std::string_view cell, std::string_view column,
                        const std::string_view (&words)[Count]) {
    const auto found = std::ranges::find(words, cell);
    if (found != std::end(words)) return {static_cast<Value>(found - std::begin(words)), nullptr};
    const auto meant = nearest(cell, words);
    auto what = cell.empty() ? "the " + std::string(column) + " is empty"
                             : "the " + std::string(column) + " " + shown(cell) + " is not known";
    const auto listed =
        words[0].empty() ? "nothing, " + one_of(std::span(words).template subspan<1>()) : one_of(words);
    return no_meaning<Value>({"an unknown word", std::move(what), listed,
                              meant.empty() ? "" : "did you mean " + std::string(meant) + "?"});
}

template <class Value>
CellMeaning<Value> unreadable(std::string_view kind, std::string_view column, std::string_view cell,
                              const ParseError& error) {
    auto what = cell.empty() ? "the " + std::string(column) + " is empty"
                             : "the " + std::string(column) + " " + shown(cell) + " cannot be read: found " +
                                   error.found;
    return no_meaning<Value>({kind, std::move(what), error.expected, error.mend, error.position});
}

constexpr std::string_view yes_and_no[] = {"no", "yes"};

/// How a bound from above would begin.
constexpr std::string_view upper_bounds[] = {"<", "≤", "＜", "=<"};

/// What stands in tables where there is no figure.
bool is_no_figure(std::string_view cell) {
    constexpr std::string_view words[] = {"-", "--", "–", "—",   "——", "－",   "…",   "……",   "...", "..",
                                          ".", "/",  ":", "n/a", "na", "n.a.", "nan", "null", "无"};
    if (cell.starts_with('#') && cell.find_first_of("123456789") == std::string_view::npos)
        return true;  // #N/A, #DIV/0! and others of spreadsheets
    std::string small(cell.substr(0, 8));
    for (char& c : small) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    }
    return std::ranges::find(words, small) != std::end(words);
}

/// Behind a figure they are its unit, which has a column of its own.
constexpr std::string_view percent_signs[] = {"%", "％", "‰"};

CellMeaning<std::uint32_t> name(std::string_view cell, std::string_view column, std::uint32_t number) {
    if (!cell.empty()) return {number, nullptr};
    return no_meaning<std::uint32_t>(
        {"an empty cell", "the " + std::string(column) + " is empty", "a name", "fill it in"});
}

}  // namespace

const CellMeaning<std::uint32_t>& ObservationCells::indicator(std::string_view cell) {
    return look_up(caches_.indicators, cell, [&](std::string_view bytes) {
        return name(bytes, "indicator", bytes.empty() ? 0 : builder_.intern_indicator(bytes));
    });
}

const CellMeaning<std::uint32_t>& ObservationCells::scope(std::string_view cell) {
    return look_up(caches_.scopes, cell, [&](std::string_view bytes) {
        return name(bytes, "scope", bytes.empty() ? 0 : builder_.intern_scope(bytes));
    });
}

const CellMeaning<std::optional<Period>>& ObservationCells::period(std::string_view cell) {
    return look_up(caches_.periods, cell, [](std::string_view bytes) -> CellMeaning<std::optional<Period>> {
        auto period = Period::parse(bytes);
        if (period) return {*period, nullptr};
        return unreadable<std::optional<Period>>("a period that cannot be read", "period", bytes,
                                                 period.error());
    });
}

const CellMeaning<Basis>& ObservationCells::basis(std::string_view cell) {
    return look_up(caches_.bases, cell,
                   [](std::string_view bytes) { return word<Basis>(bytes, "basis", basis_names); });
}

const CellMeaning<UnitMeaning>& ObservationCells::unit(std::string_view cell) {
    return look_up(caches_.units, cell, [&](std::string_view bytes) -> CellMeaning<UnitMeaning> {
        auto unit = units_.parse(bytes);
        const bool place = bytes == "第";  // 第3, printed as a number and its unit
        if (!unit && !place) {
            return no_meaning<UnitMeaning>(
                {"an unknown unit of measure", "the unit " + shown(bytes) + " is not known",
                 unit.error().expected,
                 "write one such as 亿元, 万家, % or 个百分点, or add it to the plan "
                 "under \"units_of_measure\""});
        }
        const auto known = place ? UnitOfMeasure::rank() : *unit;
        rank_unit_ = builder_.intern_unit(UnitOfMeasure::rank());
        UnitMeaning meaning{builder_.intern_unit(known), known.is_percent(), known.is_points(),
                            known.dimension() == "rank" || known.symbol() == "名"};
        return {meaning, nullptr};
    });
}

const CellMeaning<ObservationStatus>& ObservationCells::status(std::string_view cell) {
    return look_up(caches_.statuses, cell, [](std::string_view bytes) {
        if (bytes.empty()) return CellMeaning<ObservationStatus>{ObservationStatus::final, nullptr};
        return word<ObservationStatus>(bytes, "status", observation_status_names);
    });
}

const CellMeaning<Qualifier>& ObservationCells::qualifier(std::string_view cell) {
    return caches_.qualifiers.get(cell, [](std::string_view bytes) {
        auto meaning = word<Qualifier>(bytes, "qualifier", qualifier_names);
        const auto is_begin = [&](std::string_view sign) { return bytes.starts_with(sign); };
        if (meaning.fault && std::ranges::any_of(upper_bounds, is_begin))
            meaning.fault->mend =
                "none says an upper bound: leave the row out, or the qualifier empty where the figure itself "
                "can count";
        return meaning;
    });
}

const CellMeaning<bool>& ObservationCells::series_break(std::string_view cell) {
    return look_up(caches_.breaks, cell, [](std::string_view bytes) {
        if (bytes.empty()) return CellMeaning<bool>{false, nullptr};
        return word<bool>(bytes, "series break", yes_and_no);
    });
}

const CellMeaning<std::optional<Date>>& ObservationCells::published(std::string_view cell) {
    return look_up(caches_.dates, cell, [](std::string_view bytes) -> CellMeaning<std::optional<Date>> {
        if (bytes.empty()) return {};
        auto date = parse_date(bytes);
        if (date) return {*date, nullptr};
        return unreadable<std::optional<Date>>("a date that cannot be read", "date of publication", bytes,
                                               date.error());
    });
}

const CellMeaning<std::uint32_t>& ObservationCells::source(std::string_view cell) {
    return look_up(caches_.sources, cell, [&](std::string_view bytes) { return quote(bytes); });
}

CellMeaning<std::uint32_t> ObservationCells::quote(std::string_view cell) {
    if (auto fault = text_fault(cell)) return no_meaning<std::uint32_t>(std::move(*fault));
    return {builder_.intern_text(cell), nullptr};
}

CellMeaning<Decimal> ObservationCells::value(std::string_view cell) {
    if (auto number = Decimal::parse(cell)) return {*number, nullptr};
    if (cell.empty())
        return no_meaning<Decimal>({"an empty value", "the value is empty", "a number",
                                    "leave the row out where there is no figure"});
    if (cell.find_first_not_of('*') == std::string_view::npos)
        return no_meaning<Decimal>(
            {"a masked value", "the value is masked (" + std::string(cell.substr(0, 20)) + ")",
             "a published number", "leave the row out: a masked figure is no observation"});
    if (auto fault = text_fault(cell)) return no_meaning<Decimal>(std::move(*fault));
    if (is_no_figure(cell))
        return no_meaning<Decimal>({"an empty value", "the value is " + shown(cell), "a number",
                                    "leave the row out where there is no figure"});
    auto error = Decimal::parse(cell).error();
    if (std::ranges::find(percent_signs, trimmed(cell.substr(error.position))) != std::end(percent_signs))
        error.mend = "leave the sign out: the column unit says it";
    return unreadable<Decimal>("a value that is not a number", "value", cell, error);
}

std::optional<CellFault> unit_fault(Basis basis, const UnitMeaning& unit, std::string_view symbol) {
    const auto fault = [&](std::string expected, std::string mend) {
        auto what = "a figure on the basis " + std::string(name_of(basis)) + " cannot be in " +
                    (symbol.empty() ? "no unit" : shown(symbol));
        return CellFault{"a unit that does not fit the basis", std::move(what), std::move(expected),
                         std::move(mend)};
    };
    if (fits(basis, unit)) return std::nullopt;
    switch (basis) {
        case Basis::growth_yoy:
        case Basis::share:
        case Basis::completion:
            if (unit.points)
                return fault("% or ‰", "a difference in percentage points has the basis change_pp");
            return fault("% or ‰", "write the unit %, or for an amount the basis level or cumulative");
        case Basis::change_pp:
            if (unit.percent)
                return fault("个百分点 or pp",
                             "write 个百分点 where the source says points; growth in percent has the basis "
                             "growth_yoy");
            return fault("个百分点 or pp", "write the unit 个百分点");
        case Basis::rank: return fault("位, 名 or 第", "write the unit 位");
        case Basis::level:
        case Basis::cumulative: break;
    }
    return std::nullopt;
}

std::optional<CellFault> place_fault(Basis basis, const Decimal& value, std::string_view cell) {
    if (basis != Basis::rank || (value.sign() > 0 && value.places() == 0)) return std::nullopt;
    return CellFault{"a rank that is no place", "the rank " + shown(cell) + " is no place in an order",
                     "a whole number from 1", "write the place as the source counts it"};
}

}  // namespace goalpost::detail
