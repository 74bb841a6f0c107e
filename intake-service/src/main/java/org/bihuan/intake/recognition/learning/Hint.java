package org.bihuan.intake.recognition.learning;

import java.util.List;

/**
 * What the reference data says of a category or body: its name, examples and keywords are short
 * lessons, without which kinds that are seldom sent could not be learned.
 *
 * @param code of the category or body
 * @param phrases the name, an example, all keywords as one phrase, and each keyword
 */
public record Hint(String code, List<String> phrases) {}
