package dev.gradus.course.check;

/// One check of an exercise. Checks look at values, never at what is printed.
public sealed interface Check
        permits ValueCheck,
                GradientCheck,
                MetamorphicCheck,
                TrainingCheck,
                DiagnosisCheck,
                ReverseCheck,
                CostCheck,
                QuestionCheck {
    /// Returns what is checked, as a sentence such as `adds the bias to every row`.
    String name();

    /// Returns how it is checked.
    CheckKind kind();

    /// Runs the learner's code and says what came of it. What the code throws is part of the result.
    CheckResult run();
}
