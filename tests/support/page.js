// The page as a person meets it: roles, names, what is visible. arguments: role (or ""), name (or "").
const [wanted, words] = arguments;
const plain = (text) => (text ?? "").replace(/\s+/g, " ").trim();
const hidden = (e) => !e.checkVisibility({ visibilityProperty: true }) || e.closest("[inert], [aria-hidden='true']") !== null;
const INPUT = { checkbox: "checkbox", radio: "radio", search: "searchbox", range: "slider", number: "spinbutton", button: "button", submit: "button", file: "button" };
const TAG = {
  A: (e) => (e.hasAttribute("href") ? "link" : ""), BUTTON: () => "button", SUMMARY: () => "button", TEXTAREA: () => "textbox",
  INPUT: (e) => (e.hasAttribute("list") ? "combobox" : (INPUT[e.type] ?? "textbox")), SELECT: () => "combobox", OPTION: () => "option",
  H1: () => "heading", H2: () => "heading", H3: () => "heading", H4: () => "heading", DIALOG: () => "dialog", NAV: () => "navigation",
  MAIN: () => "main", UL: () => "list", OL: () => "list", LI: () => "listitem", IMG: () => "img", TABLE: () => "table", TR: () => "row",
};
const role = (e) => e.getAttribute("role")?.split(" ")[0] ?? TAG[e.tagName]?.(e) ?? (e.isContentEditable && e.hasAttribute("contenteditable") ? "textbox" : "");
const inner = (e) => {
  if (e.nodeType === 3) return e.data;
  if (e.nodeType !== 1 || e.getAttribute("aria-hidden") === "true") return "";
  if (e.getAttribute("aria-label")) return e.getAttribute("aria-label");
  if (e.tagName === "IMG") return e.alt;
  const gap = getComputedStyle(e).display.startsWith("inline") ? "" : " ";
  return gap + [...e.childNodes].map(inner).join("") + gap;
};
const name = (e) => {
  const by = e.getAttribute("aria-labelledby");
  if (by) return plain(by.split(/\s+/).map((id) => document.getElementById(id)).filter(Boolean).map(inner).join(" "));
  if (e.getAttribute("aria-label")) return plain(e.getAttribute("aria-label"));
  if (e.labels?.length) return plain([...e.labels].map(inner).join(" "));
  const own = ["INPUT", "TEXTAREA", "SELECT"].includes(e.tagName) ? "" : plain(inner(e));
  return own || plain(e.getAttribute("title")) || plain(e.getAttribute("placeholder"));
};
const all = [...document.querySelectorAll("*")].filter((e) => (wanted ? role(e) === wanted : role(e) !== "") && !hidden(e));
const ranked = all
  .map((e) => [e, name(e)])
  .map(([e, n]) => [e, n === words ? 0 : words === "" ? 1 : n.startsWith(words) ? 2 : n.includes(words) ? 3 : 4])
  .filter(([, rank]) => rank < 4)
  .sort((a, b) => a[1] - b[1]);
return ranked.map(([e]) => e);
