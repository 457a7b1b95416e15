package io.github.devicebatch.testkit.contract;

/** A part of {@link BatchStatusQueryContract}: promises about one subject, as tests. */
interface ContractPart {

    /** Returns a new environment, which the test closes. */
    ContractEnvironment newEnvironment();
}
