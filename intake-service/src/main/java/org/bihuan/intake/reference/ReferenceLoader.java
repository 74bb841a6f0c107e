package org.bihuan.intake.reference;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import jakarta.persistence.EntityManager;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bihuan.contract.DeadlineClass;
import org.bihuan.contract.EvidenceRule;
import org.bihuan.contract.ReferenceEvent.CategoryPublished;
import org.bihuan.contract.ReferenceEvent.DistrictPublished;
import org.bihuan.contract.ReferenceEvent.SubdistrictPublished;
import org.bihuan.kit.outbox.Outbox;

/**
 * Brings the tables of reference data up to the files at every start, and tells the other services
 * what changed. A row that has left its file stays: old complaints speak of it.
 */
@ApplicationScoped
class ReferenceLoader {

  private final ReferenceData files;
  private final EntityManager database;
  private final Outbox outbox;

  ReferenceLoader(ReferenceData files, EntityManager database, Outbox outbox) {
    this.files = files;
    this.database = database;
    this.outbox = outbox;
  }

  void load(@Observes @Priority(Interceptor.Priority.LIBRARY_BEFORE) StartupEvent start) {
    QuarkusTransaction.requiringNew().run(this::bringUpToDate);
  }

  private void bringUpToDate() {
    refuseDatabaseWithoutChinese();
    database
        .createNativeQuery("select pg_advisory_xact_lock(hashtext('reference-data'))")
        .getResultList();
    upsert(
        "category_group",
        "category-groups.json",
        "code, name, english_name, position",
        "code, name");
    List<Object[]> categories =
        upsert(
            "category",
            "not category.edited",
            "categories.json",
            "code, parent_code, name, english_name, deadline_class, unit_code, example,"
                + " counter_example, valid_from, valid_until, automatic_filing, filing_threshold,"
                + " keywords, active, photo_evidence, position_evidence, quiet_evidence",
            "code, name, deadline_class, active, photo_evidence, position_evidence,"
                + " quiet_evidence");
    upsert(
        "channel",
        "channels.json",
        "code, name, english_name, public, top_down, active, hotline",
        "code, name");
    upsert(
        "other_body",
        "other-bodies.json",
        "code, name, english_name, keywords, active",
        "code, name");
    List<Object[]> districts =
        upsert(
            "district",
            "districts.json",
            "code, name, west, south, east, north",
            "code, name, west, south, east, north");
    List<Object[]> subdistricts =
        upsert("subdistrict", "subdistricts.json", "code, name", "code, name");
    upsert("community", "communities.json", "code, subdistrict_code, name", "code, name");
    for (Object[] row : categories) {
      outbox.announce(
          new CategoryPublished(
              (String) row[0],
              (String) row[1],
              DeadlineClass.valueOf((String) row[2]),
              (Boolean) row[3],
              EvidenceRule.valueOf((String) row[4]),
              EvidenceRule.valueOf((String) row[5]),
              EvidenceRule.valueOf((String) row[6])));
    }
    for (Object[] row : districts) {
      outbox.announce(
          new DistrictPublished(
              (String) row[0],
              (String) row[1],
              (Double) row[2],
              (Double) row[3],
              (Double) row[4],
              (Double) row[5]));
    }
    for (Object[] row : subdistricts) {
      outbox.announce(new SubdistrictPublished((String) row[0], (String) row[1]));
    }
  }

  /** Under LC_CTYPE C the trigram index would find nothing in Chinese text, silently. */
  private void refuseDatabaseWithoutChinese() {
    Object trigrams =
        database
            .createNativeQuery("select cardinality(show_trgm('市'))", Integer.class)
            .getSingleResult();
    if (trigrams.equals(0)) {
      throw new IllegalStateException(
          "the database does not know Chinese characters: create it with LC_CTYPE C.UTF-8");
    }
  }

  private List<Object[]> upsert(String table, String file, String columns, String returned) {
    return upsert(table, "true", file, columns, returned);
  }

  /** Inserts and updates the rows of a file, and returns some columns of those that changed. */
  @SuppressWarnings("unchecked")
  private List<Object[]> upsert(
      String table, String condition, String file, String columns, String returned) {
    String sql =
        """
        insert into %1$s (%2$s) select %2$s from json_populate_recordset(null::%1$s, cast(:rows as json))
        on conflict (code) do update set (%2$s) = (select %3$s)
        where (%4$s) is distinct from (%3$s) and %6$s returning %5$s
        """
            .formatted(
                table,
                columns,
                qualified(columns, "excluded"),
                qualified(columns, table),
                qualified(returned, table),
                condition);
    return database.createNativeQuery(sql).setParameter("rows", text(file)).getResultList();
  }

  private static String qualified(String columns, String table) {
    return columns.replaceAll("(\\w+)", table + ".$1");
  }

  private String text(String file) {
    try (InputStream stream = files.open(file).orElseThrow(() -> missing(file))) {
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("reference data " + file + " cannot be read", e);
    }
  }

  private static IllegalStateException missing(String file) {
    return new IllegalStateException("reference data " + file + " is missing");
  }
}
