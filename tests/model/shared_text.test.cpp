// SPDX-License-Identifier: BSL-1.0
#include "goalpost/model/shared_text.hpp"

#include <doctest/doctest.h>

#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <utility>
#include <vector>

using goalpost::SharedText;

TEST_CASE("a shared text takes eight bytes, and an empty one no more") {
    CHECK(sizeof(SharedText) == sizeof(void*));
    CHECK(SharedText().empty());
    CHECK(SharedText("").empty());
    CHECK(SharedText(std::string()) == SharedText());
    CHECK(SharedText().str().empty());
    CHECK(SharedText().size() == 0);
}

TEST_CASE("copies share one text") {
    const SharedText one = "a text that is longer than a string holds in itself";
    const SharedText copy = one;  // NOLINT: a copy is what is tested
    CHECK(&copy.str() == &one.str());
    const SharedText another = one.str();
    CHECK(&another.str() != &one.str());
    CHECK(another == one);
}

TEST_CASE("a copy stays when the first is replaced") {
    SharedText one = "first";
    SharedText copy = one;
    one = "second";
    CHECK(one == "second");
    CHECK(copy == "first");
    one.clear();
    CHECK(one.empty());
    CHECK(copy == "first");
    const auto& itself = copy;
    copy = itself;
    CHECK(copy == "first");
    const SharedText moved = std::move(copy);
    CHECK(moved == "first");
    CHECK(copy.empty());  // NOLINT: what is left is what is tested
}

TEST_CASE("a shared text stands where a string is asked for") {
    const SharedText text = std::string_view("北京");
    const std::string& string = text;
    CHECK(string == "北京");
    std::string own = text;
    own = text;
    CHECK(own + "!" == "北京!");
    const std::string_view view = text;
    CHECK(view.size() == 6);
    CHECK("in " + text + " now" == "in 北京 now");
    CHECK(text + std::string("!") == "北京!");
    CHECK(text.starts_with("北"));
    CHECK_FALSE(text.starts_with("京"));
    CHECK(text.ends_with("京"));
    CHECK_FALSE(text.ends_with("北"));
    CHECK(text.find("京") == 3);
    CHECK(text.find("京", 4) == std::string::npos);
    std::ostringstream out;
    out << text << SharedText();
    CHECK(out.str() == "北京");
    std::map<std::string, int> numbers;
    numbers[text] = 1;
    CHECK(numbers.contains("北京"));
}

TEST_CASE("shared texts are compared by their bytes") {
    const SharedText a = "a";
    CHECK(a == "a");
    CHECK("a" == a);
    CHECK(a == std::string("a"));
    CHECK(std::string_view("a") == a);
    CHECK(a != "b");
    CHECK(a != SharedText("b"));
    CHECK(a < SharedText("b"));
    CHECK(a < std::string("b"));
    CHECK(std::string("b") > a);
    CHECK(SharedText() < a);
}

TEST_CASE("copies are made and dropped in several threads") {
    const SharedText text = "shared by all of them";
    std::vector<std::jthread> threads;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&text] {
            for (int k = 0; k < 10'000; ++k) {
                SharedText copy = text;
                SharedText other = copy;
                copy.clear();
            }
        });
    }
    threads.clear();
    CHECK(text == "shared by all of them");
}
