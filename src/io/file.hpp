// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "goalpost/io/diagnostic.hpp"

namespace goalpost::detail {

/// A fault of a whole file: no line, or the line and column where it first shows.
Diagnostic file_fault(std::string file, std::string what, std::string expected, std::string mend);

/// A file that is read in blocks; a directory, a missing or an unreadable file is a fault.
class InputFile {
  public:
    static std::optional<Diagnostic> open(const std::filesystem::path& path, InputFile& file);

    /// Bytes read into `to`, 0 at the end; nothing where reading fails.
    std::optional<std::size_t> read(char* to, std::size_t most);
    /// The same from a place in a regular file, wherever `read` is; may be called by several threads at once.
    std::optional<std::size_t> read_at(std::uintmax_t place, char* to, std::size_t most) const;
    /// Size in bytes where it is a regular file.
    [[nodiscard]] std::optional<std::uintmax_t> size() const noexcept { return size_; }

  private:
    struct Close {
        void operator()(std::FILE* file) const noexcept { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, Close> file_;
    std::optional<std::uintmax_t> size_;
};

/// The whole file, or why it could not be read.
std::optional<Diagnostic> read_whole_file(const std::filesystem::path& path, std::string& text);

/// How much of a text must be sound.
enum class EncodingCheck : unsigned char {
    every_byte,
    /// Only what tells that this is another kind of file; the text may be the beginning of a longer one.
    kind_of_file,
};

/// What is wrong with a text as a text: empty, UTF-16, UTF-32, GB18030, no text at all, or a byte that is not
/// UTF-8. Where nothing is, takes the byte order mark off.
std::optional<Diagnostic> begin_text(std::string_view& text, const std::string& file, EncodingCheck check);

/// `iconv -f GB18030 -t UTF-8 plan.json > plan.utf8.json`
std::string iconv_command(std::string_view encoding, const std::string& file);

}  // namespace goalpost::detail
