package org.bihuan.contract;

/**
 * One line of the {@link EventCatalogue}.
 *
 * @param name CloudEvents type with version, e.g. {@code intake.problem-filed.v1}
 * @param record the Java form of its payload
 * @param topic the topic it travels on
 */
public record EventType(String name, Class<? extends Event> record, String topic) {}
