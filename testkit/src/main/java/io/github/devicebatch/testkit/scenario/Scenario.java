package io.github.devicebatch.testkit.scenario;

import io.github.devicebatch.domain.BatchReference;
import io.github.devicebatch.testkit.http.Reply;
import io.github.devicebatch.testkit.upload.UploadDurations;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The content of a scenario. What it leaves out stays unchanged in the fake.
 *
 * @param magicBatches whether the magic batches are on
 * @param uploads the durations of uploads
 * @param faults the faults to inject
 * @param batches the replies about each batch
 */
public record Scenario(
        Optional<Boolean> magicBatches,
        Optional<UploadDurations> uploads,
        Optional<FaultRate> faults,
        Map<BatchReference, BatchReplies> batches) {

    static final List<String> MEMBERS = List.of("$schema", "magicBatches", "uploads", "faults", "batches");

    /** The replies about one batch. */
    public sealed interface BatchReplies {}

    /**
     * Replies to one request after another.
     *
     * @param replies the replies in their order
     */
    public record InSequence(List<Reply> replies) implements BatchReplies {}

    /**
     * Replies that depend on the time since the first request.
     *
     * @param replies the replies by the time from which they apply
     */
    public record OverTime(Map<Duration, Reply> replies) implements BatchReplies {}

    /**
     * Faults that replace the replies to a share of the status requests.
     *
     * @param share the share of all requests, 0 to 1
     * @param seed the seed of the random choice
     * @param replies the faults, equally likely
     */
    public record FaultRate(double share, long seed, List<Reply> replies) {

        /** No faults. */
        public static final FaultRate NONE = new FaultRate(0, 0, List.of());

        /**
         * Checks the share and copies the list.
         *
         * @throws IllegalArgumentException if {@code share} is out of range, or positive without {@code replies}
         */
        public FaultRate {
            if (!(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException("the share of faults must be between 0 and 1, not " + share);
            }
            if (replies.isEmpty() && share > 0) {
                throw new IllegalArgumentException("a share of faults needs at least one fault");
            }
            replies = List.copyOf(replies);
        }
    }
}
