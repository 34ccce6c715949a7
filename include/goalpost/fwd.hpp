// SPDX-License-Identifier: BSL-1.0
// Names only; no dependency is pulled in.
#pragma once

namespace goalpost {

class Decimal;
class Ratio;
class Value;
class Period;
class UnitOfMeasure;
class UnitSet;
class Plan;
class PlanBuilder;
class Observations;
class ObservationsBuilder;
class Evaluation;
class MeasureSet;
class MeasureView;
class EvaluatorSet;
class TargetView;
struct Indicator;
struct ResponsibleUnit;
struct Target;
struct Criterion;
struct Observation;
struct Assessment;
struct Figures;
struct Finding;

}  // namespace goalpost
