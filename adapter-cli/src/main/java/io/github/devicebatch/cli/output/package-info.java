/** Reports on standard output: table, JSON, JSON Lines and CSV, and the text that they share with progress messages. */
package io.github.devicebatch.cli.output;
