package org.bihuan.intake.channel;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.bihuan.intake.reference.ReadOnce;
import org.bihuan.kit.paging.CodeList;

/** Every channel. They change only with the reference data at a start, so they are read once. */
@ApplicationScoped
public class Channels implements PanacheRepositoryBase<Channel, String>, CodeList {

  /** Channel of what an inspection found; not open to any client. */
  public static final String SPECIAL_TEAM_DESK = "SPECIAL_TEAM_DESK";

  private final ReadOnce<List<Channel>> all = new ReadOnce<>();

  /** All channels by code, those no longer in use included. */
  public List<Channel> ordered() {
    return all.get(() -> List.copyOf(list("order by code")));
  }

  /** The channel called {@code code}, in use or not. */
  public Optional<Channel> called(String code) {
    return ordered().stream().filter(channel -> channel.code().equals(code)).findFirst();
  }

  /** The channel called {@code code} when it is in use. */
  public Optional<Channel> active(String code) {
    return called(code).filter(Channel::isActive);
  }

  /** The channel in use that machines call by its code, in whatever case, or its short number. */
  public Optional<Channel> hotline(String codeOrNumber) {
    return ordered().stream()
        .filter(Channel::isActive)
        .filter(
            channel ->
                channel.code().equalsIgnoreCase(codeOrNumber)
                    || codeOrNumber.equals(channel.hotline()))
        .findFirst();
  }

  @Override
  public Optional<String> codeOf(String text) {
    return ordered().stream().map(Channel::code).filter(text::equals).findFirst();
  }

  @Override
  public String fault() {
    return "unknown-channel";
  }
}
