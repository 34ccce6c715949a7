// SPDX-License-Identifier: BSL-1.0
#include <algorithm>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "goalpost/io/plan_json.hpp"
#include "goalpost/model/criterion_text.hpp"
#include "io/text.hpp"

namespace goalpost {

namespace {

void append_string(std::string& to, std::string_view text) {
    constexpr std::string_view digits = "0123456789abcdef";
    to.push_back('"');
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

/// A JSON value as it grows: on one line while it fits, else one member a line.
class Json {
    struct Part;

  public:
    static Json object() { return {'{', '}'}; }
    static Json array() { return {'[', ']'}; }
    static Json of(std::string_view text) {
        Json value(0, 0);
        append_string(value.scalar_, text);
        return value;
    }
    static Json literal(std::string text) {
        Json value(0, 0);
        value.scalar_ = std::move(text);
        return value;
    }
    static Json list_of(std::span<const std::string> texts) {
        auto list = array();
        for (const auto& text : texts)
            list.push(of(text));
        return list;
    }

    Json& put(std::string_view key, Json value) {
        std::string text;
        append_string(text, key);
        add(text + ": ", std::move(value));
        return *this;
    }
    /// Leaves out what is empty, as the format does.
    Json& put_text(std::string_view key, std::string_view text) {
        return text.empty() ? *this : put(key, of(text));
    }
    Json& put_list(std::string_view key, Json list) {
        return list.parts_.empty() ? *this : put(key, std::move(list));
    }
    void push(Json value) { add({}, std::move(value)); }

    void write(std::string& to, std::size_t indent, std::size_t before) const;

  private:
    static constexpr std::size_t width = 110;

    void add(std::string key, Json value);
    Json(char open, char close) : open_(open), close_(close) {}
    [[nodiscard]] std::string one_line() const;

    char open_;
    char close_;
    std::string scalar_;
    std::vector<Part> parts_;
};

struct Json::Part {
    std::string key;  // with its colon; empty in an array
    Json value;
};

void Json::add(std::string key, Json value) { parts_.push_back({std::move(key), std::move(value)}); }

void Json::write(std::string& to, std::size_t indent, std::size_t before) const {
    if (open_ == 0) {
        to += scalar_;
        return;
    }
    const auto line = one_line();
    if (line.size() < 4 * width && indent + before + detail::count_characters(line) <= width) {
        to += line;
        return;
    }
    to.push_back(open_);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        to.append(i == 0 ? "\n" : ",\n").append(indent + 2, ' ').append(parts_[i].key);
        parts_[i].value.write(to, indent + 2, parts_[i].key.size() + 1);
    }
    to.append("\n").append(indent, ' ').push_back(close_);
}

std::string Json::one_line() const {
    if (open_ == 0) return scalar_;
    std::string line(1, open_);
    for (std::size_t i = 0; i < parts_.size(); ++i) {
        if (i > 0) line += ", ";
        line += parts_[i].key + parts_[i].value.one_line();
        if (line.size() >= 4 * width) break;  // too long already
    }
    line.push_back(close_);
    return line;
}

/// The units that the plan adds, and those that its indicators bring along.
Json write_units_of_measure(const Plan& plan) {
    auto units = plan.unit_set();
    for (const auto& indicator : plan.indicators()) {
        if (!units.parse(indicator.unit.symbol())) units.add(indicator.unit);
    }
    auto list = Json::array();
    for (const auto& unit : units.added()) {
        auto one = Json::object();
        one.put("symbol", Json::of(unit.symbol()));
        if (unit.is_discrete()) one.put("discrete", Json::literal("true"));
        if (unit.dimension() != unit.symbol()) one.put("dimension", Json::of(unit.dimension()));
        if (unit.factor() != Ratio(1)) one.put("factor", Json::of(unit.factor().fraction()));
        list.push(std::move(one));
    }
    return list;
}

Json write_responsible_units(std::span<const ResponsibleUnit> units) {
    auto list = Json::array();
    for (const auto& unit : units) {
        auto one = Json::object();
        one.put("id", Json::of(unit.id)).put("name", Json::of(unit.name));
        one.put_list("aliases", Json::list_of(unit.aliases))
            .put_text("parent", unit.parent)
            .put_list("members", Json::list_of(unit.members));
        if (unit.size) one.put("size", Json::literal(std::to_string(*unit.size)));
        one.put_text("note", unit.note);
        list.push(std::move(one));
    }
    return list;
}

Json write_groups(std::span<const Group> groups) {
    auto list = Json::array();
    for (const auto& group : groups) {
        auto one = Json::object();
        one.put("id", Json::of(group.id))
            .put("name", Json::of(group.name))
            .put_list("members", Json::list_of(group.members));
        if (group.size) one.put("size", Json::literal(std::to_string(*group.size)));
        list.push(std::move(one));
    }
    return list;
}

Json write_indicators(std::span<const Indicator> indicators) {
    auto list = Json::array();
    for (const auto& indicator : indicators) {
        auto aliases = Json::array();
        for (const auto& alias : indicator.aliases) {
            if (!alias.basis) {
                aliases.push(Json::of(alias.name));
                continue;
            }
            auto with_basis = Json::object();
            with_basis.put("name", Json::of(alias.name)).put("basis", Json::of(name_of(*alias.basis)));
            aliases.push(std::move(with_basis));
        }
        auto one = Json::object();
        one.put("id", Json::of(indicator.id))
            .put("name", Json::of(indicator.name))
            .put_list("aliases", std::move(aliases));
        one.put("unit", Json::of(indicator.unit.symbol()));
        if (indicator.better != Better::higher) one.put("better", Json::of(name_of(indicator.better)));
        one.put("kind", Json::of(name_of(indicator.kind)));
        one.put_text("numerator", indicator.numerator).put_text("denominator", indicator.denominator);
        if (indicator.limit) one.put("limit", Json::of(indicator.limit->text()));
        one.put_text("note", indicator.note);
        list.push(std::move(one));
    }
    return list;
}

Json write_statements(std::span<const Statement> statements) {
    auto list = Json::array();
    for (const auto& statement : statements) {
        auto one = Json::object();
        one.put_text("id", statement.id)
            .put_text("quote", statement.quote)
            .put_text("section", statement.section)
            .put_text("item", statement.item);
        if (statement.criterion) one.put("criterion", Json::of(text(*statement.criterion)));
        if (statement.commitment != Commitment::plain)
            one.put("commitment", Json::of(name_of(statement.commitment)));
        one.put_list("lead", Json::list_of(statement.lead))
            .put_list("responsible", Json::list_of(statement.responsible));
        one.put_list("supporting", Json::list_of(statement.supporting)).put_text("note", statement.note);
        list.push(std::move(one));
    }
    return list;
}

Json write_target(const Target& target) {
    auto one = Json::object();
    one.put("id", Json::of(target.id))
        .put("indicator", Json::of(target.indicator))
        .put_text("scope", target.scope);
    one.put("due", Json::of(target.due.text()));
    if (target.readings.size() == 1) {
        one.put("criterion", Json::of(text(target.criterion())));
    } else {
        auto readings = Json::array();
        for (const auto& reading : target.readings)
            readings.push(Json::of(text(reading)));
        one.put("readings", std::move(readings));
    }
    if (target.base) {
        auto base = Json::object();
        base.put("period", Json::of(target.base->period.text()))
            .put("value", Json::of(target.base->value.text()))
            .put_text("unit", target.base->unit);
        one.put("base", std::move(base));
    }
    if (!target.weight.same_text(Decimal(1))) one.put("weight", Json::of(target.weight.text()));
    if (target.standing != Standing::active) one.put("standing", Json::of(name_of(target.standing)));
    auto milestones = Json::array();
    for (const auto& milestone : target.milestones) {
        auto reached = Json::object();
        reached.put("period", Json::of(milestone.period.text()))
            .put("value", Json::of(milestone.value.text()));
        milestones.push(std::move(reached));
    }
    one.put_list("milestones", std::move(milestones))
        .put_list("evaluators", Json::list_of(target.evaluators));
    one.put_list("statements", write_statements(target.statements)).put_text("note", target.note);
    return one;
}

}  // namespace

std::string write_plan_json(const Plan& plan) {
    const auto& head = plan.head();
    auto source = Json::object();
    source.put_text("title", head.source.title)
        .put_text("document", head.source.document)
        .put_text("address", head.source.address);
    if (head.source.published) source.put("published", Json::of(date_text(*head.source.published)));
    auto targets = Json::array();
    for (const auto& target : plan.targets())
        targets.push(write_target(target));

    auto root = Json::object();
    root.put("goalpost", Json::literal("1"))
        .put("id", Json::of(head.id))
        .put("title", Json::of(head.title))
        .put_text("issuer", head.issuer);
    root.put("horizon", Json::of(head.horizon.text()))
        .put_text("scope", head.scope)
        .put_list("source", std::move(source));
    root.put_list("units_of_measure", write_units_of_measure(plan));
    root.put_list("responsible_units", write_responsible_units(plan.responsible_units()));
    root.put_list("groups", write_groups(plan.groups()))
        .put_list("indicators", write_indicators(plan.indicators()));
    root.put_list("targets", std::move(targets));
    std::string text;
    root.write(text, 0, 0);
    return text + "\n";
}

}  // namespace goalpost
