// SPDX-License-Identifier: BSL-1.0
// What a reader is shown: every enumerator in both languages.
#include "goalpost/evaluate/words.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>

#include "goalpost/evaluate/finding.hpp"

using namespace goalpost;

namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

/// Every one has words, its own, in both languages; the Chinese ones are Chinese.
template <class Enum>
void check_words(std::size_t count, Enum (*at)(std::size_t)) {
    std::set<std::string_view> en;
    std::set<std::string_view> zh;
    for (std::size_t i = 0; i < count; ++i) {
        const auto value = at(i);
        const auto english = words(value, Language::en);
        const auto chinese = words(value, Language::zh);
        CAPTURE(english);
        CHECK_FALSE(english.empty());
        CHECK(is_ascii(english));
        CHECK(english.find('_') == std::string_view::npos);  // no names out of files
        CHECK_FALSE(is_ascii(chinese));
        CHECK(en.insert(english).second);
        CHECK(zh.insert(chinese).second);
    }
}

template <class Enum, std::size_t Count>
void check_words(const std::string_view (&)[Count]) {
    check_words<Enum>(Count, [](std::size_t i) { return static_cast<Enum>(i); });
}

}  // namespace

TEST_CASE("every enumerator has words of its own in both languages") {
    check_words<Outcome>(detail::outcome_names);
    check_words<Stage>(detail::stage_names);
    check_words<Status>(detail::status_names);
    check_words<Certainty>(detail::certainty_names);
    check_words<Reason>(detail::reason_names);
    check_words<Flag>(flag_count, &flag_at);
    check_words<Basis>(detail::basis_names);
    check_words<Commitment>(detail::commitment_names);
    check_words<ObservationStatus>(detail::observation_status_names);
    check_words<Better>(detail::better_names);
    check_words<IndicatorKind>(detail::indicator_kind_names);
    check_words<Standing>(detail::standing_names);
    check_words<PaceKind>(detail::pace_kind_names);
    check_words<Joining>(detail::joining_names);
    check_words<Qualifier>(detail::qualifier_names);
    check_words<Role>(3, [](std::size_t i) { return static_cast<Role>(i); });
    check_words<Comparison>(8, [](std::size_t i) { return static_cast<Comparison>(i); });
}

TEST_CASE("the words stand with their own enumerators") {
    CHECK(words(Status::achieved_early, Language::en) == "achieved early");
    CHECK(words(Status::achieved_early, Language::zh) == "提前完成");
    CHECK(words(Status::missed, Language::zh) == "未完成");
    CHECK(words(Status::behind, Language::zh) == "滞后");
    CHECK(words(Status::on_track, Language::zh) == "进度正常");
    CHECK(words(Status::not_counted, Language::en) == "not counted");
    CHECK(words(Outcome::not_met, Language::en) == "not met");
    CHECK(words(Outcome::not_met, Language::zh) == "未达标");
    CHECK(words(Certainty::rests_on_rounding, Language::en) == "rests on rounding");
    CHECK(words(Certainty::rests_on_rounding, Language::zh) == "取决于舍入");
    CHECK(words(Reason::final_value_missing, Language::en) ==
          "the due period is over, and what has been published does not tell its figure");
    CHECK(words(Reason::final_value_missing, Language::zh) == "已到期，公布的数据中没有到期值");
    CHECK(words(Reason::zero_base, Language::zh) == "基数为零");
    CHECK(words(Reason::broken_series, Language::en) ==
          "the levels are of different definitions or price bases");
    CHECK(words(Flag::over_fulfilled, Language::zh) == "超额完成");
    CHECK(words(Flag::manual, Language::en) == "a manual verdict stands beside the computed one");
    CHECK(words(Flag::published_against_computed, Language::en) ==
          "published growth is compared with growth of the levels");
    CHECK(words(Basis::growth_yoy, Language::zh) == "同比增长");
    CHECK(words(Basis::completion, Language::zh) == "完成率");
    CHECK(words(ObservationStatus::estimated, Language::zh) == "预计数");
    CHECK(words(Commitment::strive, Language::zh) == "力争");
    CHECK(words(Role::lead, Language::zh) == "牵头单位");
    CHECK(words(Comparison::at_most, Language::zh) == "不高于");
}

TEST_CASE("words in a language, or in the other where they are empty") {
    const Words both{"on its way", "进度正常"};
    CHECK(both.in(Language::en) == "on its way");
    CHECK(both.in(Language::zh) == "进度正常");
    CHECK(Words{"on its way", ""}.in(Language::zh) == "on its way");
    CHECK(Words{"", "进度正常"}.in(Language::en) == "进度正常");
    CHECK(Words{}.in(Language::zh).empty());
}

TEST_CASE("languages go by their codes") {
    CHECK(language_from("en") == Language::en);
    CHECK(language_from("zh") == Language::zh);
    CHECK_FALSE(language_from("ZH").has_value());
    CHECK_FALSE(language_from("").has_value());
    CHECK(name_of(Language::zh) == "zh");
}
