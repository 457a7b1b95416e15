package io.github.devicebatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnumeratedTest {

    @Test
    void namesEachThingOnce() {
        assertThat(Enumerated.of(List.of())).isEmpty();
        assertThat(Enumerated.of(List.of("a"))).isEqualTo("a");
        assertThat(Enumerated.of(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Enumerated.of(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }
}
