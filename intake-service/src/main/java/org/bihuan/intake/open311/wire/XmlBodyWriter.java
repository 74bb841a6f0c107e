package org.bihuan.intake.open311.wire;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Writes in XML what the same address with the other suffix answers in JSON. */
@Provider
@Produces(Open311.XML)
public class XmlBodyWriter implements MessageBodyWriter<Object> {

  /** Outermost element of an answer by what stands behind the root of the addresses. */
  private static final Map<String, String> ROOTS =
      Map.of(
          "discovery", "discovery",
          "services", "services",
          "requests", "service_requests",
          "tokens", "service_requests");

  private final ObjectMapper json;
  private final UriInfo uri;

  XmlBodyWriter(ObjectMapper json, UriInfo uri) {
    this.json = json;
    this.uri = uri;
  }

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    // What is refused is written already.
    return type != String.class;
  }

  @Override
  public void writeTo(
      Object answer,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream body)
      throws IOException {
    headers.putSingle(HttpHeaders.CONTENT_TYPE, Open311.XML + ";charset=UTF-8");
    body.write(
        Xml.document(root(uri.getPath()), json.valueToTree(answer))
            .getBytes(StandardCharsets.UTF_8));
  }

  private static String root(String path) {
    String asked = path.substring(Open311.ROOT.length() + 1);
    return asked.startsWith("services/")
        ? "service_definition"
        : ROOTS.get(asked.split("[./]", 2)[0]);
  }
}
