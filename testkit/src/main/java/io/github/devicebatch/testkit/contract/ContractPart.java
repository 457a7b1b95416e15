package io.github.devicebatch.testkit.contract;

/** What every part of {@link BatchStatusQueryContract} needs. */
interface ContractPart {

    /** Makes a world that no other test has touched; the test closes it. */
    ContractEnvironment newWorld();
}
