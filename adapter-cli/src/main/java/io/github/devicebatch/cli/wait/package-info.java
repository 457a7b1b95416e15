/** Waiting: the state of all batches, progress on a terminal or in lines, how the wait ended, how to resume it. */
package io.github.devicebatch.cli.wait;
