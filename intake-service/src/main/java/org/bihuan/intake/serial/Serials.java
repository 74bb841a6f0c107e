package org.bihuan.intake.serial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import org.bihuan.kit.time.DistrictTime;

/** Readable numbers of complaints (SQ, 诉求) and problems (WT, 问题). They rise; gaps are allowed. */
@ApplicationScoped
public class Serials {

  private final EntityManager database;

  Serials(EntityManager database) {
    this.database = database;
  }

  /** Numbers for {@code count} complaints, in one round trip. */
  public Iterator<String> complaints(long count, Instant now) {
    return draw("SQ", "complaint_serial", count, now);
  }

  /** Numbers for {@code count} problems, in one round trip. */
  public Iterator<String> problems(long count, Instant now) {
    return draw("WT", "problem_serial", count, now);
  }

  private Iterator<String> draw(String prefix, String sequence, long count, Instant now) {
    if (count == 0) {
      return Collections.emptyIterator();
    }
    int year = DistrictTime.year(now);
    // Without a result class: with one, Hibernate 7.2 keeps a plan for each call and does not find
    // it again among the thousands that it has kept.
    List<?> numbers =
        database
            .createNativeQuery(
                "select nextval(cast(:sequence as regclass)) from generate_series(1, :count)")
            .setParameter("sequence", sequence)
            .setParameter("count", count)
            .getResultList();
    return numbers.stream().map(number -> "%s%d-%07d".formatted(prefix, year, number)).iterator();
  }
}
