/**
 * Entry point of the command {@code devicebatch}: builds the picocli command line, runs it and turns exceptions into exit
 * codes.
 */
package io.github.devicebatch.cli;
