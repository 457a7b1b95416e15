package io.github.devicebatch.testkit.planted.clean.domain;

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
