package org.bihuan.inspection.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import org.bihuan.kit.time.DistrictTime;

/**
 * Gives bulletins their numbers (期号): per year on the district's calendar and without gaps, as
 * {@code 〔2026〕第9期}.
 */
@ApplicationScoped
public class BulletinSerials {

  private static final String BEGIN_YEAR =
      "insert into bulletin_serial (year, last) values (:year, 0) on conflict do nothing";

  private final EntityManager database;

  BulletinSerials(EntityManager database) {
    this.database = database;
  }

  /** The next one at {@code moment}; nobody else gets one until this transaction ends. */
  public String next(Instant moment) {
    int year = DistrictTime.year(moment);
    BulletinBook book = book(year);
    if (book == null) {
      database.createNativeQuery(BEGIN_YEAR).setParameter("year", year).executeUpdate();
      book = book(year);
    }
    return "〔" + year + "〕第" + book.take() + "期";
  }

  private BulletinBook book(int year) {
    return database.find(BulletinBook.class, year, LockModeType.PESSIMISTIC_WRITE);
  }
}
