package org.bihuan.intake.recognition.model;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.io.ByteArrayInputStream;
import java.time.Instant;
import java.time.LocalDate;
import org.bihuan.intake.recognition.learning.Figures;
import org.bihuan.intake.recognition.learning.Model;
import org.bihuan.intake.recognition.learning.ModelFile;

/** A model that was trained in this deployment; the one in force and those before it. */
@Entity
@Table(name = "recognition_model")
public class ModelVersion {

  @Id private String version;

  @Column(name = "trained_at")
  private Instant trainedAt;

  @Column(name = "trained_by")
  private String trainedBy;

  @Column(name = "held_out_from")
  private LocalDate heldOutFrom;

  private int lessons;

  @Embedded private Figures figures;

  @Column(name = "in_force")
  private boolean inForce;

  @Basic(fetch = FetchType.LAZY)
  private byte[] content;

  protected ModelVersion() {}

  static ModelVersion of(
      Model model, Figures figures, LocalDate heldOutFrom, String trainedBy, Instant now) {
    ModelVersion version = new ModelVersion();
    version.version = model.version();
    version.trainedAt = now;
    version.trainedBy = trainedBy;
    version.heldOutFrom = heldOutFrom;
    version.lessons = model.lessons();
    version.figures = figures;
    version.content = ModelFile.bytes(model);
    return version;
  }

  void putInForce() {
    inForce = true;
  }

  void retire() {
    inForce = false;
  }

  public String version() {
    return version;
  }

  Instant trainedAt() {
    return trainedAt;
  }

  String trainedBy() {
    return trainedBy;
  }

  LocalDate heldOutFrom() {
    return heldOutFrom;
  }

  int lessons() {
    return lessons;
  }

  Figures figures() {
    return figures;
  }

  boolean isInForce() {
    return inForce;
  }

  byte[] content() {
    return content.clone();
  }

  Model model() {
    return ModelFile.read(new ByteArrayInputStream(content));
  }
}
