package io.github.devicebatch.cli;

import picocli.CommandLine.Command;

/** The root command: it has only subcommands. */
@Command(
        name = "devicebatch",
        header = {"Shows the status of Partner Center device batch uploads, and whether every", "device was registered."
        },
        synopsisHeading = "%nUsage: ",
        customSynopsis = "devicebatch COMMAND [OPTIONS]",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions:%n",
        versionProvider = VersionProvider.class,
        footer = {
            "",
            "Getting started:",
            "  devicebatch demo",
            "  devicebatch status CUSTOMER/TRACKING --token-file token.txt",
            "  devicebatch wait CUSTOMER/TRACKING --token-file token.txt",
            "  devicebatch help login",
            "  devicebatch explain 808",
            "  devicebatch help wait",
            "",
            "Environment:",
            "  DEVICEBATCH_TOKEN   access token, if no authentication option is given",
            "  DEVICEBATCH_...     default of an option: DEVICEBATCH_BASE_URL for --base-url",
            "  DEVICEBATCH_CONFIG  settings file, see: devicebatch help config",
            "  NO_COLOR, FORCE_COLOR",
            "",
            "Exit codes:",
            "  0 success       3 a device failed  6 unavailable         124 timed out",
            "  1 a bug         4 refused          7 unreadable response 141 output closed",
            "  2 bad usage     5 not found        8 still in progress   130, 143 interrupted",
            "  For details: devicebatch help status, devicebatch help wait",
        })
final class DevicebatchCommand {}
