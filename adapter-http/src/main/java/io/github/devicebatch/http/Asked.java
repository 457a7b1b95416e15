package io.github.devicebatch.http;

import io.github.devicebatch.domain.BatchReference;

/**
 * A question that was sent: what its answer has to be held against.
 *
 * @param batch the batch that was asked about
 * @param question the question, with the ids that were sent
 * @param token the token that was sent last
 * @param sent how many times it was sent, a refused token included
 */
record Asked(BatchReference batch, Question question, AccessToken token, int sent) {}
