/** Simulated device batch uploads. */
package io.github.devicebatch.testkit.upload;
