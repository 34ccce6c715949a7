// SPDX-License-Identifier: BSL-1.0
#include "goalpost/rollup/status_policy.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <string_view>
#include <vector>

#include "support/random.hpp"

using namespace goalpost;

namespace {

constexpr auto achieved = Status::achieved;
constexpr auto early = Status::achieved_early;
constexpr auto on_track = Status::on_track;
constexpr auto behind = Status::behind;
constexpr auto missed = Status::missed;
constexpr auto open = Status::undetermined;

std::vector<StatusItem> items(std::initializer_list<Status> statuses) {
    std::vector<StatusItem> made;
    for (const auto status : statuses) {
        StatusItem item;
        item.status = status;
        made.push_back(item);
    }
    return made;
}

}  // namespace

TEST_CASE("worst, mean and latest") {
    CHECK(roll_up(StatusPolicy::worst, items({achieved, behind, on_track})) == behind);
    CHECK(roll_up(StatusPolicy::worst, items({achieved, missed})) == missed);
    CHECK(roll_up(StatusPolicy::mean, items({achieved, behind})) == on_track);  // (3 + 1) / 2
    CHECK(roll_up(StatusPolicy::mean, items({achieved, achieved, missed})) == on_track);
    CHECK(roll_up(StatusPolicy::mean, items({achieved, achieved, achieved, on_track})) == on_track);
    CHECK(roll_up(StatusPolicy::mean, items({behind, missed})) == missed);
    auto dated = items({achieved, behind, missed});
    dated[0].period = Period::year(2024);
    dated[1].period = Period::year(2023);
    CHECK(roll_up(StatusPolicy::latest, dated) == achieved);
    dated[2].period = Period::year(2024);  // two of one period: the worse
    CHECK(roll_up(StatusPolicy::latest, dated) == missed);
}

TEST_CASE("two worst: best only if both are, worst only if both are") {
    CHECK(roll_up(StatusPolicy::two_worst, items({achieved, achieved, on_track})) == on_track);
    CHECK(roll_up(StatusPolicy::two_worst, items({achieved, achieved})) == achieved);
    CHECK(roll_up(StatusPolicy::two_worst, items({missed, missed, achieved})) == missed);
    CHECK(roll_up(StatusPolicy::two_worst, items({missed, behind, achieved})) == behind);
    CHECK(roll_up(StatusPolicy::two_worst, items({missed, achieved})) == behind);
    CHECK(roll_up(StatusPolicy::two_worst, items({behind, on_track, achieved})) == behind);
    CHECK(roll_up(StatusPolicy::two_worst, items({behind, achieved})) == on_track);
    CHECK(roll_up(StatusPolicy::two_worst, items({missed})) == missed);
}

TEST_CASE("weighted: a part that weighs nothing does not matter") {
    auto made = items({achieved, missed});
    made[1].weight = Ratio(0);
    CHECK(roll_up(StatusPolicy::weighted, made) == achieved);
    made[1].weight = Ratio::of(1, 2);  // 3 * 1 / 1.5 = 2
    CHECK(roll_up(StatusPolicy::weighted, made) == on_track);
    made[1].weight = Ratio::of(51, 100);
    CHECK(roll_up(StatusPolicy::weighted, made) == behind);
    made[0].weight = Ratio(0);
    made[1].weight = Ratio(0);
    CHECK(roll_up(StatusPolicy::weighted, made) == open);
}

TEST_CASE("undetermined ones are not scored, not counted ones are not there") {
    CHECK(roll_up(StatusPolicy::worst, items({achieved, open})) == achieved);
    CHECK(roll_up(StatusPolicy::worst, items({achieved, open, open}), Ratio::of(1, 2)) == open);
    CHECK(roll_up(StatusPolicy::worst, items({achieved, open}), Ratio::of(1, 2)) == achieved);
    CHECK(roll_up(StatusPolicy::worst, items({open, open})) == open);
    CHECK(roll_up(StatusPolicy::worst, items({Status::not_counted, behind})) == behind);
    CHECK(roll_up(StatusPolicy::worst, items({Status::not_counted})) == Status::not_counted);
    CHECK(roll_up(StatusPolicy::mean, {}) == Status::not_counted);
    CHECK(roll_up(StatusPolicy::mean, items({early, early})) == early);
    CHECK(roll_up(StatusPolicy::mean, items({early, achieved})) == achieved);
}

TEST_CASE("reached early: all that were achieved were so early, whatever else is open") {
    CHECK(roll_up(StatusPolicy::worst, items({early, early})) == early);
    CHECK(roll_up(StatusPolicy::worst, items({early, open})) == early);
    CHECK(roll_up(StatusPolicy::worst, items({early, Status::not_counted})) == early);
    CHECK(roll_up(StatusPolicy::worst, items({early, achieved})) == achieved);
}

TEST_CASE("the order of the parts does not matter, and a better part never makes the whole worse") {
    test::Random random(14);
    constexpr Status all[] = {missed, behind, on_track, achieved, open, Status::not_counted};
    constexpr StatusPolicy policies[] = {StatusPolicy::worst, StatusPolicy::two_worst, StatusPolicy::mean,
                                         StatusPolicy::latest, StatusPolicy::weighted};
    for (int round = 0; round < 300; ++round) {
        std::vector<StatusItem> made(static_cast<std::size_t>(random.between(1, 6)));
        for (auto& item : made) {
            item.status = random.pick(all);
            item.weight = Ratio(random.between(0, 3));
            if (!random.chance(4)) item.period = Period::year(static_cast<int>(random.between(2020, 2023)));
        }
        const auto policy = random.pick(policies);
        const auto straight = roll_up(policy, made);
        auto turned = made;
        std::rotate(turned.begin(),
                    turned.begin() + static_cast<std::ptrdiff_t>(random.bits() % turned.size()),
                    turned.end());
        CHECK(roll_up(policy, turned) == straight);
        auto& item = made[random.bits() % made.size()];
        if (!detail::class_of(item.status) || detail::class_of(item.status) == 3) continue;
        item.status = detail::status_of(*detail::class_of(item.status) + 1);
        const auto raised = roll_up(policy, made);
        if (detail::class_of(raised) && detail::class_of(straight))
            CHECK(*detail::class_of(raised) >= *detail::class_of(straight));
    }
    for (const auto policy : policies)
        CHECK(*status_policy_from(name_of(policy)) == policy);
}
