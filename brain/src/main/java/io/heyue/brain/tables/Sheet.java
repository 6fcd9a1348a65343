package io.heyue.brain.tables;

import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A decision table as it stands in its file, with lines, so that faults can be named where they
 * are.
 *
 * @param file as people find it
 * @param decisions names of the decisions in it
 * @param inputs what the columns ask
 * @param outputs names of the columns that answer
 */
record Sheet(
    String file,
    List<String> decisions,
    List<String> inputs,
    List<String> outputs,
    List<Row> rows) {

  /**
   * A row.
   *
   * @param line where it stands
   * @param tests one an input
   * @param answers one an output
   * @param why its annotation, empty where it has none
   */
  record Row(int line, List<String> tests, List<String> answers, String why) {
    boolean fitsAlways() {
      return tests.stream().allMatch(test -> test.equals("-") || test.isEmpty());
    }
  }

  /**
   * Reads the table of a DMN file.
   *
   * @throws TableFault if it is no XML
   */
  static Sheet read(Path file, byte[] bytes) {
    String shown = shown(file);
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    try {
      XMLStreamReader xml = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
      Sheet sheet =
          new Sheet(
              shown, new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      sheet.fill(xml);
      xml.close();
      return sheet;
    } catch (XMLStreamException e) {
      int line = e.getLocation() == null ? 1 : e.getLocation().getLineNumber();
      throw new TableFault(
          List.of(shown + ":" + line + ": This is no XML. Maybe a tag was not closed."));
    }
  }

  static String shown(Path file) {
    Path absolute = file.toAbsolutePath().normalize();
    int names = absolute.getNameCount();
    return absolute.subpath(Math.max(0, names - 3), names).toString().replace('\\', '/');
  }

  private void fill(XMLStreamReader xml) throws XMLStreamException {
    String parent = "";
    while (xml.hasNext()) {
      if (xml.next() != XMLStreamConstants.START_ELEMENT) {
        continue;
      }
      switch (xml.getLocalName()) {
        case "decision" -> decisions.add(attribute(xml, "name"));
        case "output" -> outputs.add(attribute(xml, "name"));
        case "rule" ->
            rows.add(
                new Row(
                    xml.getLocation().getLineNumber(), new ArrayList<>(), new ArrayList<>(), ""));
        case "text" -> text(parent, xml.getElementText().strip());
        default -> {}
      }
      parent = xml.getLocalName().equals("text") ? parent : xml.getLocalName();
    }
  }

  private void text(String parent, String text) {
    switch (parent) {
      case "inputExpression" -> inputs.add(text);
      case "inputEntry" -> rows.getLast().tests().add(text);
      case "outputEntry" -> rows.getLast().answers().add(text);
      case "annotationEntry" -> {
        Row row = rows.removeLast();
        String why = row.why().isEmpty() ? text : row.why() + "; " + text;
        rows.add(new Row(row.line(), row.tests(), row.answers(), why));
      }
      default -> {}
    }
  }

  private static String attribute(XMLStreamReader xml, String name) {
    String value = xml.getAttributeValue(null, name);
    return value == null ? "" : value;
  }
}
