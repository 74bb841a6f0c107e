package org.bihuan.acceptance.bench;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.bihuan.acceptance.api.Machine;

/**
 * Everything a run found out.
 *
 * @param notes what a reader must know to judge the figures
 */
record BenchReport(
    @JsonProperty Machine machine,
    @JsonProperty List<String> notes,
    @JsonProperty List<Figure> figures) {

  private static final String LINE = "%-3s %-52s %10s %10s %17s %7s %8s  %s%n";

  boolean allKept() {
    return figures.stream().allMatch(figure -> !Boolean.FALSE.equals(figure.kept()));
  }

  /** A table for people. */
  String toText(boolean withVerdict) {
    StringBuilder text = new StringBuilder();
    text.append(machine.toText()).append(System.lineSeparator());
    notes.forEach(note -> text.append("- ").append(note).append(System.lineSeparator()));
    text.append(System.lineSeparator());
    text.append(
        String.format(LINE, "", "what", "reference", "median", "min-max", "ratio", "reach", ""));
    for (Figure figure : figures) {
      text.append(
          String.format(
              LINE,
              figure.work(),
              figure.what(),
              figure.reference().isEmpty() ? "" : Figure.number(Figure.median(figure.reference())),
              Figure.number(figure.median()),
              figure.spread(),
              figure.ratio() == null ? "" : Figure.number(figure.ratio()),
              figure.reach() == null ? "" : figure.reach().toString(),
              withVerdict && figure.kept() != null ? figure.kept() ? "kept" : "MISSED" : ""));
    }
    return text.toString();
  }

  void writeJson(Path file) throws IOException {
    Files.createDirectories(file.toAbsolutePath().getParent());
    new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).writeValue(file.toFile(), this);
  }
}
