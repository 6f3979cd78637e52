// Every key of Kith, by the place where it works: one list for Settings and for the page of all keys.
import { ctrl } from "../state/keys";
import { keyedViews } from "../state/places";

/** `keys` beside one another are others for the same, or the same with a direction. */
export type KeyLine = { keys: string[]; does: string };
export type KeyGroup = { title: string; lines: KeyLine[] };

const line = (does: string, ...keys: string[]): KeyLine => ({ keys, does });

/** One line for the views of a part of the sidebar: "Today, People, Map". */
function toViews(part: "top" | "bottom"): KeyLine[] {
  const views = keyedViews.filter(({ side }) => side === part);
  const [first = "", ...others] = views.map(({ key }) => key);
  return [line(views.map(({ label }) => label).join(", "), ctrl(first), ...others)];
}

/** In an order that fills three columns evenly. */
export const keyGroups: readonly KeyGroup[] = [
  {
    title: "Everywhere",
    lines: [
      line("Quick search", ctrl("K")),
      line("Log a conversation", ctrl("L")),
      line("Find a way in", ctrl("I")),
      line("Events", ctrl("E")),
      line("Add a person", ctrl("N")),
      line("Import a file", ctrl("O")),
      line("Import a copied card", ctrl("V")),
      line("Find in the list", ctrl("F"), "/"),
      ...toViews("top"),
      ...toViews("bottom"),
      line("Collapse the sidebar", ctrl("B")),
      line("Undo", ctrl("Z")),
      line("Do it again", ctrl("Shift Z")),
      line("Text size", ctrl("+"), "−", "0"),
      line("Back, forward", "Alt ←", "→"),
      line("All keys", "?"),
    ],
  },
  {
    title: "In a small window",
    lines: [line("Save", ctrl("Enter")), line("Take what is marked", "Enter", "Tab"), line("Close", "Esc")],
  },
  {
    title: "On Today",
    lines: [
      line("Move", "↑", "↓"),
      line("Open", "Enter"),
      line("Log a conversation", "L"),
      line("Brief", "B"),
      line("Snooze", "S"),
      line("Skip this time", "X"),
      line("All actions", "Menu"),
    ],
  },
  {
    title: "In People",
    lines: [
      line("Move", "↑", "↓"),
      line("First, last", "Home", "End"),
      line("Open", "Enter"),
      line("Log a conversation", "L"),
      line("Brief", "B"),
      line("Choose", "Space"),
      line("Choose several", "Shift ↑", "↓"),
      line("Choose everyone", ctrl("A")),
      line("All actions", "Menu"),
      line("Move to trash", "Delete"),
      line("On a page: edit, save", "Enter"),
    ],
  },
  {
    title: "On the map",
    lines: [
      line("Next tie around", "←", "→"),
      line("Go to that person", "Enter"),
      line("Go back", "Backspace"),
      line("Open their page", "O"),
      line("Pin, let go", "P"),
      line("Draw a tie", "T"),
      line("Log a conversation", "L"),
      line("Way in to them", "W"),
      line("Back to you", "Home"),
      line("Zoom, fit all", "+", "−", "0"),
      line("Find someone", "/"),
      line("All actions", "Menu"),
      line("Let go, leave", "Esc"),
    ],
  },
  {
    title: "On a promise",
    lines: [line("Kept", "Space"), line("Another day", "D"), line("Edit", "Enter")],
  },
  {
    title: "In Import",
    lines: [
      line("Decision", "←", "→"),
      line("Agree, go on", "Enter"),
      line("Next to decide", "N"),
      line("Details", "Space"),
      line("Keep close", "K"),
      line("Import", ctrl("Enter")),
    ],
  },
];
