/**
 * The process around a run, which is passed in: streams, text style, live region, environment, clock, shutdown hooks and
 * child processes.
 */
package io.github.devicebatch.cli.terminal;
