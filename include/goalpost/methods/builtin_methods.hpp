// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <array>
#include <span>
#include <string>

#include "goalpost/methods/banded.hpp"
#include "goalpost/methods/destatis_evaluator.hpp"
#include "goalpost/methods/growth_evaluators.hpp"
#include "goalpost/methods/linear_evaluators.hpp"
#include "goalpost/methods/path_evaluators.hpp"
#include "goalpost/methods/sdsn_2018_evaluator.hpp"

namespace goalpost {

/// What is known of every method that `builtin_methods` holds, in the order in which they are listed.
inline std::span<const MethodInfo> method_infos() {
    static constexpr std::array infos{StatCan::info,           Eustat::info,
                                      UnProgressChart::info,   Eurostat::info,
                                      Destatis::info,          Sdsn2018::info,
                                      HealthyPeople2020::info, GophrPace::info,
                                      ServiceNow::info,        Okr::info,
                                      Okr::info_clamped,       UnicefPrp::info,
                                      PathValues::infos[0],    PathValues::infos[1],
                                      PathValues::infos[2],    MidtermFour::info};
    return infos;
}

/// Every published method under its name, with the options its authors use; a new one is one line here and
/// one above.
inline EvaluatorSet builtin_methods() {
    const auto named = [](const MethodInfo& info) { return std::string(info.name); };
    EvaluatorSet set;
    set.add(named(StatCan::info), StatCan{});
    set.add(named(Eustat::info), Eustat{});
    set.add(named(UnProgressChart::info), UnProgressChart{});
    set.add(named(Eurostat::info), Eurostat{});
    set.add(named(Destatis::info), Destatis{});
    set.add(named(Sdsn2018::info), Sdsn2018{});
    set.add(named(HealthyPeople2020::info), HealthyPeople2020{});
    set.add(named(GophrPace::info), GophrPace{});
    set.add(named(ServiceNow::info), ServiceNow{});
    set.add(named(Okr::info), Okr{});
    set.add(named(Okr::info_clamped), Okr{okr::puzzle});
    set.add(named(UnicefPrp::info), UnicefPrp{});
    for (const auto kind :
         {PathValues::Kind::linear, PathValues::Kind::constant_growth, PathValues::Kind::halt_the_rise})
        set.add(named(PathValues::infos[static_cast<std::size_t>(kind)]), PathValues{kind});
    set.add(named(MidtermFour::info), MidtermFour{});
    return set;
}

}  // namespace goalpost
