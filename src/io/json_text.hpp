// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace goalpost::detail {

/// A text as a JSON string, quotes included.
void append_json_string(std::string& to, std::string_view text);

/// A JSON value as it is put together, and written with as much on a line as fits.
class JsonText {
  public:
    static JsonText object() { return {'{', '}'}; }
    static JsonText array() { return {'[', ']'}; }
    static JsonText of(std::string_view text);
    static JsonText list_of(std::span<const std::string> texts);
    /// A number, true, false or null, as it is.
    static JsonText literal(std::string text);

    /// A key is one of ours: plain text that stays where it is.
    JsonText& put(std::string_view key, JsonText value);
    /// Leaves the key out where the text is empty.
    JsonText& put_text(std::string_view key, std::string_view text) {
        return text.empty() ? *this : put(key, of(text));
    }
    /// Leaves the key out where the array or object is empty.
    JsonText& put_list(std::string_view key, JsonText list) {
        return list.empty() ? *this : put(key, std::move(list));
    }
    void push(JsonText value) { parts_.push_back(std::move(value)); }
    /// Of an array or an object.
    [[nodiscard]] bool empty() const noexcept { return parts_.empty(); }

    [[nodiscard]] std::string text() const;
    /// The same inside a longer text: its lines begin with `indent` blanks, and `before` characters stand
    /// before it on its first one.
    void write(std::string& to, std::size_t indent, std::size_t before) const;
    /// The same on one line, without blanks.
    void append_compact(std::string& to) const;

  private:
    static constexpr std::size_t width = 110;

    JsonText(char open, char close) : open_(open), close_(close) {}
    [[nodiscard]] std::string one_line() const;
    void append_key(std::string& to, std::string_view colon) const;

    char open_;  // 0 for a scalar
    char close_;
    std::string_view key_;  // empty in an array
    std::string scalar_;
    std::vector<JsonText> parts_;
};

}  // namespace goalpost::detail
