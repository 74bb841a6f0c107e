package org.bihuan.kit.web;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.bihuan.kit.text.VisibleText;
import org.bihuan.kit.time.Days;
import org.bihuan.kit.time.Moments;

/**
 * Text is text and a moment is a moment: nothing is guessed from a number, and nothing the database
 * cannot keep.
 */
final class StrictScalars extends SimpleModule {

  private static final long serialVersionUID = 1L;

  private static final String UNPRINTABLE = "unprintable";
  private static final String INSTANT = "instant";
  private static final String DAY = "day";
  private static final Set<String> FAULTS = Set.of(UNPRINTABLE, INSTANT, DAY);

  StrictScalars() {
    addDeserializer(String.class, new Text());
    addDeserializer(Instant.class, new Moment());
    addDeserializer(LocalDate.class, new Day());
    addDeserializer(Integer.class, new Whole());
    addDeserializer(Double.class, new Decimal());
    addDeserializer(Boolean.class, new YesOrNo());
  }

  static boolean isFaultCode(String message) {
    return message != null && FAULTS.contains(message);
  }

  /**
   * PostgreSQL keeps no U+0000, and half a surrogate pair is no character. What is not seen at the
   * ends is not read, so that a text of nothing else is one that was not given.
   */
  private static final class Text extends StdScalarDeserializer<String> {

    private static final long serialVersionUID = 1L;

    Text() {
      super(String.class);
    }

    @Override
    public String deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (String) context.handleUnexpectedToken(String.class, parser);
      }
      String text = parser.getText();
      if (text.codePoints().anyMatch(point -> point == 0 || point >= 0xD800 && point <= 0xDFFF)) {
        return (String) context.handleWeirdStringValue(String.class, text, UNPRINTABLE);
      }
      return VisibleText.of(text);
    }
  }

  private static final class Moment extends StdScalarDeserializer<Instant> {

    private static final long serialVersionUID = 1L;

    Moment() {
      super(Instant.class);
    }

    @Override
    public Instant deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (Instant) context.handleUnexpectedToken(Instant.class, parser);
      }
      try {
        return Moments.read(parser.getText().trim());
      } catch (DateTimeException notOne) {
        return (Instant) context.handleWeirdStringValue(Instant.class, parser.getText(), INSTANT);
      }
    }
  }

  private static final class Day extends StdScalarDeserializer<LocalDate> {

    private static final long serialVersionUID = 1L;

    Day() {
      super(LocalDate.class);
    }

    @Override
    public LocalDate deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      if (!parser.hasToken(JsonToken.VALUE_STRING)) {
        return (LocalDate) context.handleUnexpectedToken(LocalDate.class, parser);
      }
      try {
        return Days.read(parser.getText().trim());
      } catch (DateTimeException notOne) {
        return (LocalDate) context.handleWeirdStringValue(LocalDate.class, parser.getText(), DAY);
      }
    }
  }

  private static final class Whole extends StdScalarDeserializer<Integer> {

    private static final long serialVersionUID = 1L;

    Whole() {
      super(Integer.class);
    }

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      boolean fits =
          parser.hasToken(JsonToken.VALUE_NUMBER_INT)
              && parser.getNumberType() == JsonParser.NumberType.INT;
      return fits
          ? Integer.valueOf(parser.getIntValue())
          : (Integer) context.handleUnexpectedToken(Integer.class, parser);
    }
  }

  private static final class Decimal extends StdScalarDeserializer<Double> {

    private static final long serialVersionUID = 1L;

    Decimal() {
      super(Double.class);
    }

    @Override
    public Double deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.currentToken().isNumeric()
          ? Double.valueOf(parser.getDoubleValue())
          : (Double) context.handleUnexpectedToken(Double.class, parser);
    }
  }

  private static final class YesOrNo extends StdScalarDeserializer<Boolean> {

    private static final long serialVersionUID = 1L;

    YesOrNo() {
      super(Boolean.class);
    }

    @Override
    public Boolean deserialize(JsonParser parser, DeserializationContext context)
        throws IOException {
      return parser.currentToken().isBoolean()
          ? Boolean.valueOf(parser.getBooleanValue())
          : (Boolean) context.handleUnexpectedToken(Boolean.class, parser);
    }
  }
}
