/** The JUnit extension that starts a fake for a test, and what makes a test fail. */
package io.github.devicebatch.testkit.junit;
