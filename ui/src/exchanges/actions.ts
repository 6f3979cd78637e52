// What can be done with something given or received.
import { host } from "../host/host";
import type { Exchange } from "../host/wire.gen";
import { shortened } from "../shared/names";
import { attempt, toasts } from "../state/toast.svelte";

export async function remove(exchange: Exchange): Promise<void> {
  const done = await attempt(host.ask("exchange_remove", { id: exchange.id }));
  if (done) toasts.done(`Removed: ${shortened(exchange.what)}`, done.operation);
}

export async function cameBack(exchange: Exchange): Promise<void> {
  const done = await attempt(host.ask("exchange_back", { id: exchange.id }));
  if (done) toasts.done(`Came back: ${shortened(exchange.what)}`, done.operation);
}

export async function settle(person: number): Promise<void> {
  const done = await attempt(host.ask("exchanges_settle", { person }));
  if (done) toasts.done("Settled: what came before no longer counts", done.operation);
}

export async function unsettle(person: number): Promise<void> {
  const done = await attempt(host.ask("exchanges_unsettle", { person }));
  if (done) toasts.done("All counts again", done.operation);
}
