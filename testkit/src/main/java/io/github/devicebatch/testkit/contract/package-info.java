/** The contract of the port as tests, and the environments that it runs in. */
@NullMarked
package io.github.devicebatch.testkit.contract;

import org.jspecify.annotations.NullMarked;
