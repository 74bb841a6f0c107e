package org.bihuan.intake.open311.wire;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.StringWriter;
import java.util.Map;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * JSON as the XML that it stands for: the standard defines its JSON by the Spark convention, in
 * which a list is the bare array of its elements and an empty element is {@code null}. Read
 * backwards it gives the XML, so that nothing is in the one form that is not in the other.
 */
final class Xml {

  /** What the elements of a list are called. */
  private static final Map<String, String> ELEMENTS =
      Map.of(
          "services", "service",
          "service_requests", "request",
          "errors", "error",
          "attributes", "attribute",
          "values", "value",
          "endpoints", "endpoint",
          "formats", "format");

  private static final int REPLACEMENT = 0xFFFD;

  private Xml() {}

  /**
   * A whole document.
   *
   * @param root name of its outermost element
   */
  static String document(String root, JsonNode content) {
    StringWriter text = new StringWriter();
    try {
      // That of the JDK, whatever else is on the class path.
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("utf-8", "1.0");
      write(xml, root, content);
      xml.writeEndDocument();
      xml.close();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("text in memory that cannot be written", e);
    }
    return text.toString();
  }

  private static void write(XMLStreamWriter xml, String name, JsonNode value)
      throws XMLStreamException {
    xml.writeStartElement(name);
    if (value.isArray()) {
      for (JsonNode element : value) {
        write(xml, ELEMENTS.get(name), element);
      }
    } else if (value.isObject()) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        write(xml, member.getKey(), member.getValue());
      }
    } else if (!value.isNull()) {
      xml.writeCharacters(writable(value.asText()));
    }
    xml.writeEndElement();
  }

  /**
   * XML 1.0 has no way to write most control characters and halves of surrogate pairs; a reader
   * sees that something stood there. Line ends are those that every reader of XML makes of them.
   */
  static String writable(String text) {
    StringBuilder written = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .replace('\r', '\n')
        .codePoints()
        .map(point -> isCharacter(point) ? point : REPLACEMENT)
        .forEach(written::appendCodePoint);
    return written.toString();
  }

  /** {@code Char} of XML 1.0. */
  private static boolean isCharacter(int point) {
    return point == '\t'
        || point == '\n'
        || point >= 0x20 && point <= 0xD7FF
        || point >= 0xE000 && point <= 0xFFFD
        || point >= 0x10000;
  }
}
