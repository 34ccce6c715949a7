// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace goalpost::detail {

/// What to do about remarks, which have their place in some objects of a plan file only.
inline constexpr std::string_view remark_places =
    "remarks go under \"note\" of an indicator, a responsible unit, a target or a statement";

/// Why a text is not JSON.
struct JsonFault {
    std::size_t offset = 0;
    std::string what;
    std::string expected;
    std::string mend;
};

enum class JsonKind : std::uint8_t { null, boolean, number, string, array, object };

class JsonDocument;

/// A value of a document, with its place.
class JsonValue {
  public:
    [[nodiscard]] JsonKind kind() const noexcept;
    /// Byte at which it begins in the text.
    [[nodiscard]] std::size_t offset() const noexcept;
    /// Of a string: the byte of the text from which its byte `position` was made.
    [[nodiscard]] std::size_t offset_in_string(std::size_t position) const noexcept;

    /// A string's content without escapes.
    [[nodiscard]] std::string_view string() const noexcept;
    /// A number exactly as it is written.
    [[nodiscard]] std::string_view number() const noexcept { return raw(); }
    [[nodiscard]] bool boolean() const noexcept { return raw() == "true"; }

    class Elements;
    /// Of an array; one after the other, since there may be millions.
    [[nodiscard]] Elements elements() const;
    struct Member;
    [[nodiscard]] std::vector<Member> members() const;

  private:
    friend class JsonDocument;
    JsonValue(const JsonDocument& document, std::uint32_t node) : document_(&document), node_(node) {}
    [[nodiscard]] std::string_view raw() const noexcept;

    const JsonDocument* document_;
    std::uint32_t node_;
};

class JsonValue::Elements {
  public:
    class Iterator {
      public:
        Iterator(const JsonDocument& document, std::uint32_t node) : at_(document, node) {}
        const JsonValue& operator*() const noexcept { return at_; }
        Iterator& operator++() noexcept;
        bool operator==(const Iterator& other) const noexcept { return at_.node_ == other.at_.node_; }

      private:
        JsonValue at_;
    };
    explicit Elements(const JsonValue& array) : array_(array) {}
    [[nodiscard]] Iterator begin() const noexcept { return {*array_.document_, array_.node_ + 1}; }
    [[nodiscard]] Iterator end() const noexcept;

  private:
    JsonValue array_;
};

struct JsonValue::Member {
    JsonValue key;
    JsonValue value;
};

/// A JSON text cut into values, each with its place; strings and numbers stay where they are in the text,
/// which must outlive the document. No number ever becomes a binary float.
class JsonDocument {
  public:
    static constexpr std::size_t most_depth = 64;

    /// Reads a whole text, which is valid UTF-8; a fault where it is not JSON.
    std::optional<JsonFault> read(std::string_view text);

    [[nodiscard]] JsonValue root() const { return {*this, 0}; }

  private:
    friend class JsonValue;
    friend class JsonTape;
    [[nodiscard]] JsonValue last() const { return {*this, static_cast<std::uint32_t>(nodes_.size() - 1)}; }
    // All values in the order of the text, 16 bytes each: millions of them stay affordable.
    struct Node {
        std::uint32_t offset;
        std::uint32_t length;  // in the text
        std::uint32_t link;  // of an array or object: the node after its last; of a string with escapes: its
                             // place in `decoded_`
        JsonKind kind;
    };
    static constexpr std::uint32_t plain = static_cast<std::uint32_t>(-1);

    std::string_view text_;
    std::vector<Node> nodes_;
    std::deque<std::string> decoded_;
};

}  // namespace goalpost::detail
