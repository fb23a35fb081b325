/** Hands a text to the browser as a file to keep. */
export function saveText(name: string, text: string): void {
  const url = URL.createObjectURL(new Blob([text], { type: "text/plain;charset=utf-8" }));
  const link = document.createElement("a");
  link.href = url;
  // What a file system might take for a folder or a command does not belong in a name.
  link.download = name.replace(/[^\w.-]+/g, "_").slice(0, 200);
  document.body.append(link);
  link.click();
  link.remove();
  URL.revokeObjectURL(url);
}
