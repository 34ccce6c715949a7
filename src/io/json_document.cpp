// SPDX-License-Identifier: BSL-1.0
#include "io/json_document.hpp"

#include <rapidjson/error/error.h>
#include <rapidjson/reader.h>

#include <limits>

#include "io/locator.hpp"
#include "io/text.hpp"

namespace goalpost::detail {

/// A text as RapidJSON reads it. Not its own StringStream: that is copied while a token is read, and then
/// cannot tell the handler where the token ends.
class TextStream {
  public:
    using Ch = char;
    explicit TextStream(std::string_view text) : text_(text) {}
    [[nodiscard]] char Peek() const noexcept { return at_ < text_.size() ? text_[at_] : '\0'; }
    char Take() noexcept { return at_ < text_.size() ? text_[at_++] : '\0'; }
    [[nodiscard]] std::size_t Tell() const noexcept { return at_; }
    // What a stream that is also written to would do.
    char* PutBegin() noexcept { return nullptr; }
    void Put(char) noexcept {}
    void Flush() noexcept {}
    std::size_t PutEnd(char*) noexcept { return 0; }

  private:
    std::string_view text_;
    std::size_t at_ = 0;
};

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

/// Length of the JSON number at the beginning of a text; 0 where there is none.
std::size_t number_length(std::string_view text) {
    std::size_t at = 0;
    const auto peek = [&] { return at < text.size() ? text[at] : ' '; };
    const auto digits = [&] {
        const auto begin = at;
        while (is_digit(peek()))
            ++at;
        return at > begin;
    };
    if (peek() == '-') ++at;
    if (peek() == '0') {
        ++at;
    } else if (!digits()) {
        return 0;
    }
    if (peek() == '.') {
        ++at;
        if (!digits()) return 0;
    }
    if (peek() == 'e' || peek() == 'E') {
        ++at;
        if (peek() == '+' || peek() == '-') ++at;
        if (!digits()) return 0;
    }
    return at;
}

/// The text with every number of three characters and more made 0.0..., of the same length. RapidJSON refuses
/// numbers beyond a double even where it hands out their text, and one such number would cost the whole file.
std::string without_large_numbers(std::string_view text) {
    std::string small(text);
    for (std::size_t at = 0; at < text.size();) {
        if (text[at] == '"') {
            for (++at; at < text.size() && text[at] != '"'; ++at) {
                if (text[at] == '\\') ++at;
            }
            ++at;
        } else if (text[at] == '-' || is_digit(text[at])) {
            const auto length = number_length(text.substr(at));
            if (length >= 3) {
                small.replace(at, length, length, '0');
                small[at + 1] = '.';
            }
            at += length > 0 ? length : 1;
        } else {
            ++at;
        }
    }
    return small;
}

bool in_word(char c) { return is_digit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '_'; }

/// What stands at a place, in quotes: a word, an escape, or one character.
std::string found_in(std::string_view text, std::size_t at) {
    if (at >= text.size()) return "the end of the file";
    std::size_t end = at + 1;
    while (end < text.size() && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
        ++end;
    if (in_word(text[at]) || text[at] == '\\') {
        while (end < text.size() && end - at < 24 && in_word(text[end]))
            ++end;
    }
    return std::string(1, '\'').append(text.substr(at, end - at)).append(1, '\'');
}

char next_sign(std::string_view text, std::size_t at) {
    const auto next = text.find_first_not_of(" \t\r\n", at);
    return next == std::string_view::npos ? '\0' : text[next];
}

}  // namespace

/// Takes RapidJSON's events and lays the values out one after the other.
class JsonTape {
  public:
    JsonTape(JsonDocument& document, const TextStream& stream) : document_(document), stream_(stream) {}

    bool Null() { return scalar(JsonKind::null, 4); }
    bool Bool(bool value) { return scalar(JsonKind::boolean, value ? 4 : 5); }
    bool RawNumber(const char*, rapidjson::SizeType length, bool) { return scalar(JsonKind::number, length); }
    bool Int(int) { return false; }  // never called: numbers arrive as text
    bool Uint(unsigned) { return false; }
    bool Int64(std::int64_t) { return false; }
    bool Uint64(std::uint64_t) { return false; }
    bool Double(double) { return false; }
    bool Key(const char* text, rapidjson::SizeType length, bool) { return String(text, length, true); }

    bool String(const char* text, rapidjson::SizeType length, bool) {
        // The stream stands behind the closing quote. The opening one is the last that no backslash escapes.
        const auto end = stream_.Tell();
        auto begin = end - 2;
        while (document_.text_[begin] != '"' || (begin > 0 && document_.text_[begin - 1] == '\\'))
            --begin;
        auto link = JsonDocument::plain;
        if (end - begin - 2 != length) {
            link = static_cast<std::uint32_t>(document_.decoded_.size());
            document_.decoded_.emplace_back(text, length);
        }
        add(JsonKind::string, begin, end - begin, link);
        if (link == JsonDocument::plain) return true;
        const auto half = find_invalid_utf8(document_.decoded_.back());
        if (half == std::string_view::npos) return true;
        half_pair_ = document_.last().offset_in_string(half);
        return false;
    }

