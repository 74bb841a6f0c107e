package org.bihuan.intake.transfer;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpRequest;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.multipart.DefaultHttpDataFactory;
import io.netty.handler.codec.http.multipart.FileUpload;
import io.netty.handler.codec.http.multipart.HttpPostMultipartRequestDecoder;
import io.netty.handler.codec.http.multipart.InterfaceHttpData;
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
import java.util.ArrayList;
import java.util.List;
import org.bihuan.kit.idempotency.RequestKey;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.refusal.Malformed;

/** Reads the one part {@code file} of a multipart request, and names what else is in it. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.MULTIPART_FORM_DATA)
public class UploadReader implements MessageBodyReader<Upload> {

  private static final String PART = "file";
  private static final int LONGEST_NAME = 255;

  private final RequestKey request;

  UploadReader(RequestKey request) {
    this.request = request;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == Upload.class;
  }

  @Override
  public Upload readFrom(
      Class<Upload> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    byte[] content = content(stream.readAllBytes(), headers.getFirst("Content-Type"));
    // Not the whole body: a client that repeats the request draws a new boundary.
    request.bodyWas(content);
    return new Upload(content);
  }

  private static byte[] content(byte[] body, String contentType) throws IOException {
    FullHttpRequest multipart =
        new DefaultFullHttpRequest(
            HttpVersion.HTTP_1_1, HttpMethod.POST, "/", Unpooled.wrappedBuffer(body));
    multipart.headers().set(HttpHeaderNames.CONTENT_TYPE, contentType);
    HttpPostMultipartRequestDecoder parts = null;
    try {
      parts = new HttpPostMultipartRequestDecoder(new DefaultHttpDataFactory(false), multipart);
      return only(parts.getBodyHttpDatas()).get();
    } catch (RuntimeException broken) {
      if (broken instanceof Invalid faults) {
        throw faults;
      }
      // The decoder tells of a broken body by several exceptions of its own.
      throw new Malformed("multipart-unreadable");
    } finally {
      if (parts != null) {
        parts.destroy();
      }
    }
  }

  private static FileUpload only(List<InterfaceHttpData> parts) {
    List<FieldError> faults = new ArrayList<>();
    FileUpload file = null;
    for (InterfaceHttpData part : parts) {
      if (!PART.equals(part.getName())) {
        faults.add(new FieldError(part.getName(), "unknown-field"));
      } else if (file != null) {
        faults.add(new FieldError(PART, "one-file"));
      } else if (part instanceof FileUpload upload) {
        file = upload;
      } else {
        faults.add(new FieldError(PART, "file-name-missing"));
      }
    }
    if (file != null) {
      check(file, faults);
    } else if (faults.isEmpty()) {
      faults.add(new FieldError(PART, "required"));
    }
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    return file;
  }

  /** The name is not kept, but one that names a folder or hides something is no honest one. */
  private static void check(FileUpload file, List<FieldError> faults) {
    String name = file.getFilename();
    if (name.length() > LONGEST_NAME) {
      faults.add(new FieldError(PART, "file-name-too-long", LONGEST_NAME));
    } else if (name.chars().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
      faults.add(new FieldError(PART, "file-name-path"));
    }
    if (file.length() == 0) {
      faults.add(new FieldError(PART, "file-empty"));
    }
  }
}
