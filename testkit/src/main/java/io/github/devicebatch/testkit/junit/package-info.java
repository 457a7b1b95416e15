/**
 * What a JUnit test of a caller uses: the extension that starts a fake Partner Center, and AssertJ assertions for batch statuses
 * and received requests.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.testkit.junit;

import org.jspecify.annotations.NullMarked;
