// SPDX-License-Identifier: BSL-1.0
// The job in DuckDB: node duckdb.mjs double|decimal THREADS OBSERVATIONS TARGETS INDICATORS CARDS [VERDICTS]
// The package @duckdb/node-api is looked for from the folder that the program is run in. DECIMAL holds the figures and is multiplied where
// it is wide enough; division and pow() give DOUBLE, whatever they are given.
import { createRequire } from "node:module";

const { DuckDBInstance } = createRequire(process.cwd() + "/")("@duckdb/node-api");
const [how, threads, observations, targets, indicators, cards, verdicts] = process.argv.slice(2);
const decimal = how === "decimal";
const quoted = (text) => `'${text.replaceAll("'", "''")}'`;

// Factors are made narrow first: the scales and widths of factors add up, to 38 digits at most.
const growth = decimal
  ? "y * 1000 >= b * (1000 + n * 10)::DECIMAL(9, 0)"
  : "(y / b - 1) * 100 >= n";
const faster = decimal
  ? "y::DECIMAL(18, 2) * p::DECIMAL(18, 2) > o::DECIMAL(18, 2) * b::DECIMAL(18, 2)"
  : "y / b - 1 > o / p - 1";
const near = decimal ? "y * 100 >= n * 95" : "y / n >= 0.95::DOUBLE";
const type = decimal ? "DECIMAL(18, 2)" : "DOUBLE";

const instance = await DuckDBInstance.create(":memory:", { threads });
const connection = await instance.connect();
await connection.run(`
CREATE TABLE figure AS
SELECT indicator, scope, left(period, 4)::INTEGER AS year, sum(value) AS value
FROM read_csv(${quoted(observations)}, header = true, columns = {indicator: 'VARCHAR', scope: 'VARCHAR', period: 'VARCHAR',
    basis: 'VARCHAR', value: '${type}', unit: 'VARCHAR', status: 'VARCHAR', source: 'VARCHAR', published: 'VARCHAR'})
GROUP BY ALL
HAVING count(*) = CASE WHEN length(min(period)) = 4 THEN 1 ELSE 4 END`);
await connection.run(`
CREATE TABLE goal AS
SELECT goal.id AS target, name, scope, due, base_period, weight, lead,
       CASE WHEN criterion LIKE 'level%' THEN 'level'
            WHEN criterion LIKE 'annual_growth%' THEN 'annual_growth'
            WHEN criterion LIKE 'growth > growth%' THEN 'faster'
            ELSE 'growth' END AS kind,
       contains(criterion, '>=') AS equal_will_do,
       nullif(regexp_extract(criterion, '>=? ([0-9.]+)', 1), '')::${type} AS n
FROM read_csv(${quoted(targets)}, header = true, columns = {id: 'VARCHAR', indicator: 'VARCHAR', scope: 'VARCHAR', due: 'INTEGER',
    criterion: 'VARCHAR', base_period: 'INTEGER', base_value: '${type}', weight: 'INTEGER', lead: 'VARCHAR'}) AS goal
JOIN read_csv(${quoted(indicators)}, header = true, columns = {id: 'VARCHAR', name: 'VARCHAR'}) AS indicator
ON indicator.id = goal.indicator`);
await connection.run(`
CREATE TABLE verdict AS
WITH found AS (
    SELECT goal.*, y.value AS y, b.value AS b, s.value AS s, o.value AS o, p.value AS p
    FROM goal
    LEFT JOIN figure AS y ON y.indicator = name AND y.scope = goal.scope AND y.year = due
    LEFT JOIN figure AS b ON b.indicator = name AND b.scope = goal.scope AND b.year = due - 1
    LEFT JOIN figure AS s ON s.indicator = name AND s.scope = goal.scope AND s.year = base_period
    LEFT JOIN figure AS o ON o.indicator = '地区生产总值' AND o.scope = goal.scope AND o.year = due
    LEFT JOIN figure AS p ON p.indicator = '地区生产总值' AND p.scope = goal.scope AND p.year = due - 1
)
SELECT target, lead, weight,
       CASE kind WHEN 'level' THEN CASE WHEN equal_will_do THEN y >= n ELSE y > n END
                 WHEN 'growth' THEN ${growth}
                 WHEN 'annual_growth' THEN (pow(y / s, 1.0 / (due - base_period)) - 1) * 100 >= n
                 ELSE ${faster} END AS met,
       CASE kind WHEN 'level' THEN ${near} END AS near,
       CASE kind WHEN 'level' THEN y / n END AS completion,
       y / b - 1 AS growth
FROM found`);
await connection.run(`
COPY (
    WITH card AS (
        SELECT lead AS unit, count(*) FILTER (met) AS achieved, count(*) FILTER (NOT met) AS missed,
               sum(weight * CASE WHEN met THEN 1 ELSE least(coalesce(completion, 0), 1) END) / sum(weight) AS score
        FROM verdict WHERE met IS NOT NULL GROUP BY lead
    )
    SELECT unit, achieved, missed, 100 * score AS score, rank() OVER (ORDER BY score DESC) AS place FROM card ORDER BY place
) TO ${quoted(cards)} (HEADER)`);
if (verdicts)
  await connection.run(
    `COPY (SELECT target AS id, met::INTEGER AS met, near::INTEGER AS near FROM verdict) TO ${quoted(verdicts)} (HEADER)`);
