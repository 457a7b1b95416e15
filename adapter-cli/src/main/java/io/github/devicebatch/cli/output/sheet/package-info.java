/** Rows of devices on standard output: CSV, and a workbook for spreadsheets. */
package io.github.devicebatch.cli.output.sheet;
