package org.bihuan.inspection.reference;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import org.bihuan.contract.ReferenceEvent.DistrictPublished;
import org.bihuan.kit.geo.Bounds;

/** The district as intake-service last told it. */
@ApplicationScoped
public class Districts {

  private final EntityManager database;

  Districts(EntityManager database) {
    this.database = database;
  }

  /** Keeps the newest state of the district. */
  public void keep(DistrictPublished district) {
    database
        .createNativeQuery(
            """
            insert into district (code, name, west, south, east, north)
            values (:code, :name, :west, :south, :east, :north)
            on conflict (code) do update set name = excluded.name, west = excluded.west,
              south = excluded.south, east = excluded.east, north = excluded.north
            """)
        .setParameter("code", district.code())
        .setParameter("name", district.name())
        .setParameter("west", district.west())
        .setParameter("south", district.south())
        .setParameter("east", district.east())
        .setParameter("north", district.north())
        .executeUpdate();
  }

  /** Where the district lies; empty until it was told. */
  public List<Bounds> bounds() {
    // Without a result class, with which Hibernate 7.2 keeps a plan for each call.
    List<?> rows =
        database.createNativeQuery("select west, south, east, north from district").getResultList();
    return rows.stream()
        .map(Object[].class::cast)
        .map(row -> new Bounds((Double) row[0], (Double) row[1], (Double) row[2], (Double) row[3]))
        .toList();
  }
}
