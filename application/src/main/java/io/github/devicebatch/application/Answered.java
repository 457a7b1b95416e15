package io.github.devicebatch.application;

/** An answer, and what was asked about. */
record Answered<S>(S subject, BatchStatusAnswer answer) {}
