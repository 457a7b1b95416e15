package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The state of one device of an upload: one of the {@linkplain Listed documented values}, or an undocumented
 * word.
 */
public sealed interface DeviceState {

    /**
     * Returns the state as a word: the documented spelling of a listed state, else the text as sent. Never blank.
     */
    String text();

    /**
     * Returns whether the state is final. Only {@link Listed#FINISHED} and
     * {@link Listed#FINISHED_WITH_ERRORS} are final.
     *
     * @return true if the state will not change any more
     */
    boolean isFinal();

    /**
     * Returns the state for a word of the service. Case, {@code _} and {@code -} are ignored for documented values.
     *
     * @param text the word as sent
     * @return the listed state, else {@link Unlisted} with the text unchanged
     * @throws IllegalArgumentException if {@code text} is blank
     */
    static DeviceState of(String text) {
        for (Listed listed : Listed.ALL) {
            if (listed.text.equals(text)) { // the usual case, and much cheaper
                return listed;
            }
        }
        for (Listed listed : Listed.ALL) {
            if (listed.wireName.matches(text)) {
                return listed;
            }
        }
        return new Unlisted(text);
    }

    /**
     * The documented states of a device: the values of the resource page and of the vendor's SDKs, which differ.
     *
     * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/device-deployment-resources">Device
     *     deployment resources: DeviceUploadDetails</a>
     */
    enum Listed implements DeviceState {
        /** The service reports the state as unknown. Not final. */
        UNKNOWN("unknown", false),
        /** Accepted, not started. */
        QUEUED("queued", false),
        /** Being registered; the value of the vendor's SDKs. */
        PROCESSING("processing", false),
        /** Being registered; the value of the resource page. */
        IN_PROGRESS("in-progress", false),
        /** Registered. */
        FINISHED("finished", true),
        /** Not registered; see the row's {@link DeviceError}. */
        FINISHED_WITH_ERRORS("finished_with_errors", true);

        private static final List<Listed> ALL = List.of(values());

        private final String text;
        private final WireName wireName;
        private final boolean isFinal;

        Listed(String text, boolean isFinal) {
            this.text = text;
            this.wireName = new WireName(text);
            this.isFinal = isFinal;
        }

        @Override
        public String text() {
            return text;
        }

        @Override
        public boolean isFinal() {
            return isFinal;
        }
    }

    /**
     * An undocumented state; never final.
     *
     * @param text the word as sent
     */
    record Unlisted(String text) implements DeviceState {

        /**
         * Creates the state.
         *
         * @throws IllegalArgumentException if {@code text} is blank or spells a documented state
         */
        public Unlisted {
            if (requireNonNull(text, "text").isBlank()
                    || Listed.ALL.stream().anyMatch(listed -> listed.wireName.matches(text))) {
                throw new IllegalArgumentException("not an unlisted device state: " + Excerpt.quoted(text));
            }
        }

        @Override
        public boolean isFinal() {
            return false;
        }
    }
}
