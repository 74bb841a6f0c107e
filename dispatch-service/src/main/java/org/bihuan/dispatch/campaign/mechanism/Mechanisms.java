package org.bihuan.dispatch.campaign.mechanism;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.bihuan.kit.paging.CodeList;

/** The mechanisms, in their order. */
@ApplicationScoped
public class Mechanisms implements PanacheRepositoryBase<Mechanism, String>, CodeList {

  List<Mechanism> ordered() {
    return list("order by position, code");
  }

  @Override
  public Optional<String> codeOf(String text) {
    return find("code = ?1 or name = ?1", text).firstResultOptional().map(Mechanism::code);
  }

  @Override
  public String fault() {
    return "unknown-mechanism";
  }
}
