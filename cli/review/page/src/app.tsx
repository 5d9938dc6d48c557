import { useEffect, useState } from "preact/hooks";
import { useKeys } from "./base/keys";
import { go, link, route } from "./base/route";
import { unsent } from "./findings/decisions";
import { FindingsScreen } from "./findings/screen";
import { DocumentsScreen } from "./documents/screen";
import { FiguresScreen } from "./figures/screen";
import { logIn, rename, session, unreachable } from "./net/session";
import { ApiError } from "./net/api";
import { Dialog } from "./parts/dialog";
import { HandOver } from "./parts/hand_over";
import { Help } from "./parts/help";
import { Toast } from "./parts/toast";
import { ReadingsScreen } from "./readings/screen";
import { words } from "./words";

const kSections = ["hallazgos", "lecturas", "documentos", "cifras"] as const;

export function App() {
  const now = session.value;
  if (now === null) return <p class="empty">{words().loading}</p>;
  if (!now.authenticated) return now.login === "password" ? <Login /> : <NoSession />;
  return <Workbench />;
}

function Workbench() {
  const text = words();
  const section = kSections.find((one) => one === route.value.path[0]) ?? "hallazgos";
  const [help, setHelp] = useState(false);
  const [naming, setNaming] = useState(false);
  const [handing, setHanding] = useState(false);
  const titles = { hallazgos: text.findings, lecturas: text.readings, documentos: text.documents, cifras: text.figures };
  useEffect(() => {
    document.title = `${titles[section]} · cotejo`;
  }, [section, text]);
  useKeys({
    "?": () => setHelp(true),
    "g h": () => go(link(["hallazgos"])),
    "g l": () => go(link(["lecturas"])),
    "g d": () => go(link(["documentos"])),
    "g c": () => go(link(["cifras"])),
  });
  return (
    <>
      <a class="skip" href="#main" onClick={(event) => {
        event.preventDefault();
        document.getElementById("main")?.focus();
      }}>
        {text.skip}
      </a>
      <header class="top">
        <h1>cotejo</h1>
        <nav aria-label={text.sections}>
          {kSections.map((one) => (
            <a key={one} href={link([one])} aria-current={one === section ? "page" : undefined}>
              {titles[one]}
            </a>
          ))}
        </nav>
        <span class="top-base" title={session.value?.database ?? ""}>
          {session.value?.database}
        </span>
        <button type="button" class="quiet" title={text.hand_over} onClick={() => setHanding(true)}>
          {text.hand_over_short}
        </button>
        <button type="button" class="quiet top-name" title={text.change_name} aria-label={`${text.change_name}: ${session.value?.name ?? ""}`} onClick={() => setNaming(true)}>
          {session.value?.name ?? text.your_name}
        </button>
        <button type="button" class="quiet" title={`${text.help} (?)`} aria-label={text.help} onClick={() => setHelp(true)}>
          ?
        </button>
      </header>
      {unreachable.value && (
        <p class="away" role="alert">
          {text.unreachable} {unsent.value.length > 0 && <b>{text.unsaved(unsent.value.length)}</b>}
        </p>
      )}
      <main id="main" tabIndex={-1}>
        {section === "hallazgos" && <FindingsScreen />}
        {section === "lecturas" && <ReadingsScreen />}
        {section === "documentos" && <DocumentsScreen />}
        {section === "cifras" && <FiguresScreen />}
      </main>
      <Toast />
      {help && <Help onClose={() => setHelp(false)} />}
      {naming && <Naming onClose={() => setNaming(false)} />}
      {handing && <HandOver onClose={() => setHanding(false)} />}
    </>
  );
}

function Naming(props: { onClose: () => void }) {
  const text = words();
  const [name, setName] = useState(session.value?.name ?? "");
  return (
    <Dialog title={text.reviewer} onClose={props.onClose}>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void rename(name.trim()).then(props.onClose);
        }}
      >
        <label class="field">
          <span>{text.your_name}</span>
          <input name="name" required autofocus value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <p class="hint">{text.name_why}</p>
        <div class="buttons">
          <button type="submit" class="primary">
            {text.save}
          </button>
        </div>
      </form>
    </Dialog>
  );
}

function NoSession() {
  const text = words();
  return (
    <main class="alone">
      <h1>cotejo</h1>
      <p>{text.no_session}</p>
      <p>{text.no_session_remedy}</p>
    </main>
  );
}

function Login() {
  const text = words();
  const [password, setPassword] = useState("");
  const [name, setName] = useState("");
  const [fault, setFault] = useState("");
  const enter = async () => {
    try {
      await logIn(password, name.trim());
    } catch (thrown) {
      if (!(thrown instanceof ApiError)) throw thrown;
      setFault(thrown.message);
    }
  };
  return (
    <main class="alone">
      <h1>cotejo</h1>
      <form
        class="stack"
        onSubmit={(event) => {
          event.preventDefault();
          void enter();
        }}
      >
        <h2>{text.login_title}</h2>
        <label class="field">
          <span>{text.your_name}</span>
          <input name="name" required autocomplete="name" value={name} onInput={(event) => setName(event.currentTarget.value)} />
        </label>
        <p class="hint">{text.name_why}</p>
        <label class="field">
          <span>{text.password}</span>
          <input name="password" type="password" required autocomplete="current-password" value={password} onInput={(event) => setPassword(event.currentTarget.value)} />
        </label>
        {fault && (
          <p class="fault" role="alert">
            {fault}
          </p>
        )}
        <button type="submit" class="primary">
          {text.login}
        </button>
      </form>
    </main>
  );
}
