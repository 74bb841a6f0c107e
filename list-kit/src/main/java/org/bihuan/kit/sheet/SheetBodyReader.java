package org.bihuan.kit.sheet;

import jakarta.ws.rs.ConstrainedTo;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.RuntimeType;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.concurrent.locks.ReentrantLock;
import org.bihuan.kit.idempotency.RequestKey;
import org.bihuan.kit.refusal.Malformed;

/**
 * Reads a body that is a workbook or comma-separated values; which of them, the content says. One
 * is read at a time: a megabyte of a workbook can become many times as much.
 */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes({Sheet.XLSX, Sheet.CSV})
public class SheetBodyReader implements MessageBodyReader<Sheet> {

  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final RequestKey request;

  SheetBodyReader(RequestKey request) {
    this.request = request;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == Sheet.class;
  }

  @Override
  public Sheet readFrom(
      Class<Sheet> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    byte[] body = stream.readAllBytes();
    request.bodyWas(body);
    if (body.length == 0) {
      throw new Malformed("sheet-required");
    }
    oneAtATime.lock();
    try {
      return read(body, mediaType.toString().startsWith(Sheet.XLSX));
    } finally {
      oneAtATime.unlock();
    }
  }

  static Sheet read(byte[] body, boolean saidToBeWorkbook) {
    return saidToBeWorkbook || WorkbookGuard.looksLikeWorkbook(body)
        ? WorkbookReader.read(body)
        : CsvReader.read(body);
  }
}
