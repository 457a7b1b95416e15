package io.github.devicebatch.testkit.archrules.planted.clean.domain;

/** A domain that keeps all rules. */
public record CleanDomain() {

    public record Colour(String name, Shade shade) {}

    /** A class that is an exception of the rule for value types. */
    public static final class Secret {}

    public sealed interface Shade {
        enum Plain implements Shade {
            DARK,
            LIGHT {
                @Override
                public String toString() {
                    return "light";
                }
            }
        }

        record Mixed(int share) implements Shade {}
    }
}