    bool StartObject() { return open(JsonKind::object); }
    bool StartArray() { return open(JsonKind::array); }
    bool EndObject(rapidjson::SizeType) { return close(); }
    bool EndArray(rapidjson::SizeType) { return close(); }

    [[nodiscard]] bool too_deep() const noexcept { return too_deep_; }
    /// Where the last string has a second half of a \\u pair without the first, which RapidJSON lets pass.
    [[nodiscard]] std::optional<std::size_t> half_pair() const noexcept { return half_pair_; }
    /// Where the innermost array or object began that is still open.
    [[nodiscard]] std::optional<std::size_t> open_since() const {
        return open_.empty() ? std::nullopt
                             : std::optional<std::size_t>(document_.nodes_[open_.back()].offset);
    }
    [[nodiscard]] std::size_t end_of_last() const noexcept { return end_of_last_; }

  private:
    bool scalar(JsonKind kind, std::size_t length) {
        add(kind, stream_.Tell() - length, length, JsonDocument::plain);
        return true;
    }
    void add(JsonKind kind, std::size_t offset, std::size_t length, std::uint32_t link) {
        document_.nodes_.push_back(
            {static_cast<std::uint32_t>(offset), static_cast<std::uint32_t>(length), link, kind});
        end_of_last_ = offset + length;
    }
    bool open(JsonKind kind) {
        add(kind, stream_.Tell(), 1,
            JsonDocument::plain);  // the iterative reader asks before it takes the bracket
        open_.push_back(static_cast<std::uint32_t>(document_.nodes_.size() - 1));
        too_deep_ = open_.size() > JsonDocument::most_depth;
        return !too_deep_;
    }
    bool close() {
        auto& node = document_.nodes_[open_.back()];
        node.length = static_cast<std::uint32_t>(stream_.Tell() + 1 - node.offset);
        node.link = static_cast<std::uint32_t>(document_.nodes_.size());
        open_.pop_back();
        end_of_last_ = stream_.Tell() + 1;
        return true;
    }

