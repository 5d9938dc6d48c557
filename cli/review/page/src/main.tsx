import { effect } from "@preact/signals";
import { render } from "preact";
import { App } from "./app";
import { lang } from "./base/lang";
import { takeUpUnsent } from "./findings/decisions";
import { openSession, session, unreachable, watchBase } from "./net/session";
import "./style/index.css";

// The token has done its work (a cookie) by the time that this runs; it is not to stay in the address or its history.
const here = new URL(location.href);
if (here.searchParams.has("token")) {
  here.searchParams.delete("token");
  history.replaceState(null, "", here);
}

let started = false;
effect(() => {
  const now = session.value;
  if (!now) return;
  lang.value = now.lang;
  document.documentElement.lang = now.lang;
  if (now.authenticated && !started) {
    started = true;
    watchBase();
    takeUpUnsent();
  }
});

render(<App />, document.getElementById("app")!);
openSession().catch(() => {
  unreachable.value = true;
});
