package io.github.devicebatch.http;

import io.github.devicebatch.domain.BatchReference;
import java.time.Instant;

/** A question under way: what its answer has to be held against. */
record Asked(BatchReference batch, AccessToken token, RequestIds ids, Instant at) {}
