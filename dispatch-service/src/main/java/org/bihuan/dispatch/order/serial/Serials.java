package org.bihuan.dispatch.order.serial;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import org.bihuan.kit.time.DistrictTime;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Gives orders their serial numbers (文号): per year on the district's calendar and without gaps, as
 * {@code 创督〔2026〕104号}.
 */
@ApplicationScoped
public class Serials {

  private static final String BEGIN_YEAR =
      "insert into order_serial (year, last) values (:year, 0) on conflict do nothing";

  private final EntityManager database;
  private final String prefix;

  /**
   * @param prefix what stands before the year, {@code bihuan.orders.serial-prefix}; another
   *     district has another
   */
  Serials(
      EntityManager database, @ConfigProperty(name = "bihuan.orders.serial-prefix") String prefix) {
    this.database = database;
    this.prefix = prefix;
  }

  /** The next one at {@code moment}; nobody else gets one until this transaction ends. */
  public String next(Instant moment) {
    int year = DistrictTime.year(moment);
    SerialBook book = book(year);
    if (book == null) {
      database.createNativeQuery(BEGIN_YEAR).setParameter("year", year).executeUpdate();
      book = book(year);
    }
    return prefix + "〔" + year + "〕" + book.take() + "号";
  }

  private SerialBook book(int year) {
    return database.find(SerialBook.class, year, LockModeType.PESSIMISTIC_WRITE);
  }
}
