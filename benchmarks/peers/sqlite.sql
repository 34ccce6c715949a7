-- SPDX-License-Identifier: BSL-1.0
-- The job in SQLite. Where this says {...}, benchmarks/run.py puts the files in, the type of number (REAL or
-- INTEGER) and how the type does the calculations. Integers are hundredths, rates tenths of a percent; they
-- stay below 2^63 for these files only: beyond that SQLite takes floating point without a word.
PRAGMA journal_mode = OFF;
PRAGMA synchronous = OFF;
PRAGMA temp_store = MEMORY;
CREATE TABLE raw (indicator, scope, period, basis, value, unit, status, source, published);
CREATE TABLE goal (id, indicator, scope, due, criterion, base_period, base_value, weight, lead);
CREATE TABLE indicator (id PRIMARY KEY, name);
.mode csv
.import --skip 1 {observations} raw
.import --skip 1 {targets} goal
.import --skip 1 {indicators} indicator

CREATE TABLE figure (indicator, scope, year INTEGER, value {type}, PRIMARY KEY (indicator, scope, year)) WITHOUT ROWID;
INSERT INTO figure
SELECT indicator, scope, CAST(substr(period, 1, 4) AS INTEGER) AS year, sum({value})
FROM raw
GROUP BY indicator, scope, year
HAVING count(*) = CASE WHEN length(min(period)) = 4 THEN 1 ELSE 4 END;

CREATE TABLE verdict AS
WITH said AS (
    SELECT goal.id AS target, goal.lead, CAST(goal.weight AS INTEGER) AS weight, criterion,
           CAST(due AS INTEGER) - CAST(base_period AS INTEGER) AS years,
           CASE WHEN criterion LIKE 'level%' THEN 'level'
                WHEN criterion LIKE 'annual_growth%' THEN 'annual_growth'
                WHEN criterion LIKE 'growth > growth%' THEN 'faster'
                ELSE 'growth' END AS kind,
           substr(criterion, instr(criterion, '>')) AS line,
           y.value AS y, b.value AS b, s.value AS s, o.value AS o, p.value AS p
    FROM goal JOIN indicator ON indicator.id = goal.indicator JOIN indicator AS gdp ON gdp.id = 'gdp'
    LEFT JOIN figure AS y ON y.indicator = indicator.name AND y.scope = goal.scope AND y.year = due + 0
    LEFT JOIN figure AS b ON b.indicator = indicator.name AND b.scope = goal.scope AND b.year = due - 1
    LEFT JOIN figure AS s ON s.indicator = indicator.name AND s.scope = goal.scope AND s.year = base_period + 0
    LEFT JOIN figure AS o ON o.indicator = gdp.name AND o.scope = goal.scope AND o.year = due + 0
    LEFT JOIN figure AS p ON p.indicator = gdp.name AND p.scope = goal.scope AND p.year = due - 1
), parted AS (
    SELECT *, substr(line, 1, 2) = '>=' AS equal_will_do, trim(substr(line, 3)) AS words FROM said
), numbered AS (
    SELECT *, substr(words, 1, instr(words || ' ', ' ') - 1) AS printed FROM parted
), counted AS (
    SELECT *, CASE WHEN kind = 'level' THEN {number} ELSE {rate} END AS n FROM numbered
)
SELECT target, lead, weight,
       CASE kind WHEN 'level' THEN CASE WHEN equal_will_do THEN y >= n ELSE y > n END
                 WHEN 'growth' THEN {growth}
                 WHEN 'annual_growth' THEN {annual_growth}
                 ELSE {faster} END AS met,
       CASE kind WHEN 'level' THEN {near} END AS near,
       CASE kind WHEN 'level' THEN 1.0 * y / n END AS completion,
       1.0 * y / b - 1 AS growth
FROM counted;

{write_verdicts}
.headers on
.once {cards}
WITH card AS (
    SELECT lead AS unit, sum(met) AS achieved, sum(1 - met) AS missed,
           sum(weight * CASE WHEN met THEN 1.0 ELSE min(coalesce(completion, 0.0), 1.0) END) / sum(weight) AS score
    FROM verdict WHERE met IS NOT NULL GROUP BY lead
)
SELECT unit, achieved, missed, 100 * score AS score, rank() OVER (ORDER BY score DESC) AS place FROM card ORDER BY place;
