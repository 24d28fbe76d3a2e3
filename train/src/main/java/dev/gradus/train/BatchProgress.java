package dev.gradus.train;

/// How far training is.
///
/// @param epoch the present epoch, counted from 1
/// @param epochs how many epochs there are to be at most
/// @param batch how many batches of this epoch are done
/// @param batches how many batches an epoch has
/// @param loss the mean loss of this epoch so far
/// @param accuracy the share of this epoch's examples given the right class so far
/// @param samplesPerSecond how many examples were learned from in a second, lately
/// @param secondsLeft how long all the epochs to come will take at that pace, without validation
/// @param learningRate the learning rate of the step to come
public record BatchProgress(
        int epoch,
        int epochs,
        int batch,
        int batches,
        double loss,
        double accuracy,
        double samplesPerSecond,
        double secondsLeft,
        double learningRate) {}
