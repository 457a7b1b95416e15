package io.github.devicebatch.testkit.scenario;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.devicebatch.testkit.Batches;
import io.github.devicebatch.testkit.junit.FakePartnerCenterExtension;
import io.github.devicebatch.testkit.server.FakePartnerCenter;
import io.github.devicebatch.testkit.server.InvalidScenarioException;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ExtendWith(FakePartnerCenterExtension.class)
record ScenarioReaderTest(FakePartnerCenter partnerCenter) {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[]                                     | 1:1  | here is a list; give a scenario, an object",
                "{'$schema': 1}                         | 1:13 | here is the number 1; give a string",
                "{'magicBatches': 'yes'}                | 1:18 | here is \"yes\"; give true or false",
                "{'uploads': {'queued': '1m'}}          | 1:13 | uploads needs the member \"processing\"",
                "{'uploads': {'queued': 90, 'processing': '1m'}} | 1:24 | here is the number 90; give a duration in",
                "{'uploads': {'queued': '90', 'processing': '1m'}} | 1:24 | here is \"90\"; give a duration in quotation",
                "{'uploads': {'queued': 'PT-1S', 'processing': '1m'}} | 1:13 | the durations of an upload must not be negative",
                "{'faults': {'share': 2, 'replies': [{'status': 503}]}} | 1:22 | the share of faults must be between 0 and 1, not 2.0",
                "{'faults': {'share': 'all', 'replies': [{'status': 503}]}} | 1:22 | here is \"all\"; give a number",
                "{'faults': {'share': 1, 'replies': []}} | 1:36 | the list is empty; give a list of replies",
                "{'faults': {'share': 1, 'replies': [{'example': 'queued'}]}} | 1:49 | an example needs a batch; give",
                "{'faults': {'share': 1, 'replies': [{'batch': {'status': 'queued'}}]}} | 1:47 | a batch status needs",
                "{'batches': {}}                        | 1:13 | here is an object; give a list of batches",
                "{'batches': [{}]}                      | 1:14 | a batch needs the member \"customer\"",
                "{'batches': [{'customer': 'contoso'}]} | 1:27 | not a customer id: \"contoso\"; it is a GUID such as",
                "{'batches': [{'customer': GUID, 'tracking': '1-1-1-1-1'}]} | 1:79 | not a batch tracking id: \"1-1-1",
                "{'batches': [{'customer': GUID, 'tracking': GUID}]} | 1:14 | a batch has either \"replies\" or \"timeline",
                "{'batches': [BATCH, BATCH]}            | 1:150 | the batch is here twice; remove one: 0127ed8e-",
                "{'batches': [{'customer': GUID, 'tracking': GUID, 'replies': []}]} | 1:130 | the list is empty; give",
            })
    void reportsErrorsInScenarios(String scenario, String place, String problem) {
        assertWrong(scenario, place, problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{}                               | 1  | a reply needs a type; give one of batch, exam",
                "{'retryAfter': '5s'}             | 1  | a reply needs a type; give one of batch",
                "{'status': 503, 'empty': 503}    | 1  | a reply has only one type; give one of status, empty",
                "{'statuss': 503}                 | 13 | a reply has no member \"statuss\"; it may have batch, example",
                "{'after': '5s', 'status': 503}   | 11 | a reply has no member \"after\"",
                "{'status': 99}                   | 12 | here is the number 99; give an HTTP status from 100 to 599",
                "{'status': 200.5}                | 12 | here is the number 200.5; give a whole number",
                "{'status': '503'}                | 12 | here is \"503\"; give a whole number",
                "{'empty': -1}                    | 11 | here is the number -1; give an HTTP status",
                "{'throttled': 57}                | 15 | here is the number 57; give a duration in quotation marks",
                "{'throttled': '57'}              | 15 | here is \"57\"; give a duration in quotation marks, with its",
                "{'example': 'done'}              | 13 | here is \"done\"; give one of queued, processing, finished",
                "{'connection': 'cut'}            | 16 | here is \"cut\"; give one of reset, close, silence",
                "{'fault': {'http': 403}}         | 11 | the reply needs the member \"code\"",
                "{'fault': {'http': 403, 'code': 2032, 'description': ''}} | 33 | here is the number 2032; give a string",
                "{'json': {'http': 200, 'body': {}}} | 32 | here is an object; give a string",
                "{'html': {'http': 200, 'text': ''}} | 32 | the reply has no member \"text\"; it may have http, body",
                "{'rawBase64': '*'}               | 15 | here is \"*\"; give bytes in Base64",
                "{'batch': {}}                    | 11 | a batch status needs the member \"status\"",
                "{'batch': {'status': ''}}        | 22 | here is \"\"; give a state such as",
                "{'batch': {'status': 'queued', 'startedTime': 'noon'}} | 47 | here is \"noon\"; give a time such as",
                "{'batch': {'status': 'queued', 'devicesStatus': [{'serialNumber': '1'}]}} | 50 | a device status needs",
                "{'empty': 503, 'headers': {'Bad Name': 'x'}} | 40 | not a header name: Bad Name",
                "{'empty': 503, 'headers': []}    | 27 | here is a list; give an object of headers",
                "{'empty': 503, 'chunked': 0}     | 27 | the chunk size must be at least 1, not 0",
                "{'empty': 503, 'truncatedBeforeLastChunk': true} | 44 | the reply has no chunks; give \"chunked\" too",
                "{'empty': 503, 'stallingAfter': 1, 'truncatedAfter': 1} | 54 | this member does not go with the others",
                "{'raw': 'x', 'chunked': 1}       | 25 | this member does not go with the others of the reply; remove it",
                "{'connection': 'reset', 'retryAfter': '1s'} | 39 | this member does not go with the others",
                "{'empty': 503, 'dripping': {'bytes': 0, 'pause': '1s'}} | 28 | the number of bytes must be at least 1, not 0",
                "{'empty': 503, 'paddedTo': -1}   | 28 | here is the number -1; give a whole number from 0 on",
            })
    void reportsErrorsInReplies(String reply, int column, String problem) {
        String before = quoted("{'batches': [{'customer': GUID, 'tracking': GUID, 'replies': [");
        assertWrong(before + reply + "]}]}", "1:" + (before.length() + column), problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'example': 'queued'}                  | a reply needs the member \"after\"",
                "{'after': '-1s', 'example': 'queued'}  | here is \"-1s\"; give a duration",
                "{'after': 'PT-1S', 'example': 'queued'} | here is \"PT-1S\"; give a time that is not negative",
                "{'after': '1s', 'status': 503}, {'after': '1000ms', 'status': 503} | here is \"1000ms\"; give a time",
            })
    void reportsErrorsInTimelines(String replies, String problem) {
        String scenario = "{'batches': [{'customer': GUID, 'tracking': GUID, 'timeline': [%s]}]}";
        assertThatExceptionOfType(InvalidScenarioException.class)
                .isThrownBy(() -> partnerCenter.control().load(quoted(scenario.formatted(replies))))
                .withMessageContaining(": " + problem);
    }

    private void assertWrong(String scenario, String place, String problem) {
        String expected = "line %s, column %s: ".formatted((Object[]) place.split(":")) + problem;
        assertThatExceptionOfType(InvalidScenarioException.class)
                .isThrownBy(() -> partnerCenter.control().load(quoted(scenario)))
                .withMessageStartingWith(expected);
    }

    private static String quoted(String scenario) {
        return scenario.replace("BATCH", "{'customer': GUID, 'tracking': GUID, 'replies': [{'status': 503}]}")
                .replace("GUID", "'" + Batches.TRACKING + "'")
                .replace('\'', '"');
    }
}
