import { useFetched } from "../net/window";
import { named, words } from "../words";
import { Dialog } from "./dialog";

interface Kind {
  kind: string;
  label: string;
  file: string;
}

// What can be taken away of the base, a file each. The browser saves it while the program goes on.
export function HandOver(props: { onClose: () => void }) {
  const text = words();
  const { value, error } = useFetched<{ items: Kind[] }>("exports");
  return (
    <Dialog title={text.hand_over} onClose={props.onClose} wide>
      <p class="hint">{text.hand_over_why}</p>
      {error && (
        <p class="fault" role="alert">
          {error.message}
        </p>
      )}
      {!value && !error && <p class="empty">{text.loading}</p>}
      <ul class="hand-over">
        {value?.items.map(({ kind, file }) => (
          <li key={kind}>
            <a href={`/api/exports/${kind}`} download={file} data-export={kind}>
              {named(text.export_kind, kind)}
            </a>
            <span class="hint">{text.export_about[kind] ?? ""}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
