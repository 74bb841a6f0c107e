package org.bihuan.localstack.open311;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What an endpoint answered. XML is read into what its JSON would be, so that both forms are held
 * against the same clauses.
 *
 * @param root name of the outermost element; empty in JSON, which has none
 * @param content the answer as JSON, in which what is no list has texts alone
 */
record Reply(int status, String type, String link, String text, String root, JsonNode content) {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Set<String> LISTS =
      Set.of(
          "services", "service_requests", "errors", "attributes", "values", "endpoints", "formats");

  static Reply of(HttpResponse<byte[]> answer, Endpoint.Form form) {
    String type = answer.headers().firstValue("Content-Type").orElse("");
    String text = utf8(answer.body());
    String link = answer.headers().firstValue("Link").orElse("");
    boolean isXml = type.toLowerCase(Locale.ROOT).startsWith("text/xml");
    if (!isXml) {
      return new Reply(answer.statusCode(), type, link, text, "", json(text));
    }
    Element element = xml(answer.body());
    return new Reply(answer.statusCode(), type, link, text, element.getNodeName(), spark(element));
  }

  /** The elements of a list; one that is none has none. */
  List<JsonNode> list() {
    return content.isArray()
        ? StreamSupport.stream(content.spliterator(), false).toList()
        : List.of();
  }

  JsonNode first() {
    return list().isEmpty() ? NODES.missingNode() : list().get(0);
  }

  private static String utf8(byte[] body) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body)).toString();
    } catch (CharacterCodingException e) {
      throw new AssertionError("the answer is not UTF-8", e);
    }
  }

  private static JsonNode json(String text) {
    try {
      return new ObjectMapper().readTree(text);
    } catch (IOException e) {
      throw new AssertionError("neither XML nor JSON: " + text, e);
    }
  }

  private static Element xml(byte[] body) {
    try {
      DocumentBuilderFactory readers = DocumentBuilderFactory.newDefaultInstance();
      readers.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      return readers
          .newDocumentBuilder()
          .parse(new ByteArrayInputStream(body))
          .getDocumentElement();
    } catch (SAXException | IOException | ParserConfigurationException e) {
      throw new AssertionError("no XML: " + new String(body, StandardCharsets.UTF_8), e);
    }
  }

  /** By the convention that the standard names: lists are bare arrays, an empty element is null. */
  private static JsonNode spark(Element element) {
    List<Element> children =
        java.util.stream.IntStream.range(0, element.getChildNodes().getLength())
            .mapToObj(element.getChildNodes()::item)
            .filter(child -> child.getNodeType() == Node.ELEMENT_NODE)
            .map(Element.class::cast)
            .toList();
    if (LISTS.contains(element.getNodeName())) {
      ArrayNode list = NODES.arrayNode();
      children.forEach(child -> list.add(spark(child)));
      return list;
    }
    if (children.isEmpty()) {
      return element.getTextContent().isEmpty()
          ? NODES.nullNode()
          : NODES.textNode(element.getTextContent());
    }
    ObjectNode object = NODES.objectNode();
    children.forEach(child -> object.set(child.getNodeName(), spark(child)));
    return object;
  }
}
