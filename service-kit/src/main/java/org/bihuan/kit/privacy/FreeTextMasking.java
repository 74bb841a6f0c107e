package org.bihuan.kit.privacy;

import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.Module;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.quarkus.arc.Arc;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.bihuan.contract.FreeText;
import org.bihuan.kit.security.Caller;

/** Lets the service's JSON mask every {@link FreeText}: the one place that does. */
@Singleton
public class FreeTextMasking implements ObjectMapperCustomizer {

  private final Caller caller;

  FreeTextMasking(Caller caller) {
    this.caller = caller;
  }

  @Override
  public void customize(ObjectMapper json) {
    json.registerModule(module(this::isAsWrittenForCaller));
  }

  /** The module that masks, {@code asWrittenForCaller} saying who is asking. */
  static Module module(BooleanSupplier asWrittenForCaller) {
    return new SimpleModule("free-text")
        .setSerializerModifier(new Marked(new FreeTextSerializer(asWrittenForCaller)));
  }

  private boolean isAsWrittenForCaller() {
    return Arc.container().requestContext().isActive()
        && FreeTexts.areReadAsWrittenBy(caller.roles());
  }

  /** Gives each marked property the serializer that masks. */
  private static final class Marked extends BeanSerializerModifier {

    private static final long serialVersionUID = 1L;

    private final transient JsonSerializer<Object> serializer;

    Marked(JsonSerializer<Object> serializer) {
      this.serializer = serializer;
    }

    @Override
    public List<BeanPropertyWriter> changeProperties(
        SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> properties) {
      properties.stream()
          .filter(property -> property.getAnnotation(FreeText.class) != null)
          .forEach(property -> property.assignSerializer(serializer));
      return properties;
    }
  }
}
