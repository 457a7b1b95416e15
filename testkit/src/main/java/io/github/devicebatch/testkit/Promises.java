package io.github.devicebatch.testkit;

/** What every part of {@link BatchStatusQueryContract} needs. */
interface Promises {

    /** Makes a world that no other test has touched; the test closes it. */
    BatchWorld newWorld();
}
