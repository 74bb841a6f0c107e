package org.bihuan.inspection.bulletin;

import jakarta.enterprise.context.ApplicationScoped;
import org.bihuan.inspection.letterhead.Letterhead;
import org.bihuan.inspection.reference.Subdistricts;
import org.bihuan.inspection.reference.Units;

/** What bulletins call things that records know by a code, and who issues them. */
@ApplicationScoped
class BulletinNames {

  private final Subdistricts subdistricts;
  private final Units units;
  private final Letterhead letterhead;

  BulletinNames(Subdistricts subdistricts, Units units, Letterhead letterhead) {
    this.subdistricts = subdistricts;
    this.units = units;
    this.letterhead = letterhead;
  }

  String subdistrict(String code) {
    return subdistricts.nameOf(code);
  }

  String unit(String code) {
    return units.nameOf(code);
  }

  String issuingBody() {
    return letterhead.issuingBody();
  }
}
