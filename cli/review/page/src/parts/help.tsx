import { words } from "../words";
import { Dialog } from "./dialog";

function Group(props: { title: string; keys: [string, string][] }) {
  return (
    <section>
      <h3>{props.title}</h3>
      <dl class="keys">
        {props.keys.map(([keys, about]) => (
          <div key={keys}>
            <dt>
              {keys.split(" ").map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{about}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

export function Help(props: { onClose: () => void }) {
  const text = words();
  return (
    <Dialog title={text.help} onClose={props.onClose} wide>
      <div class="help-groups">
        <Group
          title={text.keys_findings}
          keys={[
            ["a", `${text.accept}. ${text.accept_about}`],
            ["d", `${text.dismiss}. ${text.dismiss_about}`],
            ["⇧A ⇧D", `${text.accept}, ${text.dismiss.toLowerCase()} + ${text.note.toLowerCase()}`],
            ["c", `${text.correct}. ${text.correct_about}`],
            ["r", `${text.reopen}. ${text.reopen_about}`],
            ["n", `${text.note}. ${text.note_about}`],
            ["z", text.key_undo],
            ["x", text.key_select],
            ["⇧J ⇧K", text.key_extend],
            ["*", text.key_all],
          ]}
        />
        <Group
          title={text.keys_page}
          keys={[
            ["+ − 0", text.key_zoom],
            [".", text.key_figure],
            ["← →", text.key_evidence],
            ["⇧←↑→↓", text.key_pan],
          ]}
        />
        <Group
          title={text.keys_readings}
          keys={[
            ["1…9", text.key_alternative],
            ["e", text.key_type],
            ["b", text.key_confirm],
            ["z", text.key_undo],
          ]}
        />
        <Group title={text.keys_documents} keys={[["1…8", text.key_layers]]} />
        <Group
          title={text.keys_general}
          keys={[
            ["?", text.key_help],
            ["g+h g+l g+d g+c", text.key_sections],
            ["j k ↓ ↑", text.key_list],
            ["Home End", text.key_first_last],
            ["/", text.key_search],
            ["f", text.key_filters],
            ["Esc", text.key_escape],
          ]}
        />
      </div>
    </Dialog>
  );
}
