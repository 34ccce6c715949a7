// SPDX-License-Identifier: BSL-1.0
#include "io/json_text.hpp"

#include <cstdint>
#include <cstring>
#include <utility>

#include "io/text.hpp"

namespace goalpost::detail {

namespace {

/// Whether a JSON string holds the text as it is: no control character, no quote and no backslash. Eight
/// bytes at a time, since results are mostly such texts.
bool is_plain(std::string_view text) {
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t high_bits = 0x8080808080808080U;
    // Some byte is below `limit` <= 0x80 exactly where a high bit is left: only such a byte borrows.
    const auto some_below = [](std::uint64_t bytes, std::uint64_t limit) {
        return (bytes - ones * limit) & ~bytes & high_bits;
    };
    const auto check = [&](std::uint64_t bytes) {
        return (some_below(bytes, 0x20) | some_below(bytes ^ (ones * '"'), 1) |
                some_below(bytes ^ (ones * '\\'), 1) | some_below(bytes ^ (ones * 0x7F), 1)) == 0;
    };
    std::uint64_t eight = 0;
    for (; text.size() >= sizeof eight; text.remove_prefix(sizeof eight)) {
        std::memcpy(&eight, text.data(), sizeof eight);
        if (!check(eight)) return false;
    }
    eight = ones * ' ';
    std::memcpy(&eight, text.data(), text.size());
    return check(eight);
}

}  // namespace

void append_json_string(std::string& to, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    to.push_back('"');
    if (is_plain(text)) {
        to.append(text).push_back('"');
        return;
    }
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            to.push_back('\\');
            to.push_back(c);
        } else if (c == '\n') {
            to += "\\n";
        } else if (c == '\t') {
            to += "\\t";
        } else if (byte < 0x20 || byte == 0x7F) {
            to.append("\\u00").push_back(digits[byte >> 4U]);
            to.push_back(digits[byte & 0xFU]);
        } else {
            to.push_back(c);
        }
    }
    to.push_back('"');
}

JsonText JsonText::of(std::string_view text) {
    JsonText value(0, 0);
    append_json_string(value.scalar_, text);
    return value;
}

JsonText JsonText::literal(std::string text) {
    JsonText value(0, 0);
    value.scalar_ = std::move(text);
    return value;
}

JsonText JsonText::list_of(std::span<const std::string> texts) {
    auto list = array();
    for (const auto& text : texts)
        list.push(of(text));
    return list;
}

JsonText& JsonText::put(std::string_view key, JsonText value) {
    value.key_ = key;
    parts_.push_back(std::move(value));
    return *this;
}

void JsonText::append_key(std::string& to, std::string_view colon) const {
    if (!key_.empty()) to.append(1, '"').append(key_).append(1, '"').append(colon);
}

std::string JsonText::text() const {
    std::string text;
    write(text, 0, 0);
    text.push_back('\n');
    return text;
}

void JsonText::write(std::string& to, std::size_t indent, std::size_t before) const {
    if (open_ == 0) {
        to += scalar_;
        return;
    }
    const auto line = one_line();
    if (line.size() < 4 * width && indent + before + count_characters(line) <= width) {
        to += line;
        return;
    }
    to.push_back(open_);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        to.append(i == 0 ? "\n" : ",\n").append(indent + 2, ' ');
        parts_[i].append_key(to, ": ");
        const auto key = count_characters(parts_[i].key_);
        parts_[i].write(to, indent + 2, (key == 0 ? 0 : key + 4) + 1);
    }
    to.append("\n").append(indent, ' ').push_back(close_);
}

void JsonText::append_compact(std::string& to) const {
    if (open_ == 0) {
        to += scalar_;
        return;
    }
    to.push_back(open_);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (i > 0) to.push_back(',');
        parts_[i].append_key(to, ":");
        parts_[i].append_compact(to);
    }
    to.push_back(close_);
}

std::string JsonText::one_line() const {
    if (open_ == 0) return scalar_;
    std::string line(1, open_);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (i > 0) line += ", ";
        parts_[i].append_key(line, ": ");
        line += parts_[i].one_line();
        if (line.size() >= 4 * width) break;  // too long already
    }
    line.push_back(close_);
    return line;
}

}  // namespace goalpost::detail
