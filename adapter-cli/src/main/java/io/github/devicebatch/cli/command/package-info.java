/** One class per subcommand that asks the real service or works offline. */
package io.github.devicebatch.cli.command;
