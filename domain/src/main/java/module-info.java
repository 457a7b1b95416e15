/** What a device batch upload and the states of its devices are: value types that need nothing but {@code java.base}. */
module io.github.devicebatch.domain {
    exports io.github.devicebatch.domain;
}
