package io.github.devicebatch.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command above all commands, which does nothing itself. */
@Command(
        name = "devicebatch",
        header = {"Tells where a Partner Center device batch upload stands, and whether every", "device really got in."
        },
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch COMMAND [OPTIONS]",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        versionProvider = VersionProvider.class,
        footer = {
            "",
            "Start here:",
            "  devicebatch demo",
            "  devicebatch status CUSTOMER/TRACKING --token-file token.txt",
            "  devicebatch wait CUSTOMER/TRACKING --token-file token.txt",
            "  devicebatch help login",
            "  devicebatch explain 808",
            "  devicebatch help wait",
            "",
            "Environment:",
            "  DEVICEBATCH_TOKEN   the access token, if no option says how to sign in",
            "  DEVICEBATCH_...     any option's value; --base-url is DEVICEBATCH_BASE_URL",
            "  NO_COLOR, FORCE_COLOR",
            "",
            "Exit codes:",
            "  0 success       3 a device failed  6 unavailable         124 timed out",
            "  1 a bug         4 refused          7 unreadable answer   141 output not read",
            "  2 bad usage     5 not found        8 still under way     130, 143 interrupted",
            "  devicebatch help status and devicebatch help wait have the details"
        })
final class DevicebatchCommand {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version of devicebatch and of Java.")
    private boolean version;
}
