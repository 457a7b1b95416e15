/**
 * The fake Partner Center: router, request handlers, scripts and timelines of batches, request journal, and landing page.
 *
 * @since 0.1.0
 */
@NullMarked
package io.github.devicebatch.testkit.server;

import org.jspecify.annotations.NullMarked;
