import org.jspecify.annotations.NullMarked;

/** Value types of device batch uploads: batches, devices, states, errors and outcomes. Requires {@code java.base} only. */
@NullMarked
module io.github.devicebatch.domain {
    requires static org.jspecify; // the annotations are not needed at run time

    exports io.github.devicebatch.domain;
}
