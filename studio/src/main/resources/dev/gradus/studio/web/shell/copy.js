/** Copies a text; the button says that it was done. */
export async function copyText(text, button, copied) {
  await navigator.clipboard.writeText(text);
  const before = [...button.childNodes];
  button.replaceChildren(copied);
  setTimeout(() => button.replaceChildren(...before), 1500);
}
