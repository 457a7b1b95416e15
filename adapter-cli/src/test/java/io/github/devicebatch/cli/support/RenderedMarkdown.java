package io.github.devicebatch.cli.support;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;

/**
 * Markdown as commonmark-java reads it, with the extensions of GitHub for tables and links.
 *
 * @param document the root of the tree
 */
public record RenderedMarkdown(Node document) {

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), AutolinkExtension.create()))
            .build();

    public static RenderedMarkdown of(String markdown) {
        return new RenderedMarkdown(PARSER.parse(markdown));
    }

    /** Returns the rows of each table, headings first, as the texts of their cells. */
    public List<List<List<String>>> tables() {
        return all(TableBlock.class)
                .map(table -> all(table, TableRow.class)
                        .map(row -> all(row, TableCell.class)
                                .map(RenderedMarkdown::text)
                                .toList())
                        .toList())
                .toList();
    }

    private static String text(Node cell) {
        StringBuilder text = new StringBuilder();
        all(cell, Node.class)
                .forEach(node -> text.append(
                        node instanceof Text literal
                                ? literal.getLiteral()
                                : node instanceof HtmlInline html
                                                && html.getLiteral().equals("<br>")
                                        ? "\n"
                                        : ""));
        return text.toString();
    }

    /** Returns the texts between markup. */
    public Stream<String> texts() {
        return all(Text.class).map(Text::getLiteral);
    }

    /** Returns the names of the kinds of nodes, such as {@code Link}. */
    public Set<String> kinds() {
        Set<String> kinds = new TreeSet<>();
        all(Node.class).forEach(node -> kinds.add(node.getClass().getSimpleName()));
        return kinds;
    }

    /** Returns the HTML that is passed on. */
    public Set<String> html() {
        Set<String> html = new TreeSet<>();
        all(HtmlInline.class).forEach(node -> html.add(node.getLiteral()));
        all(HtmlBlock.class).forEach(node -> html.add(node.getLiteral().replaceAll("\\d+", "#")));
        return html;
    }

    private <N extends Node> Stream<N> all(Class<N> kind) {
        return all(document, kind);
    }

    private static <N extends Node> Stream<N> all(Node root, Class<N> kind) {
        List<Node> nodes = new ArrayList<>();
        add(root, nodes);
        return nodes.stream().filter(kind::isInstance).map(kind::cast);
    }

    private static void add(Node node, List<Node> nodes) {
        nodes.add(node);
        for (Node child = node.getFirstChild(); child != null; child = child.getNext()) {
            add(child, nodes);
        }
    }
}
