/** AssertJ assertions for batch statuses and received requests. */
@NullMarked
package io.github.devicebatch.testkit.assertions;

import org.jspecify.annotations.NullMarked;
