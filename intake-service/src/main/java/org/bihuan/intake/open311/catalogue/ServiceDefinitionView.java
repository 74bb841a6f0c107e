package org.bihuan.intake.open311.catalogue;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.validation.constraints.NotNull;
import java.util.List;

/**
 * What a request for a service can say beside what every request says.
 *
 * @param serviceCode code of the category
 * @param attributes the questions, in their order
 */
public record ServiceDefinitionView(
    @JsonProperty("service_code") @NotNull String serviceCode, List<AttributeView> attributes) {

  /**
   * One question.
   *
   * @param variable whether it can be answered: false would mean that it only informs
   * @param code name of the field: {@code attribute[SUBDISTRICT]}
   * @param datatype singlevaluelist: one of the values, by its key
   * @param required whether it must be answered
   * @param datatypeDescription how to answer, in the reader's language
   * @param order place in which it is asked, from 1
   * @param description the question, in the reader's language
   * @param values the answers to choose from
   */
  public record AttributeView(
      boolean variable,
      @NotNull String code,
      @NotNull String datatype,
      boolean required,
      @JsonProperty("datatype_description") @NotNull String datatypeDescription,
      int order,
      @NotNull String description,
      List<ValueView> values) {}

  /**
   * One answer to choose.
   *
   * @param key what is sent
   * @param name what people read
   */
  public record ValueView(@NotNull String key, @NotNull String name) {}
}
