package org.bihuan.kit.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The columns that the rows of a list have, made of the record that shows one: its components in
 * their order, those of records within it in their place. Ids that lead to other records are left
 * out, and so is what is called {@code -}; the id of the row stands last.
 */
final class ExportColumns {

  /** What is no matter for people is called this. */
  private static final String NO_COLUMN = "-";

  private static final String ID = "id";

  private final ExportWords words;
  private final CellValues values;
  private final List<Column> columns = new ArrayList<>();

  /**
   * A column.
   *
   * @param path where in the JSON of a row it stands
   */
  private record Column(String heading, List<String> path, Function<JsonNode, Object> value) {

    Object cell(JsonNode row) {
      JsonNode found = row;
      for (String name : path) {
        found = found.path(name);
      }
      return found.isMissingNode() || found.isNull() ? null : value.apply(found);
    }
  }

  ExportColumns(Class<?> view, ExportWords words) {
    this.words = words;
    this.values = new CellValues(words);
    add(view, List.of(), List.of());
    Arrays.stream(view.getRecordComponents())
        .filter(component -> component.getName().equals(ID))
        .forEach(id -> columns.add(new Column(words.text(ID), List.of(ID), JsonNode::asText)));
  }

  private void add(Class<?> view, List<String> path, List<String> headings) {
    for (RecordComponent component : view.getRecordComponents()) {
      if (CellValues.isShown(component) && !isCalledNothing(view, component)) {
        List<String> here = and(path, component.getName());
        List<String> called = and(headings, words.component(view, component.getName()));
        if (component.getType().isRecord()) {
          add(component.getType(), here, called);
        } else {
          columns.add(new Column(heading(called), here, values.of(component.getGenericType())));
        }
      }
    }
  }

  private boolean isCalledNothing(Class<?> view, RecordComponent component) {
    return words.component(view, component.getName()).equals(NO_COLUMN);
  }

  /** What is within another is called after both, unless one needs no word. */
  private String heading(List<String> called) {
    String heading =
        called.stream()
            .filter(word -> !word.isEmpty())
            .collect(Collectors.joining(words.isEnglish() ? " " : ""));
    return words.isEnglish()
        ? heading.substring(0, 1).toUpperCase(words.locale()) + heading.substring(1)
        : heading;
  }

  private static List<String> and(List<String> before, String last) {
    return Stream.concat(before.stream(), Stream.of(last)).toList();
  }

  List<String> headings() {
    return columns.stream().map(Column::heading).toList();
  }

  /**
   * The cells of one row: texts, numbers or {@code null}.
   *
   * @param row as the caller would get it as JSON, so that what is masked there is masked here
   */
  List<Object> cells(JsonNode row) {
    List<Object> cells = new ArrayList<>(columns.size());
    columns.forEach(column -> cells.add(column.cell(row)));
    return cells;
  }
}
