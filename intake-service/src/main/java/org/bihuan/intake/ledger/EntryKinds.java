package org.bihuan.intake.ledger;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.bihuan.contract.EventCatalogue;
import org.bihuan.contract.EventType;
import org.bihuan.kit.paging.CodeList;

/** Kinds of entries of the ledger: the types of the events that they keep. */
@ApplicationScoped
class EntryKinds implements CodeList {

  @Override
  public Optional<String> codeOf(String text) {
    return EventCatalogue.named(text).map(EventType::name);
  }

  @Override
  public String fault() {
    return "unknown-kind";
  }
}
