/** A sheet for a spreadsheet program. */
export const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A sheet that somebody chose, with the type that services know it by; browsers name none for some. */
export function sheetOf(file: File): Blob {
  return new Blob([file], { type: file.name.toLowerCase().endsWith('.csv') ? 'text/csv' : SHEET });
}

/** Saves a file that came with a request of ours: a link could not carry the login. */
export function saveAs(file: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(file);
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
