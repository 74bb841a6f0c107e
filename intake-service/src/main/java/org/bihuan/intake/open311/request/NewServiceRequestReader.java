package org.bihuan.intake.open311.request;

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
import org.bihuan.intake.open311.wire.FormBody;
import org.bihuan.kit.idempotency.RequestKey;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;
import org.bihuan.kit.text.VisibleText;

/** Reads the form of a new service request. */
@Provider
@ConstrainedTo(RuntimeType.SERVER)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
public class NewServiceRequestReader implements MessageBodyReader<NewServiceRequest> {

  private final RequestKey request;

  NewServiceRequestReader(RequestKey request) {
    this.request = request;
  }

  @Override
  public boolean isReadable(
      Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
    return type == NewServiceRequest.class;
  }

  @Override
  public NewServiceRequest readFrom(
      Class<NewServiceRequest> type,
      Type generic,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream stream)
      throws IOException {
    byte[] body = stream.readAllBytes();
    request.bodyWas(body);
    Fields fields = new Fields(FormBody.read(body), new ArrayList<>());
    NewServiceRequest sent = read(fields);
    if (!fields.faults().isEmpty()) {
      throw new Invalid(fields.faults());
    }
    return sent;
  }

  private static NewServiceRequest read(Fields fields) {
    return new NewServiceRequest(
        fields.one(ApiKeyAuthentication.FIELD),
        fields.one("jurisdiction_id"),
        fields.one("service_code"),
        fields.one("lat"),
        fields.one("long"),
        fields.one("address_string"),
        fields.one("address_id"),
        // Clients that know lists alone send it as one.
        fields.either(NewServiceRequest.SUBDISTRICT, NewServiceRequest.SUBDISTRICT + "[]"),
        fields.one("description"),
        fields.one("first_name"),
        fields.one("last_name"),
        fields.one("phone"),
        fields.one("email"),
        fields.one("device_id"),
        fields.one("account_id"),
        fields.one("media_url"));
  }

  /** The fields of a body, and what is wrong with them. */
  private record Fields(FormBody body, List<FieldError> faults) {

    private String one(String name) {
      List<String> values = body.fields().getOrDefault(name, List.of());
      if (values.size() > 1) {
        faults.add(new FieldError(name, "repeated"));
      }
      if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
        faults.add(new FieldError(name, "unprintable"));
      }
      return values.stream().findFirst().map(VisibleText::of).orElse(null);
    }

    private String either(String name, String otherName) {
      String value = one(name);
      return value == null ? one(otherName) : value;
    }
  }
}
