package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * A contradiction between a description and an earlier one of the same upload. A final outcome does not change, so an
 * anomaly is not progress.
 */
public sealed interface BatchAnomaly {

    /**
     * Returns a description of the contradiction.
     *
     * @return a clause in English without a full stop, safe to print
     */
    String description();

    /**
     * The batch's state went back: from {@code processing} to {@code queued}, or from a final one to one of these.
     * {@code unknown} and undocumented states have no rank.
     *
     * @param from the last state that has a rank
     * @param to the current state
     */
    record StateWentBack(BatchState from, BatchState to) implements BatchAnomaly {

        /**
         * Creates the anomaly.
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
     * Devices that had a final outcome are unsettled again.
     *
     * @param devices their current rows; never empty
     */
    record DevicesUnsettled(List<DeviceStatus> devices) implements BatchAnomaly {

        /**
         * Creates the anomaly; the list is copied.
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
     * Devices that were registered have failed now, or vice versa.
     *
     * @param devices their current rows; never empty
     */
    record VerdictsReversed(List<DeviceStatus> devices) implements BatchAnomaly {

        /**
         * Creates the anomaly; the list is copied.
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
     * Rows of an earlier description are missing.
     *
     * @param rows the number of missing rows; at least one
     */
    record RowsVanished(int rows) implements BatchAnomaly {

        /**
         * Creates the anomaly.
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
