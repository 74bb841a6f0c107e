package org.bihuan.dispatch.order;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.bihuan.contract.SourceKind;
import org.bihuan.kit.refusal.FieldError;

/**
 * Why an order is issued (督办依据). Any of it may be {@code null}.
 *
 * @param words in the issuer's own words
 * @param kind what it rests on: an exposure, a covert check, a meeting
 * @param reference number or title of it, such as the programme or the minutes
 * @param day when it was
 */
@Embeddable
public record Basis(
    @Column(name = "basis") String words,
    @Column(name = "basis_kind") @Enumerated(EnumType.STRING) SourceKind kind,
    @Column(name = "basis_reference") String reference,
    @Column(name = "basis_on") LocalDate day) {

  static final Basis NONE = new Basis(null, null, null, null);

  /** What is wrong with it when an order is drawn up on {@code today}. */
  public List<FieldError> faults(LocalDate today) {
    List<FieldError> faults = new ArrayList<>();
    if (kind == null && (reference != null || day != null)) {
      faults.add(new FieldError("basisKind", "basis-without-kind"));
    }
    if (day != null && day.isAfter(today)) {
      faults.add(new FieldError("basisOn", "in-the-future"));
    }
    return faults;
  }
}
