package org.bihuan.dispatch.organisation.posting;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.contract.Actor;
import org.bihuan.dispatch.organisation.span.Ending;
import org.bihuan.dispatch.organisation.span.Span;
import org.bihuan.dispatch.unit.AssignedUnit;

/**
 * A cadre of a unit posted down to a sub-district (下沉干部), and with it to its frontline group, for a
 * span of days. Name and office phone are personal data of an official: no event and no log bears
 * them. A posting ends and is never deleted.
 */
@Entity
public class Posting {

  @Id private UUID id;

  @Column(name = "cadre_name")
  private String cadreName;

  @Column(name = "cadre_number")
  private String cadreNumber;

  private String post;

  @Column(name = "office_phone")
  private String officePhone;

  @Embedded
  @AttributeOverride(name = "code", column = @Column(name = "unit_code"))
  @AttributeOverride(name = "name", column = @Column(name = "unit_name"))
  private AssignedUnit unit;

  @Column(name = "subdistrict_code")
  private String subdistrictCode;

  @Embedded private Span span;
  @Version private long version;

  protected Posting() {}

  /**
   * Who a cadre is: namesakes in one unit are told apart by a number.
   *
   * @param number number of the person in the unit, or {@code null}
   */
  record Cadre(String unitCode, String name, String number) {}

  /**
   * What can change about the cadre while the posting goes on.
   *
   * @param post what the cadre is in the unit, or {@code null}
   * @param officePhone office number, or {@code null}
   */
  record Details(String post, String officePhone) {}

  static Posting of(
      AssignedUnit unit, Cadre cadre, Details details, String subdistrictCode, Span span) {
    Posting posting = new Posting();
    posting.id = UuidCreator.getTimeOrderedEpoch();
    posting.unit = unit;
    posting.cadreName = cadre.name();
    posting.cadreNumber = cadre.number();
    posting.subdistrictCode = subdistrictCode;
    posting.span = span;
    posting.change(details);
    return posting;
  }

  /**
   * Takes what is known about the cadre now.
   *
   * @return whether anything changed
   */
  boolean change(Details details) {
    boolean changed = !details.equals(new Details(post, officePhone));
    post = details.post();
    officePhone = details.officePhone();
    return changed;
  }

  /** Corrects how the cadre is written. */
  void correct(Cadre cadre) {
    cadreName = cadre.name();
    cadreNumber = cadre.number();
  }

  void end(Ending ending, Actor by, Instant at) {
    span = span.ended(ending, by, at);
  }

  Cadre cadre() {
    return new Cadre(unit.code(), cadreName, cadreNumber);
  }

  /** Whether it is the posting of this cadre to this place that began on that day. */
  boolean isOf(Cadre cadre, String place, Span wanted) {
    return cadre().equals(cadre)
        && Objects.equals(subdistrictCode, place)
        && span.validFrom().equals(wanted.validFrom());
  }

  public UUID id() {
    return id;
  }

  public String cadreName() {
    return cadreName;
  }

  public String cadreNumber() {
    return cadreNumber;
  }

  public String post() {
    return post;
  }

  public String officePhone() {
    return officePhone;
  }

  /** The unit that the cadre comes from, by its name when the posting was recorded. */
  public AssignedUnit unit() {
    return unit;
  }

  public String subdistrictCode() {
    return subdistrictCode;
  }

  public Span span() {
    return span;
  }

  public long version() {
    return version;
  }
}
