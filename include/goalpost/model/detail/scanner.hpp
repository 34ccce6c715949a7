// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "goalpost/calendar/period.hpp"
#include "goalpost/model/shared_text.hpp"
#include "goalpost/number/decimal.hpp"
#include "goalpost/result.hpp"

namespace goalpost::detail {

/// Whether it is an ASCII letter, a digit or `_`.
constexpr bool is_plain_id_character(char c) noexcept {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || c == '_';
}

/// Bytes of the character at the start where it may stand in an id, else 0: ASCII letters, digits and `_`,
/// and what is beyond ASCII except the blanks, punctuation and signs that plans hold and input methods write.
inline std::size_t id_character(std::string_view text) {
    const auto byte = [&](std::size_t i) {
        return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U;
    };
    const auto a = byte(0);
    const auto b = byte(1);
    const auto c = byte(2);
    if (a < 0x80) return is_plain_id_character(static_cast<char>(a)) ? 1 : 0;
    if (a == 0xC2 && (b == 0xA0 || b == 0xB1)) return 0;  // no-break space, ±
    if (a == 0xC3 && (b == 0x97 || b == 0xB7)) return 0;  // ×, ÷
    if (a == 0xE2 &&
        (b == 0x80 || (b == 0x81 && c < 0xB0) || b == 0x88 || b == 0x89))  // U+2000..206F, 2200..227F:
        return 0;                                                          // dashes, ‰, ≈, ≥
    if (a == 0xE3 && b == 0x80 && c != 0x85 && c != 0x87) return 0;        // U+3000..303F but 々 and 〇
    if (a == 0xEF && (b == 0xBC || (b == 0xBD && c <= 0xA0))) return 0;    // U+FF00..FF60: full-width ASCII
    std::size_t length = 1;
    while (length < 4 && (byte(length) & 0xC0U) == 0x80U)
        ++length;
    return length;
}

inline std::size_t id_length(std::string_view text) {
    std::size_t length = 0;
    while (length < text.size() && is_plain_id_character(text[length]))
        ++length;
    while (const auto more = id_character(text.substr(length)))
        length += more;
    return length;
}

/// Bytes of a blank at the start, else 0: space, tab, no-break space, ideographic space.
inline std::size_t blank_length(std::string_view text) {
    if (text.starts_with(' ') || text.starts_with('\t')) return 1;
    if (text.starts_with("\xC2\xA0")) return 2;
    return text.starts_with("\xE3\x80\x80") ? 3 : 0;
}

inline void append_in_quotes(std::string& text, std::string_view id) {
    text += '"';
    for (const char c : id) {
        if (c == '"' || c == '\\') text += '\\';
        text += c;
    }
    text += '"';
}

/// An id as the grammar writes it.
inline void append_id(std::string& text, std::string_view id) {
    if (!id.empty() && id_length(id) == id.size()) {
        text += id;
    } else {
        append_in_quotes(text, id);
    }
}

/// A measure's name: in quotes also where it would be read as a quantifier or a number.
inline void append_measure(std::string& text, std::string_view name) {
    const bool quantifier = name == "every" || name == "over" || name == "all" || name == "at";
    if (quantifier || (!name.empty() && name[0] >= '0' && name[0] <= '9')) {
        append_in_quotes(text, name);
    } else {
        append_id(text, name);
    }
}

inline void append_unit(std::string& text, std::string_view unit) {
    if (unit == "%" || unit == "‰") {
        text += unit;
    } else {
        append_id(text, unit);
    }
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
    /// Where the next token begins.
    [[nodiscard]] std::size_t place() const noexcept { return at_; }
    /// As `fail`, at a place that was passed already.
    bool fail_at(std::size_t place, std::string_view expected) {
        at_ = place;
        return fail(expected);
    }

    /// Whether what is left begins so.
    [[nodiscard]] bool begins(std::string_view text) const { return text_.substr(at_).starts_with(text); }

    bool symbol(std::string_view symbol) {
        if (!begins(symbol)) return false;
        advance(symbol.size());
        return true;
    }
    bool expect(std::string_view symbol) {
        return this->symbol(symbol) || fail("'" + std::string(symbol) + "'");
    }

    bool word(std::string_view word) {
        if (text_.substr(at_, id_length(text_.substr(at_))) != word) return false;
        advance(word.size());
        return true;
    }

    bool identifier(SharedText& id, std::string_view expected) {
        if (text_.substr(at_).starts_with('"')) return quoted(id);
        const auto length = id_length(text_.substr(at_));
        if (length == 0)
            return fail(expected,
                        text_.size() > at_ ? "put an id with other characters in double quotes" : "");
        id = text_.substr(at_, length);
        advance(length);
        return true;
    }

    /// Full-width digits begin a number too: one that is refused for them.
    [[nodiscard]] bool starts_number() const {
        const auto rest = text_.substr(at_);
        const auto c = rest.empty() ? ' ' : rest[0];
        const bool full_width = rest.size() > 2 && rest.starts_with("\xEF\xBC") &&
                                static_cast<unsigned char>(rest[2]) >= 0x90 &&
                                static_cast<unsigned char>(rest[2]) <= 0x99;
        return (c >= '0' && c <= '9') || c == '-' || c == '+' || c == '.' || full_width;
    }

    bool number(Decimal& number, bool in_list = false) {
        std::size_t length = 0;
        const auto rest = text_.substr(at_);
        const auto at = [&](std::size_t i) { return i < rest.size() ? rest[i] : '\0'; };
        const auto digit = [&](std::size_t i) { return at(i) >= '0' && at(i) <= '9'; };
        while (digit(length) || at(length) == '.' || (length == 0 && (at(0) == '-' || at(0) == '+')))
            ++length;
        // A thousands separator (outside a list) and an exponent are handed on, to be refused as what they
        // are.
        const bool separator = !in_list && at(length) == ',' && digit(length + 1);
        const bool exponent = (at(length) == 'e' || at(length) == 'E') &&
                              digit(length + (at(length + 1) == '-' || at(length + 1) == '+' ? 2 : 1));
        if (length > 0 && (separator || exponent)) ++length;
        auto read = Decimal::parse(rest.substr(0, length));
        if (!read) {
            auto error = length == 0 ? not_a_decimal(text_, at_) : read.error();
            if (length == 0) {
                error.found = found();
                error.expected = "a number";
            } else {
                error.position += at_;
                if (error.position == at_ + length) error.found = found_at(text_, error.position);
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
        while (length < rest.size() && rest[length] != ',' && rest[length] != ')' &&
               blank_length(rest.substr(length)) == 0)
            ++length;
        auto read = Period::parse(rest.substr(0, length));
        if (!read) {
            auto error = read.error();
            if (error.position == length) error.found = found_at(text_, at_ + length);
            error.position += at_;
            if (!error_) error_ = std::move(error);
            return false;
        }
        period = *read;
        advance(length);
        return true;
    }

    /// `%` (full-width too), `‰`, an id or a text in double quotes; may be absent.
    bool unit(SharedText& unit) {
        if (symbol("‰")) {
            unit = "‰";
        } else if (symbol("%") || symbol("\xEF\xBC\x85")) {
            unit = "%";
        } else if (text_.substr(at_).starts_with('"')) {
            return quoted(unit);
        } else if (const auto length = id_length(text_.substr(at_)); length > 0) {
            unit = text_.substr(at_, length);
            advance(length);
        }
        return true;
    }
    bool required_unit(SharedText& unit) {
        return this->unit(unit) && (!unit.empty() || fail("a unit such as pp, % or 亿元"));
    }

  private:
    void skip() {
        while (const auto blank = blank_length(text_.substr(at_)))
            at_ += blank;
    }
    void advance(std::size_t length) {
        at_ += length;
        skip();
    }
    [[nodiscard]] std::string found() const {
        const auto length = id_length(text_.substr(at_));
        return length > 0 ? "'" + std::string(text_.substr(at_, length)) + "'" : found_at(text_, at_);
    }
    bool quoted(SharedText& id) {
        std::size_t end = at_ + 1;
        std::string content;
        for (; end < text_.size() && text_[end] != '"'; ++end) {
            if (text_[end] == '\\' && end + 1 < text_.size()) ++end;
            content.push_back(text_[end]);
        }
        if (end >= text_.size()) return fail("a closing double quote");
        if (content.empty()) return fail("an id between the quotes");
        id = std::move(content);
        advance(end + 1 - at_);
        return true;
    }

    std::string_view text_;
    std::size_t at_ = 0;
    std::optional<ParseError> error_;
};

}  // namespace goalpost::detail
