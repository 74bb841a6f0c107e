package org.bihuan.intake.open311.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.bihuan.intake.open311.catalogue.DiscoveryView.EndpointView;
import org.bihuan.intake.open311.wire.Open311;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Tells where Open311 is spoken here, and since when the services are what they are. */
@ApplicationScoped
class DiscoveryDesk {

  private static final String SPECIFICATION = "http://wiki.open311.org/GeoReport_v2";

  private final ServiceCatalogue catalogue;
  private final EntityManager database;
  private final Clock clock;
  private final Open311Config config;
  private final String publicAddress;
  private volatile Told told;

  DiscoveryDesk(
      ServiceCatalogue catalogue,
      EntityManager database,
      Clock clock,
      Open311Config config,
      @ConfigProperty(name = "bihuan.public-address") String publicAddress) {
    this.catalogue = catalogue;
    this.database = database;
    this.clock = clock;
    this.config = config;
    this.publicAddress = publicAddress;
  }

  /**
   * The services as they were last told.
   *
   * @param since when they became so
   */
  private record Told(String text, Instant since) {}

  @Transactional
  DiscoveryView discovery() {
    String since = Open311.written(changeset());
    return new DiscoveryView(
        since,
        config.contact(),
        config.keyService(),
        List.of(
            new EndpointView(
                SPECIFICATION,
                publicAddress + Open311.ROOT,
                since,
                config.type().name().toLowerCase(Locale.ROOT),
                List.of(Open311.XML, Open311.JSON))));
  }

  /** Categories change while we run, by hand and by the calendar. */
  private Instant changeset() {
    String text = catalogue.asText();
    Told known = told;
    if (known == null || !known.text().equals(text)) {
      known = new Told(text, since(text));
      told = known;
    }
    return known.since();
  }

  /**
   * Of several replicas that see new services, the first says when. It is told to the second, so
   * what changes twice in one is of the next: else nobody would learn of it.
   */
  private Instant since(String text) {
    UUID fingerprint = UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8));
    database
        .createNativeQuery(
            """
            insert into open311_changeset (fingerprint, since) values (:fingerprint, :now)
            on conflict (only_row) do update set
              fingerprint = excluded.fingerprint,
              since = greatest(excluded.since, open311_changeset.since + interval '1 second')
            where open311_changeset.fingerprint <> excluded.fingerprint
            """)
        .setParameter("fingerprint", fingerprint.toString())
        .setParameter("now", clock.instant())
        .executeUpdate();
    return (Instant)
        database
            .createNativeQuery("select since from open311_changeset", Instant.class)
            .getSingleResult();
  }
}
