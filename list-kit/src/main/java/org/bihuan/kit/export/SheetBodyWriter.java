package org.bihuan.kit.export;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import org.bihuan.kit.sheet.Sheet;

/**
 * Sends a body that is a sheet. It is registered for any type, since for an operation that answers
 * more than one media type the framework looks for writers of {@code RestResponse}, not of what is
 * in it.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Produces({Sheet.CSV, Sheet.XLSX})
public class SheetBodyWriter implements MessageBodyWriter<Object> {

  @Override
  public boolean isWriteable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == SheetBody.class;
  }

  @Override
  public void writeTo(
      Object body,
      Class<?> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, Object> headers,
      OutputStream output)
      throws IOException {
    ((SheetBody) body).content().writeTo(output);
  }
}
