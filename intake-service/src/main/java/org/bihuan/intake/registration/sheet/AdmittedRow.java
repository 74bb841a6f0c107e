package org.bihuan.intake.registration.sheet;

import org.bihuan.intake.registration.AdmittedComplaint;

/**
 * A row of a sheet that can be registered.
 *
 * @param number as programs for sheets number it, from 1
 * @param known whether it was registered before
 */
record AdmittedRow(int number, AdmittedComplaint complaint, boolean known) {

  String sourceRef() {
    return complaint.sent().sourceRef();
  }
}
