import { mount } from "svelte";
import { useHost } from "./host/host";
import { tauriHost } from "./host/tauri";
import { app, followBook } from "./state/app.svelte";
import { hearChanges } from "./state/changes";
import App from "./views/App.svelte";
import { lookAsBefore } from "./views/theme";
import "./styles/all.css";

lookAsBefore();
useHost(tauriHost);
hearChanges();
followBook();
const place = document.getElementById("kith");
if (place) mount(App, { target: place });
app.start().catch((thrown: unknown) => app.failed(thrown));
