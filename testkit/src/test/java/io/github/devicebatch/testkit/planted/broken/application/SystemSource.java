package io.github.devicebatch.testkit.planted.broken.application;

import java.time.InstantSource;

public record SystemSource() {

    InstantSource time() {
        return InstantSource.system();
    }
}
