package dev.gradus.data;

/// A dataset in three parts that share no example: one to learn from, one to make choices by, one
/// to be judged by at the very end.
///
/// @param train what the network learns from, and the only part anything is fitted on
/// @param validation what shows during training whether it learns more than the examples by heart
/// @param test what it is judged by once, after all choices are made
public record Parts(Dataset train, Dataset validation, Dataset test) {}
