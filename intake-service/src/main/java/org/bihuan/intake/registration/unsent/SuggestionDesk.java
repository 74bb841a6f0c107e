package org.bihuan.intake.registration.unsent;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import org.bihuan.intake.location.Locations;
import org.bihuan.intake.location.NewLocation;
import org.bihuan.intake.recognition.PlaceNames;
import org.bihuan.intake.recognition.Recognition;
import org.bihuan.intake.recognition.Suggestion;
import org.bihuan.intake.recognition.Suggestion.PlaceGuess;
import org.bihuan.intake.subdistrict.area.Areas;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Recognises what somebody is writing. Nothing is stored. */
@ApplicationScoped
@Transactional
class SuggestionDesk {

  private final Recognition recognition;
  private final Locations locations;
  private final PlaceNames names;
  private final Areas areas;

  SuggestionDesk(Recognition recognition, Locations locations, PlaceNames names, Areas areas) {
    this.recognition = recognition;
    this.locations = locations;
    this.names = names;
    this.areas = areas;
  }

  /**
   * What it seems to be; an address names the place before the text does, a point before both.
   *
   * @throws Invalid when the location is none
   */
  Suggestion of(UnsentComplaint complaint) {
    NewLocation location = complaint.location();
    List<FieldError> faults = locations.faults(location);
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
    Suggestion suggestion = recognition.of(complaint.subject(), complaint.text());
    if (location == null) {
      return suggestion;
    }
    PlaceGuess named = location.address() == null ? null : names.in(location.address());
    Suggestion byNames = named == null ? suggestion : suggestion.at(named);
    return locations
        .said(location, null)
        .point()
        .flatMap(areas::at)
        .map(byNames::at)
        .orElse(byNames);
  }
}
