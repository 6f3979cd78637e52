// How the page says how somebody likes to talk.
import type { Channel, Communication, RicherChannel } from "../host/wire.gen";
import { ways } from "../state/channels";

export { stepWords } from "../shared/steps";

/** The ways to talk that one can like. */
export const likeable = (Object.keys(ways) as Channel[]).filter((channel) => channel !== "not_said");

export const nothingSaid: Communication = { channels: [], bestTime: "", dynamic: null, rapid: null, ownWords: "" };

/** "Video call, chat, email". */
export const channelsWords = (channels: readonly Channel[]): string =>
  channels.map((channel, at) => (at === 0 ? ways[channel].title : ways[channel].title.toLowerCase())).join(", ");

/** The two ways in which people differ at work: what one end and the other of the five steps mean. */
export const scales = [
  { of: "dynamic", label: "Works", low: "structured", high: "dynamic" },
  { of: "rapid", label: "Decides", low: "thoughtful", high: "rapid" },
] as const;

/** "The last three talks were in writing. A video call, as Ana likes?" */
export function richerWords({ channel, liked }: RicherChannel, name: string): string {
  const way = channel === "in_person" ? "A meeting" : `A ${ways[channel].title.toLowerCase()}`;
  return `The last three talks were in writing. ${way}${liked ? `, as ${name} likes` : ""}?`;
}
