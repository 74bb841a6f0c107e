package org.bihuan.intake.serial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import org.bihuan.kit.time.DistrictTime;

/** Readable numbers of complaints (SQ, 诉求) and problems (WT, 问题). They rise; gaps are allowed. */
@ApplicationScoped
public class Serials {

  private final EntityManager database;

  Serials(EntityManager database) {
    this.database = database;
  }

  public String complaint(Instant now) {
    return serial("SQ", "complaint_serial", now);
  }

  public String problem(Instant now) {
    return serial("WT", "problem_serial", now);
  }

  private String serial(String prefix, String sequence, Instant now) {
    Object number =
        database
            .createNativeQuery("select nextval(cast(:sequence as regclass))", Long.class)
            .setParameter("sequence", sequence)
            .getSingleResult();
    return "%s%d-%07d".formatted(prefix, DistrictTime.year(now), number);
  }
}
