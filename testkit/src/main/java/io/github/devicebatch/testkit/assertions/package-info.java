/** AssertJ assertions for batch statuses and received requests. */
package io.github.devicebatch.testkit.assertions;
