// SPDX-License-Identifier: BSL-1.0
#include "io/plan_fields.hpp"

#include <algorithm>
#include <utility>

#include "io/text.hpp"

namespace goalpost::detail {

namespace {

std::string quoted(std::string_view key) { return std::string(1, '"').append(key).append(1, '"'); }

bool has_control_character(std::string_view text) {
    return std::ranges::any_of(text,
                               [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; });
}

}  // namespace

std::string_view name_of(JsonKind kind) noexcept {
    switch (kind) {
        case JsonKind::null: return "null";
        case JsonKind::boolean: return "true or false";
        case JsonKind::number: return "a number";
        case JsonKind::string: return "a text in double quotes";
        case JsonKind::array: return "an array";
        case JsonKind::object: return "an object";
    }
    return {};
}

void report_parse_error(PlanContext& context, const JsonValue& value, std::string_view kind,
                        std::string_view what, const ParseError& error) {
    auto offset = value.offset() + error.position;
    auto text = value.number();
    if (value.kind() == JsonKind::string) {
        offset = value.offset_in_string(error.position);
        text = value.string();
    }
    context.error(offset, kind,
                  "the " + std::string(what) + " " + shown(text) + " cannot be read: found " + error.found,
                  error.expected, error.mend);
}

Fields::Fields(PlanContext& context, const JsonValue& object, std::string what,
               std::span<const std::string_view> keys)
    : context_(context), object_(object), what_(std::move(what)) {
    const bool takes_note = std::ranges::find(keys, "note") != keys.end();
    for (const auto& member : object.members()) {
        const auto key = member.key.string();
        if (std::ranges::find(keys, key) == keys.end()) {
            const auto meant =
                context_.is_flooded("an unknown key") ? std::string_view() : nearest(key, keys);
            context_.error(member.key.offset(), "an unknown key",
                           "the key " + shown(key) + " is not known in " + what_, one_of(keys),
                           !meant.empty() ? "did you mean " + quoted(meant) + "?"
                           : takes_note   ? "remove it, or put remarks under \"note\""
                                          : "remove it; " + std::string(remark_places));
        } else if (find(key)) {
            context_.error(member.key.offset(), "a key that stands twice",
                           "the key " + shown(key) + " stands twice in " + what_, "",
                           "remove one of the two");
        } else {
            members_.push_back(member);
        }
    }
}

std::optional<JsonValue> Fields::find(std::string_view key) const {
    for (const auto& member : members_) {
        if (member.key.string() == key) return member.value;
    }
    return std::nullopt;
}

std::optional<JsonValue> Fields::require(std::string_view key) {
    auto value = find(key);
    if (!value)
        context_.error(object_.offset(), "a missing key", what_ + " has no " + quoted(key),
                       "the key " + quoted(key), "add it");
    return value;
}

std::size_t Fields::offset_of(std::string_view key) const {
    const auto value = find(key);
    return value ? value->offset() : object_.offset();
}

std::optional<JsonValue> Fields::typed(std::string_view key, JsonKind kind) {
    auto value = find(key);
    if (!value || value->kind() == kind) return value;
    std::string mend;
    if (value->kind() == JsonKind::null) mend = "leave the key out";
    if (value->kind() == JsonKind::number && kind == JsonKind::string)
        mend = "write " + quoted(value->number());
    context_.error(value->offset(), "a value of another type",
                   quoted(key) + " in " + what_ + " is " + std::string(name_of(value->kind())),
                   std::string(name_of(kind)), std::move(mend));
    return std::nullopt;
}

std::optional<std::string> Fields::read_text(std::string_view key) {
    const auto value = typed(key, JsonKind::string);
    return value ? std::optional(std::string(value->string())) : std::nullopt;
}

std::optional<std::string> Fields::require_text(std::string_view key) {
    if (!require(key)) return std::nullopt;
    auto text = read_text(key);
    if (text && trimmed(*text).empty()) {
        context_.error(offset_of(key), "an empty text", quoted(key) + " in " + what_ + " is empty", "a text",
                       "fill it in");
        return std::nullopt;
    }
    return text;
}

std::optional<std::string> Fields::require_id(std::string_view key) {
    auto text = require_text(key);
    if (text && (has_control_character(*text) || trimmed(*text).size() != text->size())) {
        context_.error(
            offset_of(key), "an id that cannot stand", quoted(key) + " in " + what_ + " is " + shown(*text),
            "letters, digits and _, without blanks around them",
            has_control_character(*text) ? "remove the control characters" : "remove the blanks around it");
        return std::nullopt;
    }
    return text;
}

std::optional<bool> Fields::read_flag(std::string_view key) {
    const auto value = typed(key, JsonKind::boolean);
    return value ? std::optional(value->boolean()) : std::nullopt;
}

std::optional<int> Fields::read_integer(std::string_view key, int least, int most) {
    const auto value = typed(key, JsonKind::number);
    if (!value) return std::nullopt;
    const auto number = Decimal::parse(value->number());
    if (number && number->places() == 0 && *number >= Decimal(least) && *number <= Decimal(most))
        return static_cast<int>(number->units());
    context_.error(value->offset(), "a number out of range",
                   quoted(key) + " in " + what_ + " is " + shown(value->number()),
                   "a whole number from " + std::to_string(least) + " to " + std::to_string(most));
    return std::nullopt;
}

std::optional<std::size_t> Fields::read_count(std::string_view key) {
    const auto number = read_integer(key, 1, 1'000'000'000);
    return number ? std::optional(static_cast<std::size_t>(*number)) : std::nullopt;
}

std::optional<Decimal> Fields::read_decimal(std::string_view key) {
    const auto value = find(key);
    return value ? decimal_in(*value) : std::nullopt;
}

std::optional<Decimal> Fields::decimal_in(const JsonValue& value) {
    if (value.kind() != JsonKind::number && value.kind() != JsonKind::string) {
        context_.error(value.offset(), "a value of another type",
                       "a number in " + what_ + " is " + std::string(name_of(value.kind())),
                       "a number, or a number in double quotes");
        return std::nullopt;
    }
    auto decimal = Decimal::parse(value.kind() == JsonKind::number ? value.number() : value.string());
    if (decimal) return *decimal;
    report_parse_error(context_, value, "a number that cannot be read", "number", decimal.error());
    return std::nullopt;
}

std::optional<Period> Fields::read_period(std::string_view key) {
    const auto value = typed(key, JsonKind::string);
    if (!value) return std::nullopt;
    auto period = Period::parse(value->string());
    if (period) return *period;
    report_parse_error(context_, *value, "a period that cannot be read", "period", period.error());
    return std::nullopt;
}

std::optional<Date> Fields::read_date(std::string_view key) {
    const auto value = typed(key, JsonKind::string);
    if (!value) return std::nullopt;
    auto date = parse_date(value->string());
    if (date) return *date;
    report_parse_error(context_, *value, "a date that cannot be read", "date", date.error());
    return std::nullopt;
}

std::vector<JsonValue> Fields::read_array(std::string_view key, std::optional<JsonKind> kind) {
    std::vector<JsonValue> elements;
    const auto array = typed(key, JsonKind::array);
    if (!array) return elements;
    for (const auto& value : array->elements()) {
        if (!kind || value.kind() == *kind) {
            elements.push_back(value);
        } else {
            context_.error(value.offset(), "a value of another type",
                           "an element of " + quoted(key) + " is " + std::string(name_of(value.kind())),
                           std::string(name_of(*kind)));
        }
    }
    return elements;
}

std::vector<PlacedText> Fields::read_texts(std::string_view key) {
    std::vector<PlacedText> texts;
    for (const auto& value : read_array(key, JsonKind::string)) {
        if (trimmed(value.string()).empty()) {
            context_.error(value.offset(), "an empty text", "an element of " + quoted(key) + " is empty",
                           "a text", "fill it in, or remove it");
        } else {
            texts.push_back({std::string(value.string()), value});
        }
    }
    return texts;
}

std::optional<JsonValue> Fields::read_object(std::string_view key) { return typed(key, JsonKind::object); }

std::optional<std::size_t> Fields::word_index(std::string_view key, std::span<const std::string_view> words) {
    const auto value = typed(key, JsonKind::string);
    if (!value) return std::nullopt;
    const auto found = std::ranges::find(words, value->string());
    if (found != words.end()) return static_cast<std::size_t>(found - words.begin());
    const auto meant = nearest(value->string(), words);
    context_.error(value->offset(), "an unknown word",
                   quoted(key) + " in " + what_ + " is " + shown(value->string()), one_of(words),
                   meant.empty() ? "" : "did you mean " + quoted(meant) + "?");
    return std::nullopt;
}

}  // namespace goalpost::detail
