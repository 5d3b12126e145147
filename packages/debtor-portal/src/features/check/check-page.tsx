import { useState, type FormEvent } from "react";
import { PassCheckDocument, RequestCodeDocument, type PassCheckMutationVariables } from "../../graphql/graphql";
import { ask } from "../../lib/client";
import { usePagePortal } from "../../lib/portal";
import { navigate } from "../../lib/router";
import { readPostalCode } from "../../lib/read-input";
import { useAct, type Act } from "../../lib/use-act";
import { Submit, TextField } from "../../ui/fields";
import { Page } from "../../ui/page";
import { Rich } from "../../ui/rich";

/** One check before details, terms and disputes: what the person has at hand, with paste and autofill. Then on to the page that was asked for. */
export function CheckPage({ then }: { then: string }) {
  const { texts, session, refresh } = usePagePortal();
  const act = useAct();
  const words = texts.forms.check;
  const pass = async (variables: PassCheckMutationVariables) => {
    await ask(PassCheckDocument, variables);
    // Session and overview come together: a page that opens before the whole overview is there would begin with a part of the amount.
    await refresh();
    navigate(then, { replace: true });
  };
  return (
    <Page title={words.title} act={act} ways>
      <p>{words.why}</p>
      {session.checkKind === "code" ? <CodeForm act={act} pass={pass} /> : <AddressForm act={act} pass={pass} />}
      <p className="soft">{words.cannot}</p>
    </Page>
  );
}

interface FormProps {
  readonly act: Act;
  readonly pass: (variables: PassCheckMutationVariables) => Promise<void>;
}

function AddressForm({ act, pass }: FormProps) {
  const { texts } = usePagePortal();
  const [postalCode, setPostalCode] = useState("");
  const [houseNumber, setHouseNumber] = useState("");
  const words = texts.forms.check;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.submit([
      !readPostalCode(postalCode) && { field: "postal-code", text: texts.errors.field.postalCode },
      !/\d/.test(houseNumber) && { field: "house-number", text: texts.errors.field.houseNumber },
    ], () => pass({ postalCode: readPostalCode(postalCode) ?? "", houseNumber: houseNumber.trim() }));
  };
  return (
    <form onSubmit={submit} noValidate>
      <TextField id="postal-code" label={words.postalCode} hint={words.postalHint} error={act.faultOf("postal-code")} autoComplete="postal-code"
        maxLength={10} value={postalCode} onChange={setPostalCode} />
      <TextField id="house-number" label={words.houseNumber} error={act.faultOf("house-number")} maxLength={12} value={houseNumber} onChange={setHouseNumber} />
      <p className="gap"><Submit busy={act.busy}>{words.button}</Submit></p>
    </form>
  );
}

function CodeForm({ act, pass }: FormProps) {
  const { texts, session, setSession } = usePagePortal();
  const [code, setCode] = useState("");
  const [sent, setSent] = useState(false);
  const words = texts.forms.check;
  const request = () => act.submit([], async () => {
    setSession((await ask(RequestCodeDocument, {})).requestCode);
    setSent(true);
  });
  if (!sent) {
    return (
      <>
        <p>{session.codeTo ? <Rich text={words.codeIntro(session.codeTo)} /> : words.codeIntroPlain}</p>
        <p><button className="btn" type="button" aria-busy={act.busy || undefined} onClick={request}>{words.sendCode}</button></p>
      </>
    );
  }
  const figures = code.replace(/\D/g, "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    act.submit([figures.length !== 6 && { field: "code", text: texts.errors.field.code }], () => pass({ code: figures }));
  };
  return (
    <form onSubmit={submit} noValidate>
      <p role="status">{words.sent}</p>
      <div className="gap">
        <TextField id="code" label={words.code} error={act.faultOf("code")} inputMode="numeric" autoComplete="one-time-code" maxLength={12} value={code} onChange={setCode} />
      </div>
      <p className="gap"><Submit busy={act.busy}>{words.button}</Submit></p>
      <p><button className="link" type="button" onClick={request}>{words.again}</button></p>
    </form>
  );
}
