package org.bihuan.intake.complaint;

import jakarta.ws.rs.QueryParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.bihuan.contract.SourceKind;
import org.bihuan.intake.category.Categories;
import org.bihuan.intake.channel.Channels;
import org.bihuan.intake.search.SearchedComplaint;
import org.bihuan.intake.subdistrict.Subdistricts;
import org.bihuan.kit.paging.CodeOf;
import org.bihuan.kit.paging.Criteria;
import org.bihuan.kit.paging.PageRequest;
import org.bihuan.kit.paging.Sorted;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;

/** Which complaints are asked for. */
@Sorted("receivedAt")
public class ComplaintFilter extends PageRequest {

  /**
   * What is searched for words, without what may be a number that leads to a person: of such a
   * number, who reads texts masked finds neither all digits nor some, so that nobody learns it by
   * asking.
   */
  private static final String BESIDE_NUMBERS =
      "function(without_numbers as String, coalesce(e.subject, '') || ' ' || e.text)";

  @Parameter(description = "Only those in this state; repeat it for more than one")
  @QueryParam("status")
  List<ComplaintStatus> status;

  @Parameter(description = "Only those that came by this channel; repeat it for more than one")
  @QueryParam("channel")
  @CodeOf(Channels.class)
  List<String> channel;

  @Parameter(description = "Only those found by this kind of source; repeat it for more than one")
  @QueryParam("sourceKind")
  List<SourceKind> sourceKind;

  @Parameter(description = "Only those of this category; repeat it for more than one")
  @QueryParam("categoryCode")
  @CodeOf(Categories.class)
  List<String> categoryCode;

  @Parameter(
      description = "Only those in this sub-district, nine digits; repeat it for more than one")
  @QueryParam("subdistrictCode")
  @CodeOf(Subdistricts.class)
  List<String> subdistrictCode;

  @Parameter(description = "Only those of this problem")
  @QueryParam("problemId")
  UUID problemId;

  @Parameter(description = "Only the one with this number of the sender's own")
  @QueryParam("sourceRef")
  String sourceRef;

  @Parameter(description = "Only those received at this moment or later")
  @QueryParam("from")
  Instant from;

  @Parameter(description = "Only those received before this moment")
  @QueryParam("to")
  Instant to;

  @Parameter(
      description =
          "Only the one with this number, whatever brackets, blanks, case and width it is written"
              + " with")
  @QueryParam("serial")
  String serial;

  @Parameter(
      description =
          "Words of the headline or the text; all of them must be there, in any order, case or"
              + " width. Who reads texts masked finds nothing by the digits of a number that is"
              + " masked in them, and no complaint made in confidence")
  @QueryParam("q")
  String q;

  Criteria narrow(Criteria visible, boolean asWritten) {
    visible
        .in("status", status)
        .in("channel", channel)
        .in("sourceKind", sourceKind)
        .in("categoryCode", categoryCode)
        .in("site.subdistrictCode", subdistrictCode)
        .equal("problem.id", problemId)
        .equal("sourceRef", sourceRef)
        .from("receivedAt", from)
        .before("receivedAt", to)
        .serial(serial, "serial")
        .containing(SearchedComplaint.class, q);
    if (asWritten || q == null) {
      return visible;
    }
    // By words of a name its bearer would be found, whom these readers must not learn of.
    return visible.containing(BESIDE_NUMBERS, q).where("e.reporter.confidential = false");
  }
}
