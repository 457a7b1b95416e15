/** Value types of device batch uploads: batches, devices, states, errors and outcomes. Requires {@code java.base} only. */
module io.github.devicebatch.domain {
    exports io.github.devicebatch.domain;
}
