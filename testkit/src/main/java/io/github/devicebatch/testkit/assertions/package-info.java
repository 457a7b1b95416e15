/** AssertJ assertions on batches and on received requests. */
package io.github.devicebatch.testkit.assertions;
