/// What tests of operations, layers and backends share: one row for each operation, its inputs in
/// many shapes and types, gradient checks, tolerances, and backends that are slow or that fail on
/// purpose.
module dev.gradus.testing {
    requires transitive dev.gradus.tensor;

    exports dev.gradus.testing;
}
