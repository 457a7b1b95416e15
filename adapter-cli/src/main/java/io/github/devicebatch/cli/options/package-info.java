/** What can be typed: option groups, converters, batch references. */
package io.github.devicebatch.cli.options;
