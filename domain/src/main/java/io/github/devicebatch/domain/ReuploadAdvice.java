package io.github.devicebatch.domain;

/** Whether it helps to upload a failed device again. */
public enum ReuploadAdvice {
    /** It helps as it is: the fault was the service's. */
    HELPS("yes, as it is"),
    /** It helps once the hardware hash has been captured anew on the device. */
    HELPS_AFTER_NEW_CAPTURE("yes, after a new capture of the hardware hash"),
    /** It helps once the uploaded line has been corrected. */
    HELPS_AFTER_CORRECTION("yes, after a correction"),
    /** It helps once somebody has removed the registration or the object that stands in the way. */
    HELPS_AFTER_REMOVAL("only after the removal"),
    /** It does not help. */
    DOES_NOT_HELP("no");

    private final String words;

    ReuploadAdvice(String words) {
        this.words = words;
    }

    /**
     * Answers "does uploading it again help?" in a few words.
     *
     * @return the words, such as {@code yes, after a correction}
     */
    public String words() {
        return words;
    }
}
