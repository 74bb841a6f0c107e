package org.bihuan.kit.export;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashSet;
import java.util.Set;
import org.bihuan.kit.refusal.Overloaded;
import org.bihuan.kit.refusal.TooMany;

/** Who is exporting from this replica: one at a time for each caller, and not too many in all. */
@ApplicationScoped
class ExportTurns {

  private final Set<String> underWay = new HashSet<>();
  private final ExportConfig config;

  ExportTurns(ExportConfig config) {
    this.config = config;
  }

  /**
   * @throws TooMany {@code export-under-way} when {@code subject} has one already
   * @throws Overloaded {@code exports-under-way} when there is no room for one more
   */
  synchronized void begin(String subject) {
    if (underWay.contains(subject)) {
      throw new TooMany("export-under-way");
    }
    if (underWay.size() >= config.atOnce()) {
      throw new Overloaded("exports-under-way");
    }
    underWay.add(subject);
  }

  synchronized void end(String subject) {
    underWay.remove(subject);
  }
}
