package io.github.devicebatch.http;

import java.util.UUID;

/**
 * The ids that go out with a question.
 *
 * @param request {@code MS-RequestId}: new for every question
 * @param correlation {@code MS-CorrelationId}: groups questions for vendor support
 */
record RequestIds(UUID request, UUID correlation) {}
