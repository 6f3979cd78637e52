// Which opening of a book the page shows. The shell counts them: what is asked of another one it refuses, and what
// it answers of another one is nobody's any more.
import type { CommandName } from "./wire.gen";

let shown: number | null = null;

/** The opening that the page shows; null while it shows no book. */
export const shownOpening = (): number | null => shown;

/** From here on the page shows another one, or none. */
export const showOpening = (opening: number | null): void => void (shown = opening);

/** These may end in another book than they began in, and their answer is about that one. */
const opens: ReadonlySet<CommandName> = new Set<CommandName>([
  "start",
  "sample_open",
  "sample_leave",
  "backup_restore",
  "book_new",
  "book_move",
  "book_find",
  "read_book",
  "import_choose",
  "import_choose_folder",
  "import_paste",
]);

/** Settles as the answer does, unless another book is shown by then: whoever asked belongs to the one before. */
export function ofOneBook<T>(command: CommandName, answer: Promise<T>): Promise<T> {
  if (opens.has(command)) return answer;
  const asked = shown;
  return new Promise((resolve, reject) => {
    answer.then(
      (value) => asked === shown && resolve(value),
      (thrown: unknown) => asked === shown && reject(thrown),
    );
  });
}
