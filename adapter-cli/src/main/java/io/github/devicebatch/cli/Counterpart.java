package io.github.devicebatch.cli;

import io.github.devicebatch.application.BatchStatusAnswer.Unavailable;

/** Who did not answer: the service that was to be asked, or the one that gives the tokens to ask it with. */
enum Counterpart {
    PARTNER_CENTER("Partner Center", "--base-url"),
    IDENTITY_PLATFORM("the identity platform", "--authority");

    /** How the reason begins when it was the identity platform. */
    private static final String NO_TOKEN = "the identity platform gave no access token: ";

    private final String words;
    private final String option;

    Counterpart(String words, String option) {
        this.words = words;
        this.option = option;
    }

    static Counterpart of(Unavailable unavailable) {
        return unavailable.detail().startsWith(NO_TOKEN) ? IDENTITY_PLATFORM : PARTNER_CENTER;
    }

    String words() {
        return words;
    }

    /** Says to whom a connection goes, if that is not what everybody expects. */
    String toWhom() {
        return switch (this) {
            case PARTNER_CENTER -> "";
            case IDENTITY_PLATFORM -> " to " + words;
        };
    }

    /** Names the option that says where it is. */
    String option() {
        return option;
    }

    /** Gives the reason, without saying once more who it was. */
    String detail(Unavailable unavailable) {
        return switch (this) {
            case PARTNER_CENTER -> unavailable.detail();
            case IDENTITY_PLATFORM -> unavailable.detail().substring(NO_TOKEN.length());
        };
    }
}