    JsonDocument& document_;
    const TextStream& stream_;
    std::vector<std::uint32_t> open_;
    std::size_t end_of_last_ = 0;
    bool too_deep_ = false;
    std::optional<std::size_t> half_pair_;
};

namespace {

/// RapidJSON's error code and offset, in words.
JsonFault explain(std::string_view text, rapidjson::ParseErrorCode code, std::size_t offset,
                  const JsonTape& tape) {
    JsonFault fault{offset, "found " + found_in(text, offset), "", ""};
    const auto ends_inside = [&](std::size_t since, const std::string& thing) {
        fault.offset = text.size();
        fault.what = "the file ends inside the " + thing + " that begins in line " +
                     std::to_string(Locator(text).at(since).line);
        fault.mend = "the file is cut off: fetch or save it again, whole";
    };
    if (tape.too_deep()) {
        fault.what = "arrays and objects stand more than " + std::to_string(JsonDocument::most_depth) +
                     " deep in each other";
        fault.expected = "a plan file, which needs 6";
        return fault;
    }
    if (tape.half_pair()) {
        fault.offset = *tape.half_pair();
        fault.what = "found the second half of a \\u pair without the first";
        fault.expected = "a pair such as \\ud83d\\ude00";
        fault.mend = "write both halves, or the character itself";
        return fault;
    }
    if (offset < text.size() && static_cast<unsigned char>(text[offset]) < 0x20 &&
        next_sign(text, offset) != '\0' &&
        (code == rapidjson::kParseErrorStringEscapeInvalid ||
         code == rapidjson::kParseErrorStringInvalidEncoding)) {
        fault.what += " inside a string";
        fault.expected = "the closing double quote before it";
        fault.mend = "close the string, or write a line break as \\n and a tab as \\t";
        return fault;
    }
    const bool at_end = next_sign(text, offset) == '\0';
    if (code == rapidjson::kParseErrorStringMissQuotationMark && offset + 1 >= text.size()) {
        ends_inside(text.find('"', tape.end_of_last()), "string");
        fault.expected = "a closing double quote";
        return fault;
    }
    if (at_end && tape.open_since()) {
        ends_inside(*tape.open_since(), text[*tape.open_since()] == '{' ? "object" : "array");
        fault.expected = text[*tape.open_since()] == '{' ? "\"}\"" : "\"]\"";
        return fault;
    }
    switch (code) {
        case rapidjson::kParseErrorDocumentRootNotSingular:
            fault.expected = "the end of the file after the plan";
            fault.mend = "put one plan in a file";
            break;
        case rapidjson::kParseErrorObjectMissName:
            fault.expected = "a key in double quotes";
            if (next_sign(text, offset) == '}') fault.mend = "remove the comma before it";
            break;
        case rapidjson::kParseErrorObjectMissColon: fault.expected = "a colon after the key"; break;
        case rapidjson::kParseErrorObjectMissCommaOrCurlyBracket: fault.expected = "a comma or \"}\""; break;
        case rapidjson::kParseErrorArrayMissCommaOrSquareBracket: fault.expected = "a comma or \"]\""; break;
        case rapidjson::kParseErrorStringUnicodeEscapeInvalidHex:
            fault.expected = "four hexadecimal digits after \\u";
            break;
        case rapidjson::kParseErrorStringUnicodeSurrogateInvalid:
            fault.expected = "a pair such as \\ud83d\\ude00";
            fault.mend = "write both halves, or the character itself";
            break;
        case rapidjson::kParseErrorStringEscapeInvalid:
            fault.expected = "one of \\\" \\\\ \\/ \\b \\f \\n \\r \\t \\u";
            fault.mend = "write a backslash as \\\\";
            break;
        case rapidjson::kParseErrorNumberMissFraction: fault.expected = "a digit after the point"; break;
        case rapidjson::kParseErrorNumberMissExponent: fault.expected = "a digit in the exponent"; break;
        default:
            fault.expected =
                "a value: a string in double quotes, a number, an object, an array, true, false or null";
            if (next_sign(text, offset) == ']') fault.mend = "remove the comma before it";
            if (next_sign(text, offset) == '\'') fault.mend = "write double quotes";
            break;
    }
    if (next_sign(text, offset) == '/')
        fault.mend = "JSON has no comments: remove it; " + std::string(remark_places);
    return fault;
}

}  // namespace

std::optional<JsonFault> JsonDocument::read(std::string_view text) {
    text_ = text;
    if (text.size() >= std::numeric_limits<std::uint32_t>::max())
        return JsonFault{0, "the file is larger than 4 GB", "a plan file", ""};
    if (const auto nul = text.find('\0'); nul != std::string_view::npos)
        return JsonFault{nul, "found a NUL byte", "text", "name the right file"};

    constexpr unsigned flags = rapidjson::kParseNumbersAsStringsFlag | rapidjson::kParseIterativeFlag |
                               rapidjson::kParseValidateEncodingFlag;
    std::string small;
    auto source = text;
    while (true) {
        nodes_.clear();
        decoded_.clear();
        TextStream stream(source);
        JsonTape tape(*this, stream);
        rapidjson::Reader reader;
        const auto result = reader.Parse<flags>(stream, tape);
        if (!result.IsError()) return std::nullopt;
        if (result.Code() != rapidjson::kParseErrorNumberTooBig || !small.empty())
            return explain(text, result.Code(), result.Offset(), tape);
        small = without_large_numbers(text);
        source = small;
    }
}

JsonKind JsonValue::kind() const noexcept { return document_->nodes_[node_].kind; }

std::size_t JsonValue::offset() const noexcept { return document_->nodes_[node_].offset; }

std::string_view JsonValue::raw() const noexcept {
    const auto& node = document_->nodes_[node_];
    return document_->text_.substr(node.offset, node.length);
}

std::string_view JsonValue::string() const noexcept {
    const auto& node = document_->nodes_[node_];
    if (node.link != JsonDocument::plain) return document_->decoded_[node.link];
    return document_->text_.substr(node.offset + 1, node.length - 2);
}

std::size_t JsonValue::offset_in_string(std::size_t position) const noexcept {
    const auto content = raw();
    std::size_t at = 1;
    for (std::size_t made = 0; made < position && at + 1 < content.size();) {
        if (content[at] != '\\') {
            ++at;
            ++made;
        } else if (content[at + 1] != 'u') {
            at += 2;
            ++made;
        } else {
            // A \u escape makes one to three bytes; a pair of them makes four.
            const auto code = std::stoul(std::string(content.substr(at + 2, 4)), nullptr, 16);
            const bool pair = code >= 0xD800 && code < 0xE000;
            at += pair ? 12 : 6;
            made += pair ? 4U : code < 0x80 ? 1U : code < 0x800 ? 2U : 3U;
        }
    }
    return offset() + at;
}

JsonValue::Elements::Iterator& JsonValue::Elements::Iterator::operator++() noexcept {
    const auto& node = at_.document_->nodes_[at_.node_];
    at_.node_ = node.kind >= JsonKind::array ? node.link : at_.node_ + 1;
    return *this;
}

JsonValue::Elements::Iterator JsonValue::Elements::end() const noexcept {
    return {*array_.document_, array_.document_->nodes_[array_.node_].link};
}

JsonValue::Elements JsonValue::elements() const { return Elements(*this); }

std::vector<JsonValue::Member> JsonValue::members() const {
    std::vector<Member> members;
    const auto flat = elements();  // an object's keys and values alternate
    for (auto at = flat.begin(); at != flat.end(); ++at) {
        const auto key = *at;
        members.push_back({key, *++at});
    }
    return members;
}

}  // namespace goalpost::detail
