// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "goalpost/calendar/period.hpp"
#include "goalpost/number/decimal.hpp"
#include "io/json_document.hpp"
#include "io/plan_context.hpp"

namespace goalpost::detail {

/// A text of the plan file with its place.
struct PlacedText {
    std::string text;
    JsonValue value;
};

/// The keys of one JSON object, read by name and type; whatever is not as it should be is reported.
///
/// Every `read_...` returns nothing where the key is missing or its value is faulty.
class Fields {
  public:
    /// Reports keys that are not among `keys` and keys that stand twice. `what` names the object in messages.
    Fields(PlanContext& context, const JsonValue& object, std::string what,
           std::span<const std::string_view> keys);

    [[nodiscard]] const JsonValue& object() const noexcept { return object_; }
    [[nodiscard]] std::optional<JsonValue> find(std::string_view key) const;
    /// As `find`; reports where it is missing. An object whose keys could not be told apart counts as
    /// complete.
    std::optional<JsonValue> require(std::string_view key);
    /// The value of `key` where it is there, else the object: where to point to.
    [[nodiscard]] std::size_t offset_of(std::string_view key) const;

    std::optional<std::string> read_text(std::string_view key);
    std::string text_or_empty(std::string_view key) { return read_text(key).value_or(std::string()); }
    /// A text that is required and not blank.
    std::optional<std::string> require_text(std::string_view key);
    /// As `require_text`, for an id: no control characters and no blanks around it.
    std::optional<std::string> require_id(std::string_view key = "id");
    std::optional<bool> read_flag(std::string_view key);
    std::optional<std::size_t> read_count(std::string_view key);
    std::optional<int> read_integer(std::string_view key, int least, int most);
    /// A number, as a JSON number or as text.
    std::optional<Decimal> read_decimal(std::string_view key);
    /// The same, of a value in this object.
    std::optional<Decimal> decimal_in(const JsonValue& value);
    std::optional<Period> read_period(std::string_view key);
    std::optional<Date> read_date(std::string_view key);
    /// The elements of an array, those of another kind reported and left out; none where the key is missing.
    std::vector<JsonValue> read_array(std::string_view key, std::optional<JsonKind> kind = std::nullopt);
    std::vector<PlacedText> read_texts(std::string_view key);
    std::optional<JsonValue> read_object(std::string_view key);

    /// One of the words of a model enumeration, by the model's own table.
    template <class Enum, std::size_t Count>
    std::optional<Enum> read_word(std::string_view key, const std::string_view (&words)[Count]) {
        const auto index = word_index(key, words);
        return index ? std::optional(static_cast<Enum>(*index)) : std::nullopt;
    }

  private:
    std::optional<JsonValue> typed(std::string_view key, JsonKind kind);
    std::optional<std::size_t> word_index(std::string_view key, std::span<const std::string_view> words);

    PlanContext& context_;
    JsonValue object_;
    std::string what_;
    std::vector<JsonValue::Member> members_;
};

/// `a text`, `an array`: how messages call a kind of value.
std::string_view name_of(JsonKind kind) noexcept;

/// An error inside a text, with the place in it.
void report_parse_error(PlanContext& context, const JsonValue& value, std::string_view kind,
                        std::string_view what, const ParseError& error);

}  // namespace goalpost::detail
