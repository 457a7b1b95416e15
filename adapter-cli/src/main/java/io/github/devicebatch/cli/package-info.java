/**
 * The command {@code devicebatch}, kept thin: what is decided about batches and questions is decided further in.
 *
 * <p>Here belongs what a person or a script at a command line needs: options and their environment variables, tables,
 * JSON and CSV, error messages, colours, exit codes. Nothing outside this package calls {@link System#exit} or touches
 * the standard streams and the environment, and inside it only {@link io.github.devicebatch.cli.Main} and
 * {@link io.github.devicebatch.cli.terminal.CliContext} do.
 */
package io.github.devicebatch.cli;
