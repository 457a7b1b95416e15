/** Text for people on standard output: the table of {@code status} and {@code wait}, and explanations. */
package io.github.devicebatch.cli.output.table;
