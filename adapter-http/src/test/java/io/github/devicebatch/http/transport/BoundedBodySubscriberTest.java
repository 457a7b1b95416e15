package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedBodySubscriberTest {

    private final BoundedBodySubscriber.ByteBlocks gathered = new BoundedBodySubscriber.ByteBlocks();

    @Test
    void isInitiallyEmpty() {
        assertThat(gathered.size()).isZero();
        assertThat(gathered.toByteArray()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 1_023, 1_024, 1_025, 4_096, 65_536, 300_000})
    void collectsBlocksOfAnyLength(int piece) {
        byte[] all = new byte[300_000];
        new Random(piece).nextBytes(all);

        for (int start = 0; start < all.length; start += piece) {
            gathered.add(ByteBuffer.wrap(all, start, Math.min(piece, all.length - start)), Integer.MAX_VALUE);
        }

        assertThat(gathered.size()).isEqualTo(all.length);
        assertThat(gathered.toByteArray()).isEqualTo(all);
    }

    @Test
    void readsAtMostTheGivenLength() {
        byte[] all = new byte[5_000];
        Arrays.fill(all, (byte) 1);
        ByteBuffer bytes = ByteBuffer.wrap(all);

        gathered.add(bytes, 3_000);
        gathered.add(bytes, 0);

        assertThat(gathered.toByteArray()).isEqualTo(Arrays.copyOf(all, 3_000));
        assertThat(bytes.remaining()).isEqualTo(2_000);
    }
}
