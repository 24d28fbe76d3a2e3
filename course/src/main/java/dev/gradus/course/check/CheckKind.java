package dev.gradus.course.check;

/// The ways in which exercises are checked, by the letters that the plan of the course uses.
public enum CheckKind {
    /// V: values against a specification in plain loops.
    VALUES,
    /// G: gradients against central differences.
    GRADIENT,
    /// M: a known change of the input changes the output in a known way.
    METAMORPHIC,
    /// T: it trains, with three seeds.
    TRAINING,
    /// D: the fault of a training is named and repaired.
    DIAGNOSIS,
    /// R: the learner's judge is judged by planted cases.
    REVERSE,
    /// C: counted cost.
    COST,
    /// Q: one question.
    QUESTION
}
