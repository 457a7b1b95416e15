package io.github.devicebatch.http.support;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Mutator of inputs for fuzzing: changes, removes, repeats and splices bytes. The same seed gives the same inputs. Not thread-safe. */
public final class InputMutator {

    private static final int MAX_LENGTH = 1 << 16;
    private static final int MAX_CHANGES = 8;
    private static final List<byte[]> DICTIONARY = List.of(
            utf8("{"),
            utf8("}"),
            utf8("["),
            utf8("]"),
            utf8("\""),
            utf8("\\"),
            utf8("\\u0000"),
            utf8("\\ud800"),
            utf8(","),
            utf8(":"),
            utf8("null"),
            utf8("true"),
            utf8("-0"),
            utf8("1e999999999"),
            utf8("0.1"),
            utf8("\r\n"),
            utf8("\n\n"),
            utf8("\n200\n"),
            utf8("Retry-After: "),
            utf8("x-ms-retry-after-ms:"),
            utf8("Content-Type: application/json\n"),
            utf8("Content-Encoding: gzip\n"),
            utf8("Thu, 26 Nov 2026 10:00:00 GMT"),
            utf8("\u202e"),
            utf8("\ufeff"),
            utf8("\ud83d\ude00"),
            utf8("\"batchTrackingId\":"),
            utf8("\"devicesStatus\":"),
            utf8("\"status\":"),
            utf8("\"error_description\":"),
            utf8("%40:%"),
            utf8("http://"),
            utf8("[::1]"),
            utf8("10.0.0.0/8"),
            new byte[] {(byte) 0xc0, (byte) 0x80},
            new byte[] {(byte) 0xed, (byte) 0xa0, (byte) 0x80},
            new byte[] {(byte) 0xf4, (byte) 0x90},
            new byte[] {0});

    private final SplittableRandom random;
    private final List<byte[]> seeds;

    public InputMutator(long seed, List<byte[]> seeds) {
        this.random = new SplittableRandom(seed);
        this.seeds = seeds;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Returns the next input, at most 64 KiB long. */
    public byte[] next() {
        byte[] input = seeds.get(random.nextInt(seeds.size()));
        int changes = 1 + random.nextInt(MAX_CHANGES);
        for (int change = 0; change < changes; change++) {
            input = changed(input);
        }
        return input;
    }

    private byte[] changed(byte[] input) {
        int from = random.nextInt(input.length + 1);
        int to = from + random.nextInt(Math.min(input.length - from, random.nextInt(64) + 1) + 1);
        return switch (random.nextInt(8)) {
            case 0 -> flipped(input);
            case 1 -> joined(input, from, randomBytes(), from);
            case 2 -> joined(input, from, new byte[0], to);
            case 3 -> joined(input, from, repeated(input, from, to), to);
            case 4 -> joined(input, from, DICTIONARY.get(random.nextInt(DICTIONARY.size())), to);
            case 5 -> joined(input, from, DICTIONARY.get(random.nextInt(DICTIONARY.size())), from);
            case 6 -> spliced(input, from);
            default -> joined(input, from, randomBytes(), to);
        };
    }

    private byte[] flipped(byte[] input) {
        byte[] copy = input.clone();
        if (copy.length > 0) {
            copy[random.nextInt(copy.length)] ^= (byte) (1 << random.nextInt(8));
        }
        return copy;
    }

    private byte[] randomBytes() {
        byte[] bytes = new byte[1 + random.nextInt(4)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Mostly a few times, and rarely very often, so that a cost that grows with the square of the length shows. */
    private byte[] repeated(byte[] input, int from, int to) {
        int times = random.nextInt(200) == 0 ? 1 + random.nextInt(4_000) : 1 + random.nextInt(4);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (int time = 0; time <= times && all.size() < MAX_LENGTH; time++) {
            all.write(input, from, to - from);
        }
        return all.toByteArray();
    }

    private byte[] spliced(byte[] input, int from) {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int start = random.nextInt(other.length + 1);
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.write(input, 0, from);
        all.write(other, start, other.length - start);
        return bounded(all);
    }

    private static byte[] joined(byte[] input, int from, byte[] middle, int to) {
        ByteArrayOutputStream all = new ByteArrayOutputStream(input.length + middle.length);
        all.write(input, 0, from);
        all.writeBytes(middle);
        all.write(input, to, input.length - to);
        return bounded(all);
    }

    private static byte[] bounded(ByteArrayOutputStream all) {
        byte[] bytes = all.toByteArray();
        return bytes.length <= MAX_LENGTH ? bytes : Arrays.copyOf(bytes, MAX_LENGTH);
    }
}
