// `npm run dev`, then /dev/: the page over a made-up book, to look at it without a shell.
// ?empty shows the welcome, ?sample the sample book, ?n=214 how many people, ?theme=dark.
// ?today= shows another Today (see today.ts).
import { mount } from "svelte";
import { useHost } from "../src/host/host";
import { app, followBook } from "../src/state/app.svelte";
import { hearChanges } from "../src/state/changes";
import App from "../src/views/App.svelte";
import "../src/styles/all.css";
import { madeUpBook } from "./book";

useHost(madeUpBook(new URLSearchParams(location.search)));
hearChanges();
followBook();
mount(App, { target: document.getElementById("kith") as HTMLElement });
void app.start();
