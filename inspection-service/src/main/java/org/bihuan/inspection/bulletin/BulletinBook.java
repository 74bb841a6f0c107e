package org.bihuan.inspection.bulletin;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * The numbers of a year. Whoever takes one holds the book until the end of the transaction, so that
 * a number taken in vain is given again and none is missing.
 */
@Entity
@Table(name = "bulletin_serial")
class BulletinBook {

  @Id private int year;
  private int last;

  protected BulletinBook() {}

  /** The next number, from 1. */
  int take() {
    last++;
    return last;
  }
}
