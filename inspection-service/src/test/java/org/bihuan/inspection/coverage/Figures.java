package org.bihuan.inspection.coverage;

import static org.bihuan.inspection.Callers.team;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads the list behind each figure of an answer. */
public final class Figures {

  private Figures() {}

  /** Asks for {@code address}, and for every list that its answer names; returns how many. */
  public static int assertThatAllAreTheLengthOfTheirLists(String address) {
    List<Map<?, ?>> figures = new ArrayList<>();
    collect(team().get(address).then().statusCode(200).extract().jsonPath().get(), figures);
    for (Map<?, ?> figure : figures) {
      Object rows =
          figure.get("denominator") == null ? figure.get("value") : figure.get("numerator");
      String list = (String) figure.get("list");
      int total = team().get(list + "&count=exact").then().statusCode(200).extract().path("total");
      assertEquals(((Number) rows).intValue(), total, list);
    }
    return figures.size();
  }

  private static void collect(Object json, List<Map<?, ?>> figures) {
    if (json instanceof Map<?, ?> object) {
      if (object.containsKey("list")) {
        figures.add(object);
      }
      object.values().forEach(value -> collect(value, figures));
    } else if (json instanceof List<?> list) {
      list.forEach(value -> collect(value, figures));
    }
  }
}
