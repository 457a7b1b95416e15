package io.github.devicebatch.domain;

/** Whether it helps to upload a failed device again. */
public enum ReuploadAdvice {
    /** Upload the same line again: the service failed. */
    HELPS("yes, as it is"),
    /** Upload again after a new capture of the hardware hash on the device. */
    HELPS_AFTER_NEW_CAPTURE("yes, after a new capture of the hardware hash"),
    /** Upload again after a correction of the line. */
    HELPS_AFTER_CORRECTION("yes, after a correction"),
    /** Upload again after the existing registration or directory object has been removed. */
    HELPS_AFTER_REMOVAL("only after the removal"),
    /** Uploading again does not help. */
    DOES_NOT_HELP("no"),
    /** The error is not documented, or the service named none. */
    NOT_KNOWN("not known");

    private final String description;

    ReuploadAdvice(String description) {
        this.description = description;
    }

    /**
     * Returns the advice as a short answer to "does uploading again help?", such as {@code yes, after a correction}.
     */
    public String description() {
        return description;
    }
}
