package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * Where a description contradicts an earlier one of the same upload. What is done stays done; a service that says
 * otherwise is not making progress.
 */
public sealed interface BatchAnomaly {

    /**
     * Says what is odd.
     *
     * @return half a sentence in English, without a full stop, safe to show
     */
    String description();

    /**
     * The batch's state went back: from {@code processing} to {@code queued}, or from a final one to one of these.
     * {@code unknown} and words that nobody has documented are neither before nor behind any other.
     *
     * @param from the last state that has a place in the order
     * @param to the state as it is described now
     */
    record StateWentBack(BatchState from, BatchState to) implements BatchAnomaly {

        /**
         * Holds the two states.
         *
         * @throws NullPointerException if either is null
         */
        public StateWentBack {
            requireNonNull(from, "from");
            requireNonNull(to, "to");
        }

        @Override
        public String description() {
            return "the batch went back from " + from.text() + " to " + to.text();
        }
    }

    /**
     * Devices that were registered or had failed are unsettled again.
     *
     * @param devices their rows as they are described now; never empty
     */
    record DevicesUnsettled(List<DeviceStatus> devices) implements BatchAnomaly {

        /**
         * Holds the rows; the list is copied.
         *
         * @throws NullPointerException if the list or an element of it is null
         * @throws IllegalArgumentException if the list is empty
         */
        public DevicesUnsettled {
            devices = atLeastOne(devices);
        }

        @Override
        public String description() {
            return count(devices.size(), "device") + " already settled became unsettled again";
        }
    }

    /**
     * Devices that were registered have failed now, or the other way round.
     *
     * @param devices their rows as they are described now; never empty
     */
    record VerdictsReversed(List<DeviceStatus> devices) implements BatchAnomaly {

        /**
         * Holds the rows; the list is copied.
         *
         * @throws NullPointerException if the list or an element of it is null
         * @throws IllegalArgumentException if the list is empty
         */
        public VerdictsReversed {
            devices = atLeastOne(devices);
        }

        @Override
        public String description() {
            return count(devices.size(), "device") + " changed between registered and failed";
        }
    }

    /**
     * Rows that were described before are not there any more.
     *
     * @param rows how many; at least one
     */
    record RowsVanished(int rows) implements BatchAnomaly {

        /**
         * Holds the count.
         *
         * @throws IllegalArgumentException if {@code rows} is below one
         */
        public RowsVanished {
            if (rows < 1) {
                throw new IllegalArgumentException("rows that vanished are at least one, not " + rows);
            }
        }

        @Override
        public String description() {
            return count(rows, "row") + " vanished";
        }
    }

    private static List<DeviceStatus> atLeastOne(List<DeviceStatus> devices) {
        if (devices.isEmpty()) {
            throw new IllegalArgumentException("an anomaly of devices names at least one");
        }
        return List.copyOf(devices);
    }

    private static String count(int number, String noun) {
        return number + " " + noun + (number == 1 ? "" : "s");
    }
}
