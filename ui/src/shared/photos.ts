// Photos by their hash: fetched once, kept while the book is open.
import { host } from "../host/host";
import { ofBook } from "../state/book.svelte";

const urls = ofBook(
  () => new Map<string, Promise<string>>(),
  (old) => old.forEach((url) => void url.then(URL.revokeObjectURL, () => undefined)),
);

/** An address that an <img> can show. */
export function photoUrl(hash: string): Promise<string> {
  const known = urls.get(hash);
  if (known) return known;
  const url = host.ask("photo", { hash }).then((bytes) => URL.createObjectURL(new Blob([bytes])));
  urls.set(hash, url);
  url.catch(() => urls.delete(hash));
  return url;
}
