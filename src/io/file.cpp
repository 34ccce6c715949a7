// SPDX-License-Identifier: BSL-1.0
#include "io/file.hpp"

#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdint>
#include <system_error>

#include "io/locator.hpp"
#include "io/text.hpp"

namespace goalpost::detail {

using namespace std::string_view_literals;

namespace {

std::string in_shell_quotes(const std::string& name) {
    const bool plain = !name.empty() && name.front() != '-' && std::ranges::all_of(name, [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.' ||
               c == '/' || c == '_' || c == '-' || static_cast<unsigned char>(c) >= 0x80;
    });
    if (plain) return name;
    std::string quoted = "'";
    for (const char c : name)
        quoted += c == '\'' ? "'\\''" : std::string(1, c);
    return quoted + "'";
}

std::string hexadecimal(unsigned char byte) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    return {'0', 'x', digits[byte >> 4U], digits[byte & 0xFU]};
}

}  // namespace

Diagnostic file_fault(std::string file, std::string what, std::string expected, std::string mend) {
    Diagnostic fault;
    fault.file = std::move(file);
    fault.what = std::move(what);
    fault.expected = std::move(expected);
    fault.mend = std::move(mend);
    return fault;
}

std::optional<Diagnostic> InputFile::open(const std::filesystem::path& path, InputFile& file) {
    std::error_code error;
    const auto status = std::filesystem::status(path, error);
    if (status.type() == std::filesystem::file_type::not_found)
        return file_fault(path.string(), "there is no such file", "a file", "check the name and the folder");
    if (status.type() == std::filesystem::file_type::directory)
        return file_fault(path.string(), "this is a directory", "a file", "name one of the files in it");
    errno = 0;
    file.file_.reset(std::fopen(path.c_str(), "rb"));
    if (!file.file_)
        return file_fault(path.string(), "cannot open the file: " + std::generic_category().message(errno),
                          "a readable file", "");
    std::setvbuf(file.file_.get(), nullptr, _IONBF,
                 0);  // it is read in large blocks, which need no second buffer
    if (status.type() == std::filesystem::file_type::regular) {
        const auto size = std::filesystem::file_size(path, error);
        if (!error) file.size_ = size;
    }
    return std::nullopt;
}

std::optional<std::size_t> InputFile::read(char* to, std::size_t most) {
    const auto count = std::fread(to, 1, most, file_.get());
    if (count == 0 && std::ferror(file_.get()) != 0) return std::nullopt;
    return count;
}

std::optional<std::size_t> InputFile::read_at(std::uintmax_t place, char* to, std::size_t most) const {
    while (true) {
        const auto count = ::pread(::fileno(file_.get()), to, most, static_cast<off_t>(place));
        if (count >= 0) return static_cast<std::size_t>(count);
        if (errno != EINTR) return std::nullopt;
    }
}

std::optional<Diagnostic> read_whole_file(const std::filesystem::path& path, std::string& text) {
    InputFile file;
    if (auto fault = InputFile::open(path, file)) return fault;
    constexpr std::size_t block = std::size_t{1} << 20U;
    std::size_t used = 0;
    text.resize(static_cast<std::size_t>(file.size().value_or(0)) +
                1);  // one more, to meet the end without growing
    while (true) {
        if (used == text.size()) text.resize(used + std::max(block, used));
        const auto count = file.read(text.data() + used, text.size() - used);
        if (!count)
            return file_fault(path.string(),
                              "reading the file failed: " + std::generic_category().message(errno),
                              "a readable file", "");
        if (*count == 0) break;
        used += *count;
    }
    text.resize(used);
    return std::nullopt;
}

namespace {

std::optional<Diagnostic> encoding_fault(std::string_view text, const std::string& file,
                                         EncodingCheck check) {
    const auto invalid = find_invalid_utf8(text);
    const auto at_begin = [&](std::string what, std::string expected, std::string mend) {
        auto fault = file_fault(file, std::move(what), std::move(expected), std::move(mend));
        fault.line = fault.column = 1;
        return fault;
    };
    if (text.starts_with("\xFF\xFE\0\0"sv) || text.starts_with("\0\0\xFE\xFF"sv))
        return at_begin("the file is in UTF-32", "UTF-8", "convert it: " + iconv_command("UTF-32", file));
    if (text.starts_with("PK\x03\x04") || text.starts_with("\xD0\xCF\x11\xE0"))
        return at_begin("this is not a text file; it looks like a spreadsheet", "UTF-8 text",
                        "save the sheet as CSV UTF-8, and name that file");
    if (text.starts_with("\xFF\xFE") || text.starts_with("\xFE\xFF"))
        return at_begin("the file is in UTF-16", "UTF-8", "convert it: " + iconv_command("UTF-16", file));
    if (text.find_first_not_of(" \t\r\n", text.starts_with(byte_order_mark) ? byte_order_mark.size() : 0) ==
        std::string_view::npos)
        return at_begin(text.empty() ? "the file is empty" : "the file holds only blanks", "text",
                        "name a file that holds something");
    if (invalid == std::string_view::npos) {
        if (!looks_binary(text)) return std::nullopt;
        return at_begin("this is not a text file", "UTF-8 text", "name the right file");
    }
    Diagnostic fault = file_fault(file, "", "UTF-8", "");
    const auto [line, column] = Locator(text).at(invalid);
    fault.line = line;
    fault.column = column;
    if (looks_like_gb18030(text)) {
        fault.what = "the file is not in UTF-8; it looks like GB18030 (GBK)";
        fault.mend = "convert it: " + iconv_command("GB18030", file);
    } else if (looks_binary(text)) {
        fault.what =
            "this is not a text file (byte " + hexadecimal(static_cast<unsigned char>(text[invalid])) + ")";
        fault.expected = "UTF-8 text";
        fault.mend = "name the right file";
    } else if (check == EncodingCheck::kind_of_file) {
        return std::nullopt;
    } else {
        fault.what = "the byte " + hexadecimal(static_cast<unsigned char>(text[invalid])) + " is not UTF-8";
        fault.mend = "save the file as UTF-8";
    }
    return fault;
}

}  // namespace

std::optional<Diagnostic> begin_text(std::string_view& text, const std::string& file, EncodingCheck check) {
    auto fault = encoding_fault(text, file, check);
    if (!fault && text.starts_with(byte_order_mark)) text.remove_prefix(byte_order_mark.size());
    return fault;
}

std::string iconv_command(std::string_view encoding, const std::string& file) {
    const std::filesystem::path path(file);
    auto made = path.parent_path() / path.stem();
    made += ".utf8";
    made += path.extension();
    return "iconv -f " + std::string(encoding) + " -t UTF-8 " + in_shell_quotes(file) + " > " +
           in_shell_quotes(made.string());
}

}  // namespace goalpost::detail
