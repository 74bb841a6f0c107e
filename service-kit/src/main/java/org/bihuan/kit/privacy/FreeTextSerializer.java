package org.bihuan.kit.privacy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import java.io.IOException;
import java.util.function.BooleanSupplier;
import org.bihuan.contract.FreeText;

/** Writes a {@link FreeText}, with its numbers masked unless its reader may have them. */
final class FreeTextSerializer extends StdScalarSerializer<Object> {

  private static final long serialVersionUID = 1L;

  private final transient BooleanSupplier asWrittenForCaller;

  FreeTextSerializer(BooleanSupplier asWrittenForCaller) {
    super(Object.class);
    this.asWrittenForCaller = asWrittenForCaller;
  }

  @Override
  public void serialize(Object text, JsonGenerator json, SerializerProvider document)
      throws IOException {
    json.writeString(
        isAsWritten(document) ? text.toString() : PersonalNumbers.masked(text.toString()));
  }

  /** The same for the whole document, so the caller is asked once. */
  private boolean isAsWritten(SerializerProvider document) {
    if (document.getAttribute(FreeTexts.AS_WRITTEN) instanceof Boolean decided) {
      return decided;
    }
    boolean asWritten = asWrittenForCaller.getAsBoolean();
    document.setAttribute(FreeTexts.AS_WRITTEN, asWritten);
    return asWritten;
  }
}
