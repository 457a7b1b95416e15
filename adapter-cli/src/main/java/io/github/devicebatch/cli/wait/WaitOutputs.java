package io.github.devicebatch.cli.wait;

import io.github.devicebatch.cli.message.Messages;
import io.github.devicebatch.cli.message.SignInFlow;
import io.github.devicebatch.cli.message.UnavailableText;
import io.github.devicebatch.cli.options.OutputOptions;
import io.github.devicebatch.cli.output.WaitReport;
import io.github.devicebatch.cli.progress.OutageTracker;
import io.github.devicebatch.cli.terminal.CliContext;
import io.github.devicebatch.cli.terminal.LiveRegion;

/**
 * State and outputs of one wait.
 *
 * @param state the state of the batches
 * @param outages the outage of the service, if there is one
 * @param report the report on standard output
 * @param view the progress on standard error
 * @param messages the other messages on standard error
 * @param unavailableText the text about failed requests
 * @param signIn the sign-in flow, for the advice after a refusal
 */
record WaitOutputs(
        WaitState state,
        OutageTracker outages,
        WaitReport report,
        ProgressView view,
        Messages messages,
        UnavailableText unavailableText,
        SignInFlow signIn) {

    /** Creates the outputs that the options, the environment variables and the terminals ask for. */
    static WaitOutputs of(CliContext context, OutputOptions options, WaitState state, SignInFlow signIn) {
        var outages = new OutageTracker(new UnavailableText(context.clock()));
        var text = new WaitText(context.clock());
        if (options.verbosity() == Messages.Verbosity.QUIET) {
            return with(context, options, state, outages, new ProgressView.Silent(), signIn);
        }
        if (!context.supportsLiveRegion()) {
            var view = new LineProgress(options.messages(context), state, outages, text);
            return with(context, options, state, outages, view, signIn);
        }
        var region = new LiveRegion(context.err(), context.time());
        var view = new LiveProgress(region, state, outages, text, context.columns());
        return with(context.with(region), options, state, outages, view, signIn);
    }

    private static WaitOutputs with(
            CliContext context,
            OutputOptions options,
            WaitState state,
            OutageTracker outages,
            ProgressView view,
            SignInFlow signIn) {
        return new WaitOutputs(
                state,
                outages,
                options.waitReport(context),
                view,
                options.messages(context),
                new UnavailableText(context.clock()),
                signIn);
    }
}
