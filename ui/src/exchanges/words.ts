// How the page speaks of give and take. How it balances, the host has decided.
import type { Channel, Exchange, ExchangeSort, NewExchange } from "../host/wire.gen";

/** "Given to Samir", "Lent to Samir", "Borrowed from Samir": what was written down, in a toast. */
export function addedWords({ direction, backBy }: NewExchange, name: string): string {
  const isLent = backBy.trim() !== "";
  if (direction === "given") return `${isLent ? "Lent" : "Given"} to ${name}`;
  return `${isLent ? "Borrowed" : "Received"} from ${name}`;
}

export const sortWords: Record<ExchangeSort, string> = {
  introduction: "Introduction",
  information: "Information",
  feedback: "Feedback",
  referral: "Referral",
  time: "Time",
  know_how: "Know-how",
  favour: "Favour",
};

const sizes = ["", "small", "medium", "large"];
export const sizeWords = (size: number): string => sizes[size] ?? "";
export const sizeChoices = [
  { value: 1, label: "Small" },
  { value: 2, label: "Medium" },
  { value: 3, label: "Large" },
];

const channelWords: Record<Channel, string> = {
  in_person: "a talk",
  video: "a video call",
  phone: "a phone call",
  email: "an email",
  chat: "a chat",
  text: "a text message",
  social: "social media",
  not_said: "a talk",
};

/** What sort it is, how large, where it came from, and where a thing lent is: "Time, medium · from the coffee". */
export function fromWords({ sort, size, talk, channel, lent, counts }: Exchange): string {
  const from = talk ? `from “${talk}”` : channel ? `from ${channelWords[channel]}` : "";
  const parts = [`${sortWords[sort]}, ${sizeWords(size)}`, from, lent, counts ? "" : "settled"];
  return parts.filter(Boolean).join(" · ");
}
