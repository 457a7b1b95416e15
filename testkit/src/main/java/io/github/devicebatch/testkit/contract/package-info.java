/**
 * The contract of the port as tests, and the environments that it runs in.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.testkit.contract;

import org.jspecify.annotations.NullMarked;
