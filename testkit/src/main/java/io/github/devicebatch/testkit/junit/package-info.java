/**
 * The JUnit extension that starts a fake Partner Center, and its check of the received requests.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.testkit.junit;

import org.jspecify.annotations.NullMarked;
