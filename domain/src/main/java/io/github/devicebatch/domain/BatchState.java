package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * The state of an upload: one of the {@linkplain Listed documented values}, or an undocumented
 * word.
 *
 * <p>The state does not tell success: a batch can be {@link Listed#FINISHED} while its only device failed. See
 * {@link BatchStatus#outcome()}.
 */
public sealed interface BatchState {

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
    static BatchState of(String text) {
        for (Listed listed : Listed.ALL) {
            if (listed.wireName.matches(text)) {
                return listed;
            }
        }
        return new Unlisted(text);
    }

    /**
     * The documented states of a batch.
     *
     * @see <a href="https://learn.microsoft.com/en-us/partner-center/developer/device-deployment-resources">Device
     *     deployment resources: BatchUploadDetails</a>
     */
    enum Listed implements BatchState {
        /** The service reports the state as unknown. Not final. */
        UNKNOWN("unknown", false),
        /** Accepted, not started. */
        QUEUED("queued", false),
        /** Devices are being registered. */
        PROCESSING("processing", false),
        /** Completed; devices may have failed all the same. */
        FINISHED("finished", true),
        /** Completed with errors. */
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
    record Unlisted(String text) implements BatchState {

        /**
         * Creates the state.
         *
         * @throws IllegalArgumentException if {@code text} is blank or spells a documented state
         */
        public Unlisted {
            if (requireNonNull(text, "text").isBlank()
                    || Listed.ALL.stream().anyMatch(listed -> listed.wireName.matches(text))) {
                throw new IllegalArgumentException("not an unlisted batch state: " + Excerpt.quoted(text));
            }
        }

        @Override
        public boolean isFinal() {
            return false;
        }
    }
}
