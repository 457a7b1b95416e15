/** Subcommands that query the service or work offline, one class each, with the parts that only they use. */
package io.github.devicebatch.cli.command;
