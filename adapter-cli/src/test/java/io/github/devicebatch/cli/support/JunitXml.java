package io.github.devicebatch.cli.support;

import java.io.IOException;
import java.io.StringReader;
import java.net.URL;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.sax.SAXSource;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.XMLReader;
import org.xml.sax.helpers.AttributesImpl;
import org.xml.sax.helpers.XMLFilterImpl;

/**
 * JUnit XML, checked by schemas and read by Ant.
 *
 * @param document the document
 */
public record JunitXml(String document) {

    private static final String STYLE_SHEET = "/org/apache/tools/ant/taskdefs/optional/junit/xsl/junit-noframes.xsl";

    /**
     * Checks the document against our own schema, of what Ant and Jenkins both accept.
     *
     * @throws SAXException if it is not valid
     */
    public void checkByOurSchema() throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(resource("/io/github/devicebatch/cli/report/junit.xsd"))
                .newValidator()
                .validate(new StreamSource(new StringReader(document)));
    }

    /**
     * Checks the document against the schema of Ant.
     *
     * @throws SAXException if it is not valid
     */
    public void checkByAntsSchema() throws SAXException, IOException, ParserConfigurationException {
        XMLReader reader =
                SAXParserFactory.newDefaultNSInstance().newSAXParser().getXMLReader();
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(resource("/xsd/junit.xsd"))
                .newValidator()
                .validate(new SAXSource(new AntsSchemaFilter(reader), new InputSource(new StringReader(document))));
    }

    /** Returns the rows with cells of the page that Ant's task {@code junitreport} makes of the document. */
    public List<List<String>> rowsInAnt() throws TransformerException {
        TransformerFactory factory = TransformerFactory.newDefaultInstance();
        factory.setFeature("jdk.xml.enableExtensionFunctions", true); // as Ant does
        Transformer transformer =
                factory.newTransformer(new StreamSource(resource(STYLE_SHEET).toString()));
        DOMResult result = new DOMResult();
        transformer.transform(new StreamSource(new StringReader(document)), result);
        return elements(((Document) result.getNode()).getElementsByTagName("tr"))
                .map(row -> elements(row.getElementsByTagName("td"))
                        .map(Node::getTextContent)
                        .toList())
                .filter(cells -> cells.size() > 2)
                .toList();
    }

    private static Stream<Element> elements(NodeList nodes) {
        return IntStream.range(0, nodes.getLength()).mapToObj(nodes::item).map(Element.class::cast);
    }

    private static URL resource(String name) {
        return Objects.requireNonNull(JunitXml.class.getResource(name), name);
    }

    /**
     * A document as the schema of Ant knows it: in the namespace that the jar of the schema gives it, and without {@code skipped},
     * which Ant writes since version 1.9.
     */
    private static final class AntsSchemaFilter extends XMLFilterImpl {

        private static final String NAMESPACE = "urn:junit.baev.github.com";
        private static final String SKIPPED = "skipped";

        AntsSchemaFilter(XMLReader parent) {
            super(parent);
        }

        @Override
        public void startElement(String uri, String name, String qualifiedName, Attributes attributes)
                throws SAXException {
            if (!name.equals(SKIPPED)) {
                AttributesImpl known = new AttributesImpl(attributes);
                if (known.getIndex(SKIPPED) >= 0) {
                    known.removeAttribute(known.getIndex(SKIPPED));
                }
                super.startElement(NAMESPACE, name, qualifiedName, known);
            }
        }

        @Override
        public void endElement(String uri, String name, String qualifiedName) throws SAXException {
            if (!name.equals(SKIPPED)) {
                super.endElement(NAMESPACE, name, qualifiedName);
            }
        }
    }
}
