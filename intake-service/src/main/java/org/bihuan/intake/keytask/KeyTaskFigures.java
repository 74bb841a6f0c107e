package org.bihuan.intake.keytask;

import jakarta.validation.constraints.NotNull;
import java.util.Map;
import org.bihuan.kit.paging.Figure;
import org.bihuan.kit.time.Week;

/**
 * How far the key tasks of a week are.
 *
 * @param week the week of ISO 8601, {@code yyyy-Www}
 * @param done share of those that are done in those that are owed, in percent
 * @param total how many are owed: all but those that were dropped
 */
public record KeyTaskFigures(@NotNull String week, @NotNull Figure done, @NotNull Figure total) {

  static KeyTaskFigures of(Week week, Map<KeyTaskStatus, Long> counted) {
    long done = counted.getOrDefault(KeyTaskStatus.DONE, 0L);
    long owed = done + counted.getOrDefault(KeyTaskStatus.OPEN, 0L);
    String list = "/api/v1/key-tasks?week=" + week + "&status=" + KeyTaskStatus.DONE;
    return new KeyTaskFigures(
        week.toString(),
        Figure.share(done, owed, list),
        Figure.count(owed, list + "&status=" + KeyTaskStatus.OPEN));
  }
}
