package org.bihuan.dispatch.item;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.bihuan.contract.IntakeEvent.ProblemFiled;
import org.bihuan.contract.Place;
import org.bihuan.contract.SourceKind;
import org.bihuan.dispatch.routing.RoutingScope;

/** The problem behind an item, as it was filed or last corrected. */
@Embeddable
public record FiledProblem(
    @Column(name = "problem_id") UUID problemId,
    @Column(name = "problem_serial") String problemSerial,
    @Column(name = "finding_id") UUID findingId,
    String title,
    String description,
    @Column(name = "source_kind") @Enumerated(EnumType.STRING) SourceKind sourceKind,
    @Column(name = "category_code") String categoryCode,
    String address,
    @Column(name = "subdistrict_code") String subdistrictCode,
    @Column(name = "community_code") String communityCode,
    Double longitude,
    Double latitude,
    @Column(name = "filed_at") Instant filedAt) {

  private static final Place NOWHERE = new Place(null, null, null, null, null);

  static FiledProblem of(ProblemFiled filed) {
    Place place = filed.place() == null ? NOWHERE : filed.place();
    return new FiledProblem(
        filed.problemId(),
        filed.problemSerial(),
        filed.findingId(),
        filed.title(),
        filed.description(),
        filed.sourceKind(),
        filed.categoryCode(),
        place.address(),
        place.subdistrictCode(),
        place.communityCode(),
        place.longitude(),
        place.latitude(),
        filed.filedAt());
  }

  /** The same problem with another category and place. */
  FiledProblem corrected(String category, Place place) {
    return new FiledProblem(
        problemId,
        problemSerial,
        findingId,
        title,
        description,
        sourceKind,
        category,
        place.address(),
        place.subdistrictCode(),
        place.communityCode(),
        place.longitude(),
        place.latitude(),
        filedAt);
  }

  /** What differs from {@code before}, for the history; the place without its words. */
  String differenceTo(FiledProblem before) {
    List<String> differences = new ArrayList<>();
    if (!Objects.equals(categoryCode, before.categoryCode)) {
      differences.add("CATEGORY:" + before.categoryCode + "->" + categoryCode);
    }
    if (!place().equals(before.place())) {
      differences.add("PLACE");
    }
    return differences.isEmpty() ? null : String.join(" ", differences);
  }

  /** What rules of routing go by. */
  public RoutingScope scope() {
    return new RoutingScope(categoryCode, subdistrictCode, communityCode, sourceKind);
  }

  /** Where it is, in the published language. */
  public Place place() {
    return new Place(address, subdistrictCode, communityCode, longitude, latitude);
  }
}
