/** The wait for batches: its state, its progress on a terminal or in lines, its summary, and the command to resume it. */
package io.github.devicebatch.cli.wait;
