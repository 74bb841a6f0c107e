package org.bihuan.intake.subdistrict;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.bihuan.kit.paging.CodeList;

/** The sub-districts that a filter can name. */
@ApplicationScoped
public class Subdistricts implements CodeList {

  private final Places places;

  Subdistricts(Places places) {
    this.places = places;
  }

  @Override
  public Optional<String> codeOf(String text) {
    return Optional.of(text).filter(places::isSubdistrict);
  }

  @Override
  public String fault() {
    return "unknown-subdistrict";
  }
}
