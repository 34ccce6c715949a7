// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "goalpost/calendar/period.hpp"
#include "goalpost/number/decimal.hpp"
#include "goalpost/result.hpp"

namespace goalpost::detail {

/// Letters, digits, `_`, and every character beyond ASCII that is not a sign of the grammar.
inline std::size_t id_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size()) {
        const auto c = static_cast<unsigned char>(text[length]);
        const bool ascii = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        const bool sign = text.substr(length).starts_with("±") || text.substr(length).starts_with("‰");
        if (!ascii && (c < 0x80 || sign)) break;
        ++length;
    }
    return length;
}

inline std::string quoted_id(const std::string& id) {
    if (!id.empty() && id_length(id) == id.size()) return id;
    std::string text = "\"";
    for (const char c : id) {
        if (c == '"' || c == '\\') text.push_back('\\');
        text.push_back(c);
    }
    return text + "\"";
}

/// Cuts a criterion into words, numbers and signs, and keeps the first error with its place.
class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) { skip(); }

    [[nodiscard]] const std::optional<ParseError>& error() const noexcept { return error_; }
    [[nodiscard]] bool at_end() const noexcept { return at_ == text_.size(); }

    /// Always false, so that a rule can end with it.
    bool fail(std::string_view expected, std::string_view mend = {}) {
        if (!error_) error_ = ParseError{at_, found(), std::string(expected), std::string(mend)};
        return false;
    }
    /// As `fail`, at the token that was read last.
    bool fail_before(std::string_view expected) {
        at_ = before_;
        return fail(expected);
    }

    bool symbol(std::string_view symbol) {
        if (!text_.substr(at_).starts_with(symbol)) return false;
        advance(symbol.size());
        return true;
    }
    bool expect(std::string_view symbol) { return this->symbol(symbol) || fail("'" + std::string(symbol) + "'"); }

    bool word(std::string_view word) {
        if (text_.substr(at_, id_length(text_.substr(at_))) != word) return false;
        advance(word.size());
        return true;
    }

    bool identifier(std::string& id, std::string_view expected) {
        if (text_.substr(at_).starts_with('"')) return quoted(id);
        const auto length = id_length(text_.substr(at_));
        if (length == 0) return fail(expected, text_.size() > at_ ? "put an id with other characters in double quotes" : "");
        id = text_.substr(at_, length);
        advance(length);
        return true;
    }

    [[nodiscard]] bool starts_number() const {
        const auto c = at_ < text_.size() ? text_[at_] : ' ';
        return (c >= '0' && c <= '9') || c == '-' || c == '+';
    }

    /// Outside a list, a comma inside digits is reported as the thousands separator that it is.
    bool number(Decimal& number, bool in_list = false) {
        std::size_t length = 0;
        const auto rest = text_.substr(at_);
        while (length < rest.size() && ((rest[length] >= '0' && rest[length] <= '9') || rest[length] == '.' || (length == 0 && (rest[0] == '-' || rest[0] == '+'))))
            ++length;
        if (!in_list && length + 1 < rest.size() && rest[length] == ',' && rest[length + 1] >= '0' && rest[length + 1] <= '9' && length > 0)
            length += 2;
        auto read = Decimal::parse(rest.substr(0, length));
        if (!read) {
            auto error = read.error();
            error.position += at_;
            if (length == 0) {
                error.found = found();
                error.expected = "a number";
            }
            if (!error_) error_ = std::move(error);
            return false;
        }
        number = *read;
        advance(length);
        return true;
    }

    bool period(std::optional<Period>& period) {
        std::size_t length = 0;
        const auto rest = text_.substr(at_);
        while (length < rest.size() && rest[length] != ',' && rest[length] != ')' && rest[length] != ' ') ++length;
        auto read = Period::parse(rest.substr(0, length));
        if (!read) {
            auto error = read.error();
            error.position += at_;
            if (!error_) error_ = std::move(error);
            return false;
        }
        period = *read;
        advance(length);
        return true;
    }

    /// `%`, `‰` or letters; may be absent.
    bool unit(std::string& unit) {
        if (symbol("‰")) {
            unit = "‰";
        } else if (symbol("%") || symbol("%")) {
            unit = "%";
        } else if (const auto length = id_length(text_.substr(at_)); length > 0) {
            unit = text_.substr(at_, length);
            advance(length);
        }
        return true;
    }
    bool required_unit(std::string& unit) {
        this->unit(unit);
        return !unit.empty() || fail("a unit such as pp, % or 亿元");
    }

  private:
    void skip() {
        while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\t')) ++at_;
    }
    void advance(std::size_t length) {
        before_ = at_;
        at_ += length;
        skip();
    }
    [[nodiscard]] std::string found() const {
        const auto length = id_length(text_.substr(at_));
        return length > 0 ? "'" + std::string(text_.substr(at_, length)) + "'" : found_at(text_, at_);
    }
    bool quoted(std::string& id) {
        std::size_t end = at_ + 1;
        id.clear();
        for (; end < text_.size() && text_[end] != '"'; ++end) {
            if (text_[end] == '\\' && end + 1 < text_.size()) ++end;
            id.push_back(text_[end]);
        }
        if (end >= text_.size()) return fail("a closing double quote");
        if (id.empty()) return fail("an id between the quotes");
        advance(end + 1 - at_);
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t before_ = 0;
    std::optional<ParseError> error_;
};

}  // namespace goalpost::detail
