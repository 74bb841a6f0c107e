package org.bihuan.dispatch.campaign;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.bihuan.dispatch.campaign.mechanism.Mechanisms;
import org.bihuan.dispatch.district.Categories;
import org.bihuan.kit.refusal.FieldError;
import org.bihuan.kit.refusal.Invalid;

/** Reads what a campaign is to be: finds what it names, and refuses what cannot be. */
@ApplicationScoped
class CampaignTerms {

  private final Categories categories;
  private final Mechanisms mechanisms;
  private final ProgressReading progress;

  CampaignTerms(Categories categories, Mechanisms mechanisms, ProgressReading progress) {
    this.categories = categories;
    this.mechanisms = mechanisms;
    this.progress = progress;
  }

  /**
   * For a campaign that there was not so far.
   *
   * @throws Invalid naming every fault
   */
  Campaign.Terms read(CampaignChange wanted) {
    List<FieldError> faults = new ArrayList<>();
    Campaign.Terms terms = read(wanted, faults);
    refuse(faults);
    return terms;
  }

  /**
   * For one that has items already: neither the categories of these go, nor its mechanism changes.
   *
   * @throws Invalid naming every fault
   */
  Campaign.Terms read(CampaignChange wanted, Campaign campaign) {
    List<FieldError> faults = new ArrayList<>();
    Campaign.Terms terms = read(wanted, faults);
    if (!Objects.equals(terms.mechanismCode(), campaign.mechanismCode())
        && progress.itemsIn(campaign.id()) > 0) {
      faults.add(new FieldError("mechanismCode", "mechanism-in-use"));
    }
    String missing =
        String.join(
            ", ",
            progress.categoriesIn(campaign.id()).stream()
                .filter(campaign::isAbout)
                .filter(code -> !terms.categoryCodes().contains(code))
                .toList());
    if (!missing.isEmpty()) {
      faults.add(new FieldError("categories", "category-in-use", missing));
    }
    refuse(faults);
    return terms;
  }

  private Campaign.Terms read(CampaignChange wanted, List<FieldError> faults) {
    String mechanism = wanted.mechanismCode();
    if (mechanism != null) {
      mechanism = mechanisms.codeOf(mechanism).orElse(null);
      if (mechanism == null) {
        faults.add(new FieldError("mechanismCode", mechanisms.fault()));
      }
    }
    if (wanted.to().isBefore(wanted.from())) {
      faults.add(new FieldError("to", "before-first-day", wanted.from()));
    }
    return new Campaign.Terms(
        wanted.name(),
        mechanism,
        categories(wanted.categories(), faults),
        wanted.from(),
        wanted.to(),
        wanted.target());
  }

  private List<String> categories(List<String> texts, List<FieldError> faults) {
    List<String> codes = new ArrayList<>();
    for (int i = 0; i < texts.size(); i++) {
      Optional<String> code = categories.called(texts.get(i));
      String field = "categories[" + i + "]";
      if (code.isEmpty()) {
        faults.add(new FieldError(field, categories.fault()));
      } else if (codes.contains(code.get())) {
        faults.add(new FieldError(field, "duplicate"));
      } else {
        codes.add(code.get());
      }
    }
    return codes;
  }

  private static void refuse(List<FieldError> faults) {
    if (!faults.isEmpty()) {
      throw new Invalid(faults);
    }
  }
}
