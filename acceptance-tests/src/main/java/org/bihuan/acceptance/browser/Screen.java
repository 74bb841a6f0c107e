package org.bihuan.acceptance.browser;

/** What people look at. */
public enum Screen {
  /** An office's screen. */
  DESK(1366, 768),
  /** The wall of the command room. */
  WALL(1920, 1080),
  PHONE(360, 740);

  private final int width;
  private final int height;

  Screen(int width, int height) {
    this.width = width;
    this.height = height;
  }

  public int width() {
    return width;
  }

  public int height() {
    return height;
  }
}
