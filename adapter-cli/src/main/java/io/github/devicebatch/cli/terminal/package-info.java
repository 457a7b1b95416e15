/** The process around a run, passed in: streams, colors, live region, environment, clock, signals, child processes. */
package io.github.devicebatch.cli.terminal;
