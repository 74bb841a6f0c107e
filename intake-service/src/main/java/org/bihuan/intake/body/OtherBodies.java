package org.bihuan.intake.body;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.bihuan.intake.reference.ReadOnce;

/** The catalogue of other bodies. It changes only at a start, so it is read once. */
@ApplicationScoped
public class OtherBodies implements PanacheRepositoryBase<OtherBody, String> {

  private final ReadOnce<List<OtherBody>> all = new ReadOnce<>();

  /** All bodies by code, those no longer in use included. */
  public List<OtherBody> ordered() {
    return all.get(() -> List.copyOf(list("order by code")));
  }

  /** The body called {@code code} when it is in use. */
  public Optional<OtherBody> active(String code) {
    return ordered().stream()
        .filter(body -> body.isActive() && body.code().equals(code))
        .findFirst();
  }
}
