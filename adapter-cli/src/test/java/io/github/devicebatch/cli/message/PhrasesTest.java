package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void namesEachThingOnce() {
        assertThat(Phrases.list(List.of())).isEmpty();
        assertThat(Phrases.list(List.of("a"))).isEqualTo("a");
        assertThat(Phrases.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Phrases.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }
}
