package io.github.devicebatch.domain;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The values that identify a row, hashed to 62 bits; the lowest two bits stay free. The probability that any two of 100,000
 * rows collide is about one in a billion.
 */
record RowFingerprints(String serialNumber, String productKey) implements Comparable<RowFingerprints> {

    private static final Comparator<RowFingerprints> ORDER =
            Comparator.comparing(RowFingerprints::serialNumber).thenComparing(RowFingerprints::productKey);

    private static final long PRIME = 0x100000001b3L;
    private static final long BASIS = 0xcbf29ce484222325L;
    private static final long FREE_BITS = 3;

    /** Returns the fingerprint of each row, in the order of the rows. */
    static long[] of(List<DeviceStatus> rows) {
        Map<RowFingerprints, Integer> seen = new HashMap<>();
        long[] keys = new long[rows.size()];
        for (int position = 0; position < keys.length; position++) {
            RowFingerprints row = of(rows.get(position));
            int which = row.isNameless() ? position : seen.merge(row, 1, Integer::sum);
            keys[position] = row.hash(which) & ~FREE_BITS;
        }
        return keys;
    }

    /** An empty serial number counts as absent. */
    private static RowFingerprints of(DeviceStatus row) {
        return new RowFingerprints(
                row.serialNumber().orElse(""),
                row.productKey().map(ProductKey::reveal).orElse(""));
    }

    /** Orders by the values. A hash map of keys with an order stays fast if a service chooses values of equal hash code. */
    @Override
    public int compareTo(RowFingerprints other) {
        return ORDER.compare(this, other);
    }

    private boolean isNameless() {
        return serialNumber.isEmpty() && productKey.isEmpty();
    }

    /** FNV-1a over the length and the characters of both, then mixed. */
    private long hash(int which) {
        long hash = BASIS;
        hash = add(hash, serialNumber);
        hash = add(hash, productKey);
        return mixed(hash ^ mixed(which));
    }

    private static long add(long before, String text) {
        long hash = (before ^ text.length()) * PRIME;
        for (int index = 0; index < text.length(); index++) {
            hash = (hash ^ text.charAt(index)) * PRIME;
        }
        return hash;
    }

    /** The finalizer of MurmurHash3. */
    private static long mixed(long bits) {
        long hash = (bits ^ (bits >>> 33)) * 0xff51afd7ed558ccdL;
        hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
        return hash ^ (hash >>> 33);
    }

    /** Omits both values: the product key is a secret. */
    @Override
    public String toString() {
        return "RowFingerprints";
    }
}
