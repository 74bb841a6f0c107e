package org.bihuan.intake.channel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Every channel. They change only with the reference data at a start, so they are read once. */
@ApplicationScoped
public class Channels implements PanacheRepositoryBase<Channel, String> {

  /** Channel of what an inspection found; not open to any client. */
  public static final String SPECIAL_TEAM_DESK = "SPECIAL_TEAM_DESK";

  private volatile List<Channel> all;

  /** All channels by code, those no longer in use included. */
  public List<Channel> ordered() {
    List<Channel> known = all;
    return known == null ? read() : known;
  }

  /** By one request, while those that came with it wait for it and not each for a connection. */
  private synchronized List<Channel> read() {
    if (all == null) {
      all = List.copyOf(list("order by code"));
    }
    return all;
  }

  /** The channel called {@code code} when it is in use. */
  public Optional<Channel> active(String code) {
    return ordered().stream()
        .filter(channel -> channel.isActive() && channel.code().equals(code))
        .findFirst();
  }
}
