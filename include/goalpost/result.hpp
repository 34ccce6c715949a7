// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <optional>
#include <stdexcept>
#include <string>
#include <utility>

namespace goalpost {

/// Why a text could not be read: where, what stood there, what could stand there, how to mend it.
struct ParseError {
    std::size_t position = 0;  ///< byte offset in the text that was read
    std::string found;         ///< what stood there; "end of text" at the end
    std::string expected;      ///< what could have stood there
    std::string mend;          ///< how to mend it; may be empty

    /// One English sentence: `at 4: found 'x', expected a digit; write ...`.
    [[nodiscard]] std::string message() const {
        std::string text =
            "at " + std::to_string(position + 1) + ": found " + found + ", expected " + expected;
        if (!mend.empty()) text += "; " + mend;
        return text;
    }
    friend bool operator==(const ParseError&, const ParseError&) = default;
};

/// A value, or the error that stands in its place (`std::expected` is not in C++20).
template <class T, class E = ParseError>
class Result {
  public:
    Result(T value) : value_(std::move(value)) {}  // NOLINT: a value is a result
    Result(E error) : error_(std::move(error)) {}  // NOLINT: so is an error

    [[nodiscard]] bool has_value() const noexcept { return value_.has_value(); }
    explicit operator bool() const noexcept { return has_value(); }

    /// The value; throws std::logic_error with the error's message where there is none.
    [[nodiscard]] const T& value() const& {
        require();
        return *value_;
    }
    [[nodiscard]] T&& value() && {
        require();
        return *std::move(value_);
    }
    /// The error; throws std::logic_error where there is a value.
    [[nodiscard]] const E& error() const {
        if (!error_) throw std::logic_error("goalpost::Result holds a value");
        return *error_;
    }

    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }

  private:
    void require() const {
        if (has_value()) return;
        if constexpr (requires(const E& e) { std::string(e.message()); }) {
            throw std::logic_error(error_->message());
        } else {
            throw std::logic_error("goalpost::Result holds an error");
        }
    }
    // One of the two. A std::variant of every T would be dear in every file that includes this.
    std::optional<T> value_;
    std::optional<E> error_;
};

}  // namespace goalpost
