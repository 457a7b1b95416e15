/** The JUnit extension that starts a fake Partner Center, and its check of the received requests. */
package io.github.devicebatch.testkit.junit;
