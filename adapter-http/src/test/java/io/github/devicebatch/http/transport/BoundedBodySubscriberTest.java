package io.github.devicebatch.http.transport;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedBodySubscriberTest {

    private static final int LIMIT = 1 << 20;

    private final BoundedBodySubscriber.BodyBuffer gathered = new BoundedBodySubscriber.BodyBuffer(0, LIMIT);

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

    @ParameterizedTest
    @CsvSource({
        "1, 300",
        "300, 1",
        "300, 300",
        "300000, 10",
        "300000, 300000",
        "10, 300000",
        "9223372036854775807, 70000"
    })
    void keepsWhatComesWhateverIsAnnounced(long announced, int length) {
        byte[] all = new byte[length];
        new Random(length).nextBytes(all);
        var buffer = new BoundedBodySubscriber.BodyBuffer(announced, LIMIT);

        for (int start = 0; start < length; start += 7) {
            buffer.add(ByteBuffer.wrap(all, start, Math.min(7, length - start)), Integer.MAX_VALUE);
        }

        assertThat(buffer.toByteArray()).isEqualTo(all);
    }

    @Test
    void copiesNothingOfAShortBodyOfTheAnnouncedLength() {
        var buffer = new BoundedBodySubscriber.BodyBuffer(300, LIMIT);
        buffer.add(ByteBuffer.wrap(new byte[300]), Integer.MAX_VALUE);

        assertThat(buffer.capacity()).isEqualTo(300);
        assertThat(buffer.toByteArray()).isSameAs(buffer.toByteArray());
    }

    /** The client keeps what it was handed over as long as its connection is open. */
    @ParameterizedTest
    @ValueSource(ints = {0, 5, 300, 64 << 10})
    void keepsNothingOfABodyThatWasTaken(int length) {
        var buffer = new BoundedBodySubscriber.BodyBuffer(300, LIMIT);
        buffer.add(ByteBuffer.wrap(new byte[length]), Integer.MAX_VALUE);

        assertThat(buffer.take()).isEqualTo(new byte[length]);
        assertThat(buffer.capacity()).isZero();
    }

    @Test
    void allocatesLittleForAnAnnouncementAlone() {
        var buffer = new BoundedBodySubscriber.BodyBuffer(Long.MAX_VALUE, LIMIT);
        assertThat(buffer.capacity()).isEqualTo(64 << 10);

        buffer.add(ByteBuffer.wrap(new byte[(64 << 10) + 1]), Integer.MAX_VALUE);

        assertThat(buffer.capacity()).isEqualTo(8 * (64 << 10));
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 300, Long.MAX_VALUE})
    void allocatesNoMoreThanTheLimit(long announced) {
        var buffer = new BoundedBodySubscriber.BodyBuffer(announced, 100_000);
        for (int added = 0; added < 100_000; added += 1_000) {
            buffer.add(ByteBuffer.wrap(new byte[1_000]), Integer.MAX_VALUE);
        }

        assertThat(buffer.capacity()).isEqualTo(100_000);
    }
}
