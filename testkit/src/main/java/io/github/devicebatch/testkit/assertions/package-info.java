/**
 * AssertJ assertions for batch statuses and received requests.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.testkit.assertions;

import org.jspecify.annotations.NullMarked;
