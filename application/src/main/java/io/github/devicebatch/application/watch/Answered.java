package io.github.devicebatch.application.watch;

import io.github.devicebatch.application.BatchStatusAnswer;

/** An answer, and what was asked about. */
record Answered<S>(S subject, BatchStatusAnswer answer) {}
