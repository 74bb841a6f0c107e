package org.bihuan.dispatch.district;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;

/** A sub-district (街道) as intake-service has published it. */
@Entity
public class Subdistrict {

  @Id private String code;
  private String name;

  protected Subdistrict() {}

  static Subdistrict of(String code, String name) {
    Subdistrict subdistrict = new Subdistrict();
    subdistrict.code = code;
    subdistrict.name = name;
    return subdistrict;
  }

  public String code() {
    return code;
  }

  public String name() {
    return name;
  }
}
