package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class EnumeratedTest {

    @Test
    void namesEachThingOnce() {
        assertThat(Phrases.Enumerated.of(List.of())).isEmpty();
        assertThat(Phrases.Enumerated.of(List.of("a"))).isEqualTo("a");
        assertThat(Phrases.Enumerated.of(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Phrases.Enumerated.of(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }
}
