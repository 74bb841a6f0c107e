package org.bihuan.kit.openapi;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;

/** Finds the record that a schema was made of. */
final class SchemaRecords {

  private static final DotName SCHEMA =
      DotName.createSimple(
          org.eclipse.microprofile.openapi.annotations.media.Schema.class.getName());

  private static final DotName JSON_PROPERTY = DotName.createSimple(JsonProperty.class);
  private static final DotName JSON_IGNORE = DotName.createSimple(JsonIgnore.class);

  /**
   * All of ours: each property of each schema is looked for, and an index is slow to go through.
   */
  private final Collection<ClassInfo> ours;

  SchemaRecords(IndexView index) {
    // An index made of several names a class once for each that has it.
    Map<DotName, ClassInfo> records = new LinkedHashMap<>();
    index.getKnownClasses().stream()
        .filter(type -> type.isRecord() && type.name().toString().startsWith("org.bihuan."))
        .forEach(type -> records.put(type.name(), type));
    ours = records.values();
  }

  /**
   * The record behind the schema called {@code name}.
   *
   * @throws IllegalStateException when there is none, or more than one
   */
  ClassInfo of(String name, Schema schema) {
    Set<String> components = schema.getProperties().keySet();
    List<ClassInfo> records =
        ours.stream()
            .filter(type -> isNamed(type, name) && componentsOf(type).equals(components))
            .toList();
    if (records.size() != 1) {
      throw new IllegalStateException(
          "The schema " + name + " should be one record with " + components + ": " + records);
    }
    return records.get(0);
  }

  /** The component of a record that a body calls {@code property}. */
  static FieldInfo component(ClassInfo type, String property) {
    return type.recordComponents().stream()
        .map(component -> type.field(component.name()))
        .filter(component -> written(component).equals(property))
        .findFirst()
        .orElseThrow();
  }

  /** What a body calls it: as the record does, unless another standard has named it. */
  private static String written(FieldInfo component) {
    AnnotationInstance named = component.annotation(JSON_PROPERTY);
    return named == null || named.value() == null ? component.name() : named.value().asString();
  }

  private static Set<String> componentsOf(ClassInfo type) {
    return type.recordComponents().stream()
        .map(RecordComponentInfo::name)
        .filter(component -> !type.field(component).hasAnnotation(JSON_IGNORE))
        .map(component -> written(type.field(component)))
        .collect(Collectors.toSet());
  }

  private static boolean isNamed(ClassInfo type, String schema) {
    return schema.equals(type.simpleName())
        || isPartlyNamed(type, schema)
        || schema.equals(nameInTheApi(type));
  }

  /** The schema of a {@code Page<UnitView>} is called {@code PageUnitView}. */
  private static boolean isPartlyNamed(ClassInfo type, String schema) {
    return !type.typeParameters().isEmpty() && schema.startsWith(type.simpleName());
  }

  /** The name that the record has in the API when that is not its own, or {@code null}. */
  private static String nameInTheApi(ClassInfo type) {
    AnnotationInstance schema = type.declaredAnnotation(SCHEMA);
    return schema == null || schema.value("name") == null ? null : schema.value("name").asString();
  }
}
