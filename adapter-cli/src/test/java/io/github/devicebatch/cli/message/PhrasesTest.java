package io.github.devicebatch.cli.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasesTest {

    @Test
    void aCountHasTheSingularOrThePlural() {
        assertThat(Phrases.count(0, "batch", "batches")).isEqualTo("0 batches");
        assertThat(Phrases.count(1, "batch", "batches")).isEqualTo("1 batch");
        assertThat(Phrases.count(2, "batch", "batches")).isEqualTo("2 batches");
    }

    @Test
    void aListHasCommasAndAnAnd() {
        assertThat(Phrases.list(List.of())).isEmpty();
        assertThat(Phrases.list(List.of("a"))).isEqualTo("a");
        assertThat(Phrases.list(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Phrases.list(List.of("a", "b", "c"))).isEqualTo("a, b and c");
    }

    @Test
    void onlyAFullStopAtTheEndIsRemoved() {
        assertThat(Phrases.withoutFullStop("1.5 s.")).isEqualTo("1.5 s");
        assertThat(Phrases.withoutFullStop("1.5 s")).isEqualTo("1.5 s");
    }
}
