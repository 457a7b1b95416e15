package io.github.devicebatch.domain;

import static java.util.Objects.requireNonNull;

import java.util.List;

/**
 * What the service says of a whole upload: one of the {@linkplain Listed documented values}, or a word that nobody has
 * documented yet.
 *
 * <p>A batch's state does not tell success: a batch can be {@link Listed#FINISHED} while its only device failed. Read
 * {@link BatchStatus#outcome()} for that.
 */
public sealed interface BatchState {

    /**
     * Gives the service's word: the documented spelling of a listed state, the text as sent of any other.
     *
     * @return the word; never blank
     */
    String text();

    /**
     * Tells whether the service is done with the batch. Only {@link Listed#FINISHED} and
     * {@link Listed#FINISHED_WITH_ERRORS} are final.
     *
     * @return whether the state will not change any more
     */
    boolean isFinal();

    /**
     * Reads the service's word. Case, {@code _} and {@code -} make no difference to a documented value.
     *
     * @param text the word as sent
     * @return the listed state that it spells, else {@link Unlisted} with the text unchanged
     * @throws IllegalArgumentException if {@code text} is blank
     */
    static BatchState of(String text) {
        for (Listed listed : Listed.ALL) {
            if (listed.spelling.fits(text)) {
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
        /** The service itself says that it does not know. Not final. */
        UNKNOWN("unknown", false),
        /** Accepted, not begun. */
        QUEUED("queued", false),
        /** Devices are being registered. */
        PROCESSING("processing", false),
        /** Done; says nothing about the devices. */
        FINISHED("finished", true),
        /** Done, and the service reports errors. */
        FINISHED_WITH_ERRORS("finished_with_errors", true);

        private static final List<Listed> ALL = List.of(values());

        private final String text;
        private final WireName spelling;
        private final boolean isFinal;

        Listed(String text, boolean isFinal) {
            this.text = text;
            this.spelling = new WireName(text);
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
     * A state that is not documented; never final.
     *
     * @param text the service's word, unchanged
     */
    record Unlisted(String text) implements BatchState {

        /**
         * Keeps the word.
         *
         * @throws IllegalArgumentException if {@code text} is blank or spells a documented state
         */
        public Unlisted {
            if (requireNonNull(text, "text").isBlank()
                    || Listed.ALL.stream().anyMatch(listed -> listed.spelling.fits(text))) {
                throw new IllegalArgumentException("not an unlisted batch state: " + Excerpt.quoted(text));
            }
        }

        @Override
        public boolean isFinal() {
            return false;
        }
    }
}
