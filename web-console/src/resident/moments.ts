const FORMAT = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
});

/** `yyyy-MM-dd HH:mm` in Asia/Shanghai. */
export function moment(instant: string): string {
  return FORMAT.format(new Date(instant));
}

export function day(instant: string): string {
  return moment(instant).slice(0, 10);
}
