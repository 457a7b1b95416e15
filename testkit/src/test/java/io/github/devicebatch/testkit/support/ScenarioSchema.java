package io.github.devicebatch.testkit.support;

import dev.harrel.jsonschema.Error;
import dev.harrel.jsonschema.ValidatorFactory;
import dev.harrel.jsonschema.providers.JakartaJsonNode;
import io.github.devicebatch.testkit.server.FakeControl;
import java.util.List;

/** The JSON Schema of scenarios, as an independent validator applies it. */
public final class ScenarioSchema {

    private ScenarioSchema() {}

    /** Returns the errors of a scenario, empty if it is valid. */
    public static List<String> errors(String scenario) {
        return new ValidatorFactory()
                        .withJsonNodeFactory(new JakartaJsonNode.Factory())
                        .validate(FakeControl.scenarioSchema(), scenario)
                        .getErrors()
                        .stream()
                        .map(Error::toString)
                        .toList();
    }
}
