/** The subcommands {@code demo} and {@code fake}: the only package that may import the testkit. */
package io.github.devicebatch.cli.fake;
