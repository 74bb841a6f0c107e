package org.bihuan.kit.text;

/**
 * Text as it is seen. White space and what is not drawn at all (zero-width characters, direction
 * marks, byte order marks, soft hyphens, fillers) says nothing where it stands alone or at an end.
 */
public final class VisibleText {

  private VisibleText() {}

  /**
   * {@code text} without what is not seen at its ends; {@code null} for {@code null} and when
   * nothing is left.
   */
  public static String of(String text) {
    if (text == null || isBlank(text)) {
      return null;
    }
    int start = 0;
    while (isUnseen(text.codePointAt(start))) {
      start += Character.charCount(text.codePointAt(start));
    }
    int end = text.length();
    while (isUnseen(text.codePointBefore(end)) && !isPartOfSymbol(text.codePointBefore(end))) {
      end -= Character.charCount(text.codePointBefore(end));
    }
    return text.substring(start, end);
  }

  /** Whether nothing of {@code text} is seen. */
  public static boolean isBlank(String text) {
    return text.codePoints().allMatch(VisibleText::isUnseen);
  }

  private static boolean isUnseen(int point) {
    return Character.isWhitespace(point)
        || Character.isSpaceChar(point)
        || Character.isISOControl(point)
        || isIgnorable(point)
        // The braille pattern without dots.
        || point == 0x2800;
  }

  /** Variation selectors and tags change the look of the symbol before them. */
  private static boolean isPartOfSymbol(int point) {
    return point >= 0xFE00 && point <= 0xFE0F || point >= 0xE0020 && point <= 0xE01EF;
  }

  /** What Unicode calls Default_Ignorable_Code_Point; Java has no property for it. */
  private static boolean isIgnorable(int point) {
    return switch (point) {
      case 0xAD, 0x34F, 0x61C, 0x115F, 0x1160, 0x17B4, 0x17B5, 0x3164, 0xFEFF, 0xFFA0 -> true;
      default ->
          point >= 0x180B && point <= 0x180F
              || point >= 0x200B && point <= 0x200F
              || point >= 0x202A && point <= 0x202E
              || point >= 0x2060 && point <= 0x206F
              || point >= 0xFE00 && point <= 0xFE0F
              || point >= 0xFFF0 && point <= 0xFFF8
              || point >= 0x1BCA0 && point <= 0x1BCA3
              || point >= 0x1D173 && point <= 0x1D17A
              || point >= 0xE0000 && point <= 0xE0FFF;
    };
  }
}
