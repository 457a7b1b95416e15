/** Simulated device batch uploads: their requests, their progress on a clock, and the lists of batches and devices. */
package io.github.devicebatch.testkit.upload;
